#pragma once
// What the files about dicts and sets share. Not for other layers.

#include <bit>

#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

// How a hash's higher bits come in where its place is taken: CPython's PERTURB_SHIFT.
inline constexpr int kPerturbShift = 5;

// --- Object::detail of dicts and sets ---

enum TableDetail : uint16_t {
  kOtherKeys = 1,   // of a dict: not all keys are interned strings
  kPythonKeys = 2,  // there was a key whose equality is the program's own; the index of a dict is
                    // CPython's then, place for place, since such keys see who is asked first
  kFrozen = 4,      // of a set: a frozenset
  kOrdered = 8,     // of a dict: an OrderedDict
  kNodesKnown = 16  // of an OrderedDict: CPython knows where in its table the nodes are
};

// What has been kept about where its keys are (a Cache) is looked up anew.
void dict_forget_places(Dict* dict);

inline bool keys_need_python(const Dict* dict) { return dict->detail & kPythonKeys; }
// ... of lists.
enum ListDetail : uint16_t { kDiesForwards = 1 };

inline bool is_ordered(const Dict* dict) { return dict->detail & kOrdered; }
inline bool keys_need_python(const Set* set) { return set->detail & kPythonKeys; }

inline uint64_t hash_of_small_int(Value key) {  // CPython's: modulo 2**61 - 1, and -1 is not a hash
  int64_t i = key.as_int();
  constexpr int64_t kModulus = (int64_t(1) << 61) - 1;
  if (i > -kModulus && i < kModulus) return uint64_t(i == -1 ? -2 : i);
  return hash_number(key);
}

// The hash of a tuple, from those of its items.
struct TupleHash {
  static constexpr uint64_t kPrime1 = 11400714785074694791u, kPrime2 = 14029467366897019727u,
                            kPrime5 = 2870177450012600261u;
  uint64_t sum = kPrime5;
  void add(uint64_t item) { sum = std::rotl(sum + item * kPrime2, 31) * kPrime1; }
  uint64_t result(uint64_t size) const {
    uint64_t hash = sum + (size ^ (kPrime5 ^ 3527539u));
    return hash == ~uint64_t(0) ? 1546275796 : hash;
  }
};
bool hash_tuple_by_layout(const Tuple* tuple, uint64_t& hash);  // false: an exception is pending
uint64_t hash_set_by_layout(const Set* set);

// An int or str, of no class derived from them: what nearly all keys are.
inline bool is_plain_key(Value key) {
  return key.is_int() || (is<Str>(key) && key.object()->type == types.str);
}

// The hash of a key that is hashed without an error, in most cases without a call.
inline bool hash_key(Value key, uint64_t& hash) {
  if (key.is_int()) {
    hash = hash_of_small_int(key);
    return true;
  }
  if (is<Str>(key) && key.object()->type == types.str) {
    hash = hash_str(as<Str>(key));
    return true;
  }
  return hash_value(key, hash);
}

// What is pending after a key could not be hashed says since 3.14 what it was to be a key of.
// Always false.
bool cannot_be_key(Value key);
bool cannot_be_element(Value key);
inline bool hash_dict_key(Value key, uint64_t& hash) {
  return hash_key(key, hash) || cannot_be_key(key);
}
// To set or delete it: an OrderedDict takes the hash itself then, and says nothing of its own.
inline bool hash_key_to_change(const Dict* dict, Value key, uint64_t& hash) {
  return hash_key(key, hash) || (!is_ordered(dict) && cannot_be_key(key));
}
inline bool hash_element(Value key, uint64_t& hash) {
  return hash_key(key, hash) || cannot_be_element(key);
}

// Of keys with the same hash.
inline bool same_key(Value in_table, Value key) {
  if (in_table == key) return true;
  if (is<Str>(in_table) && is<Str>(key)) {
    auto *a = as<Str>(in_table), *b = as<Str>(key);
    if (a->type == types.str && b->type == types.str) return a->view() == b->view();
  }
  return equal_fast(in_table, key) == 1;
}

// The entry of a key, or -1.
int32_t dict_lookup(const Dict* dict, Value key, uint64_t hash);

void dict_set_entry(Dict* dict, int32_t at, Value value);
// An empty dict gets the entries of another, where CPython copies its table without comparing the
// keys; false: nothing was done.
bool dict_takes_table(Dict* dict, const Dict* other);
void dict_make_room(Dict* dict, uint32_t more);  // before `more` entries are added
// An entry becomes the first or the last. CPython's table stays as it is.
void dict_move_entry(Dict* dict, int32_t at, bool last);

// The place of a key in the set's table, or -1.
int32_t set_lookup(const Set* set, Value key, uint64_t hash);
inline constexpr Value kDeletedKey = Value::of_bits(30);
constexpr bool is_live(Value set_key) { return set_key && set_key != kDeletedKey; }

// Goes through a set in the order of its table.
struct SetCursor {
  explicit SetCursor(const Set* set) : set(set) {}
  bool next() {
    while (position <= set->mask && set->table) {
      entry = &set->table[position++];
      if (is_live(entry->key)) return true;
    }
    return false;
  }
  const Set* set;
  const Set::Entry* entry = nullptr;
  uint32_t position = 0;
};

// The index of the first or last entry, and of the one after or before it; -1: there is none.
int32_t dict_end(const Dict* dict, bool last);
int32_t dict_beside(const Dict* dict, int32_t at, bool before);

}  // namespace awaitscope
