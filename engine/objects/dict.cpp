// The table of dicts. Entries lie in the order in which they were made, in an array that is as
// large, and grows, as CPython's. Up to kUnindexed of them are found by looking at each; for more
// there is an index of them, hashed, with linear probing. Deleting moves what follows in the index
// up, so that it never holds a deleted entry.
// Where there are keys with an __eq__ of the program's own, the index is CPython's instead: the
// program sees which keys are compared, and in which order.

#include <algorithm>
#include <bit>

#include "engine/objects/change.h"
#include "engine/objects/containers.h"
#include "engine/objects/raise.h"
#include "engine/objects/tables.h"

namespace awaitscope {

namespace {

constexpr uint32_t kUnindexed = 10, kLeastPlaces = 8;
constexpr int32_t kEmpty = -1, kDeleted = -2;
uint32_t last_keys_version = 0;

// CPython's tables have a power of two of places, two thirds of which it uses: what we have room
// for.
uint32_t capacity_of(uint32_t places) { return uint32_t(uint64_t(places) * 2 / 3); }
uint32_t places_of(uint32_t capacity) { return std::bit_ceil(capacity + capacity / 2); }
// For at least so many; eight make sixteen, as in CPython.
uint32_t places_for(uint32_t least) { return std::bit_ceil(std::max(least | 8, kLeastPlaces)); }
uint32_t capacity_for(uint32_t count) {
  if (count <= capacity_of(kLeastPlaces)) return capacity_of(kLeastPlaces);
  return capacity_of(places_for((count * 3 + 1) / 2));
}

bool indexed_as_cpython(const Dict* dict) { return dict->detail & kPythonKeys; }

// Visits what CPython's index has for a hash, one after the other, until visit(slot) is true;
// returns that slot.
template <class Visit>
uint32_t probe(const Dict* dict, uint64_t hash, Visit visit) {
  uint64_t mask = dict->index_size - 1, perturb = hash, slot = hash & mask;
  while (!visit(dict->index[slot])) {
    perturb >>= kPerturbShift;
    slot = (slot * 5 + perturb + 1) & mask;
  }
  return uint32_t(slot);
}

uint32_t slot_of(const Dict* dict, uint64_t hash) {
  return uint32_t((hash * 0x9E3779B97F4A7C15u) >> (64 - std::countr_zero(dict->index_size)));
}

void put_into_index(Dict* dict, uint32_t entry) {
  uint64_t hash = dict->entries[entry].hash;
  if (indexed_as_cpython(dict)) {
    uint32_t free = probe(dict, hash, [](int32_t there) { return there < 0; });
    dict->index[free] = int32_t(entry);
    return;
  }
  uint32_t mask = dict->index_size - 1, slot = slot_of(dict, hash);
  while (dict->index[slot] >= 0) slot = (slot + 1) & mask;
  dict->index[slot] = int32_t(entry);
}

void take_out_of_index(Dict* dict, uint32_t entry) {
  uint64_t hash = dict->entries[entry].hash;
  if (indexed_as_cpython(dict)) {
    uint32_t slot = probe(dict, hash, [&](int32_t there) { return there == int32_t(entry); });
    dict->index[slot] = kDeleted;
    return;
  }
  uint32_t mask = dict->index_size - 1, hole = slot_of(dict, hash);
  while (dict->index[hole] != int32_t(entry)) hole = (hole + 1) & mask;
  for (uint32_t slot = hole;;) {
    slot = (slot + 1) & mask;
    if (dict->index[slot] < 0) break;
    uint32_t home = slot_of(dict, dict->entries[dict->index[slot]].hash);
    if (((slot - home) & mask) >= ((slot - hole) & mask)) {
      dict->index[hole] = dict->index[slot];
      hole = slot;
    }
  }
  dict->index[hole] = kEmpty;
}

// Makes the index anew, of all entries that live.
void make_index(Dict* dict) {
  heap::release(dict->index, dict->index_size * sizeof(int32_t));
  dict->index = nullptr;
  dict->index_size = 0;
  if (indexed_as_cpython(dict)) {
    dict->index_size = places_of(dict->capacity);
  } else if (dict->capacity > kUnindexed) {
    dict->index_size = 2 * std::bit_ceil(dict->capacity);
  } else {
    return;
  }
  dict->index = static_cast<int32_t*>(heap::allocate(dict->index_size * sizeof(int32_t)));
  std::fill_n(dict->index, dict->index_size, kEmpty);
  for (uint32_t i = 0; i < dict->filled; ++i) {
    if (dict->entries[i].key) put_into_index(dict, i);
  }
}

// Moves the live entries into new arrays.
void rebuild(Dict* dict, uint32_t capacity) {
  auto* entries = static_cast<Dict::Entry*>(heap::allocate(capacity * sizeof(Dict::Entry)));
  uint32_t count = 0;
  for (uint32_t i = 0; i < dict->filled; ++i) {
    if (dict->entries[i].key) entries[count++] = dict->entries[i];
  }
  heap::release(dict->entries, dict->capacity * sizeof(Dict::Entry));
  dict->entries = entries;
  dict->capacity = capacity;
  dict->filled = count;
  dict->room = capacity - count;
  dict->keys_version = ++last_keys_version;
  ++dict->generation;
  dict->detail &= uint16_t(~kNodesKnown);
  make_index(dict);
}

void grow(Dict* dict) { rebuild(dict, capacity_of(places_for(dict->used * 3))); }

template <class Same>
int32_t lookup(const Dict* dict, uint64_t hash, Same same) {
  const Dict::Entry* entries = dict->entries;
  if (!dict->index) {
    for (uint32_t i = 0; i < dict->filled; ++i) {
      if (entries[i].hash == hash && entries[i].key && same(entries[i].key)) return int32_t(i);
    }
    return -1;
  }
  uint32_t mask = dict->index_size - 1;
  for (uint32_t slot = slot_of(dict, hash);; slot = (slot + 1) & mask) {
    int32_t i = dict->index[slot];
    if (i < 0) return -1;
    if (entries[i].hash == hash && same(entries[i].key)) return i;
  }
}

[[gnu::noinline]] int32_t lookup_as_cpython(const Dict* dict, Value key, uint64_t hash) {
  if (!dict->index) return -1;
  const Dict::Entry* entries = dict->entries;
  uint32_t slot = probe(dict, hash, [&](int32_t i) {
    return i == kEmpty || (i >= 0 && entries[i].hash == hash && same_key(entries[i].key, key));
  });
  return dict->index[slot];
}

// The first key with an __eq__ of the program's own comes in. CPython has another table for text
// only, which it leaves then.
void prepare_for_python_keys(Dict* dict) {
  bool only_text = dict->used && !(dict->detail & kOtherKeys);
  dict->detail |= kPythonKeys;
  if (only_text || !dict->capacity) {
    grow(dict);
  } else {
    make_index(dict);
  }
}

bool interned(Value key) { return is<Str>(key) && as<Str>(key)->interned; }

}  // namespace

void dict_set_entry(Dict* dict, int32_t at, Value value) {
  Value& place = dict->entries[at].value;
  if (place == value) return;
  retain(value);
  Value old = std::exchange(place, value);
  contents_changed(dict);
  release(old);
}

int32_t dict_lookup(const Dict* dict, Value key, uint64_t hash) {
  if (indexed_as_cpython(dict)) return lookup_as_cpython(dict, key, hash);
  if (key.is_int()) {  // the same number as an int is the same Value
    return lookup(dict, hash, [&](Value other) {
      return other == key || (!other.is_int() && same_key(other, key));
    });
  }
  return lookup(dict, hash, [&](Value other) { return same_key(other, key); });
}

int32_t dict_find(const Dict* dict, Str* key) {
  Value wanted = Value::of(key);
  if (key->interned && !(dict->detail & kOtherKeys)) {
    const Dict::Entry* entries = dict->entries;
    if (!dict->index) {
      for (uint32_t i = 0, n = dict->filled; i < n; ++i) {
        if (entries[i].key == wanted) return int32_t(i);
      }
      return -1;
    }
    uint32_t mask = dict->index_size - 1;
    for (uint32_t slot = slot_of(dict, hash_str(key));; slot = (slot + 1) & mask) {
      int32_t i = dict->index[slot];
      if (i < 0 || entries[i].key == wanted) return i;
    }
  }
  if (indexed_as_cpython(dict)) return lookup_as_cpython(dict, wanted, hash_str(key));
  return lookup(dict, hash_str(key), [&](Value other) { return same_key(other, wanted); });
}

Value dict_get(const Dict* dict, Str* key) {
  int32_t at = dict_find(dict, key);
  return at < 0 ? Value{} : dict->entries[at].value;
}

Value dict_get(const Dict* dict, Value key) {
  uint64_t hash;
  if (key.is_int()) {
    hash = hash_of_small_int(key);
  } else if (is<Str>(key) && key.object()->type == types.str) {
    return dict_get(dict, as<Str>(key));
  } else if (!hash_value(key, hash)) {
    take_pending();
    return {};
  }
  int32_t at = dict_lookup(dict, key, hash);
  return at < 0 ? Value{} : dict->entries[at].value;
}

void dict_insert_new(Dict* dict, uint64_t hash, Value key, Value value) {
  if (!interned(key)) {
    if (!keys_need_python(dict) && needs_python(key)) prepare_for_python_keys(dict);
    dict->detail |= kOtherKeys;
  }
  if (!dict->room) grow(dict);
  retain(key);
  retain(value);
  uint32_t at = dict->filled++;
  --dict->room;
  dict->entries[at] = {hash, key, value};
  if (dict->index) put_into_index(dict, at);
  ++dict->used;
  dict->keys_version = ++last_keys_version;
  contents_changed(dict);
}

void dict_set(Dict* dict, Str* key, Value value) {
  int32_t at = dict_find(dict, key);
  if (at >= 0) return dict_set_entry(dict, at, value);
  dict_insert_new(dict, hash_str(key), Value::of(key), value);
}

void dict_set(Dict* dict, Value key, Value value) {
  if (is<Str>(key) && key.object()->type == types.str) return dict_set(dict, as<Str>(key), value);
  uint64_t hash;
  if (!hash_key(key, hash)) {
    assert(false);
    return;
  }
  int32_t at = dict_lookup(dict, key, hash);
  if (at >= 0) return dict_set_entry(dict, at, value);
  dict_insert_new(dict, hash, key, value);
}

void dict_delete_entry(Dict* dict, int32_t at) {
  Dict::Entry& entry = dict->entries[at];
  if (dict->index) take_out_of_index(dict, uint32_t(at));
  Value key = std::exchange(entry.key, Value{}), value = std::exchange(entry.value, Value{});
  --dict->used;
  dict->keys_version = ++last_keys_version;
  contents_changed(dict);
  release(key);
  release(value);
}

Ref dict_pop_last(Dict* dict) {
  while (!dict->entries[dict->filled - 1].key) --dict->filled;
  uint32_t last = dict->filled - 1;
  Ref item = new_tuple({dict->entries[last].key, dict->entries[last].value});
  dict_delete_entry(dict, int32_t(last));
  dict->filled = last;
  return item;
}

bool dict_delete(Dict* dict, Value key) {
  uint64_t hash;
  if (!hash_key(key, hash)) {
    take_pending();
    return false;
  }
  int32_t at = dict_lookup(dict, key, hash);
  if (at >= 0) dict_delete_entry(dict, at);
  return at >= 0;
}

void dict_forget_places(Dict* dict) { dict->keys_version = ++last_keys_version; }

void dict_clear(Dict* dict) {
  Dict::Entry* entries = std::exchange(dict->entries, nullptr);
  uint32_t filled = std::exchange(dict->filled, 0), capacity = std::exchange(dict->capacity, 0);
  dict->room = 0;
  int32_t* index = std::exchange(dict->index, nullptr);
  uint32_t index_size = std::exchange(dict->index_size, 0);
  dict->used = 0;
  dict->detail &= uint16_t(~(kOtherKeys | kPythonKeys | kNodesKnown));
  dict->keys_version = ++last_keys_version;
  ++dict->generation;
  contents_changed(dict);
  for (uint32_t i = 0; i < filled; ++i) {
    release(entries[i].key);
    release(entries[i].value);
  }
  heap::release(entries, capacity * sizeof(Dict::Entry));
  heap::release(index, index_size * sizeof(int32_t));
}

void dict_update(Dict* dict, const Dict* other) {
  if (dict == other) return;
  if (uint32_t wanted = dict->used + other->used; wanted > dict->capacity && !dict->used) {
    rebuild(dict, capacity_for(wanted));
  }
  for (uint32_t i = 0; i < other->filled; ++i) {
    Value key = other->entries[i].key;
    if (!key) continue;
    uint64_t hash = other->entries[i].hash;
    int32_t at = dict_lookup(dict, key, hash);
    if (at >= 0) {
      dict_set_entry(dict, at, other->entries[i].value);
    } else {
      dict_insert_new(dict, hash, key, other->entries[i].value);
    }
  }
}

// CPython's copy has the same table where that is full enough.
static void copy_table(Dict* copy, const Dict* dict) {
  copy->detail |= dict->detail & (kOtherKeys | kPythonKeys);
  rebuild(copy, dict->capacity);
  for (uint32_t i = 0; i < dict->filled; ++i) {
    retain(dict->entries[i].key);
    retain(dict->entries[i].value);
    copy->entries[i] = dict->entries[i];
  }
  std::copy_n(dict->index, dict->index_size, copy->index);
  copy->filled = dict->filled;
  copy->used = dict->used;
  copy->room = dict->room;
}

bool dict_takes_table(Dict* dict, const Dict* other) {
  bool full =
      other->used == other->filled && (other->capacity == capacity_of(kLeastPlaces) ||
                                       capacity_of(places_of(other->capacity) / 2) < other->used);
  if (dict->used || !other->used || !keys_need_python(other) || !full) return false;
  heap::release(std::exchange(dict->entries, nullptr), dict->capacity * sizeof(Dict::Entry));
  dict->capacity = dict->filled = dict->room = 0;
  copy_table(dict, other);
  contents_changed(dict);
  return true;
}

void dict_make_room(Dict* dict, uint32_t more) {
  rebuild(dict, capacity_of(places_for(((dict->used + more) * 3 + 1) / 2)));
}

Ref dict_copy(const Dict* dict) {
  if (keys_need_python(dict) && dict->used >= dict->filled * 2 / 3) {
    Ref result = new_dict();
    if (dict->used) copy_table(as<Dict>(result), dict);
    return result;
  }
  Ref result = new_dict(dict->used);
  auto* copy = as<Dict>(result);
  copy->detail = dict->detail & (kOtherKeys | kPythonKeys);
  if (keys_need_python(copy)) make_index(copy);
  for (uint32_t i = 0; i < dict->filled; ++i) {
    const Dict::Entry& entry = dict->entries[i];
    if (!entry.key) continue;
    retain(entry.key);
    retain(entry.value);
    copy->entries[copy->filled++] = entry;
    if (copy->index) put_into_index(copy, copy->filled - 1);
  }
  copy->used = copy->filled;
  copy->room = copy->capacity - copy->filled;
  copy->keys_version = ++last_keys_version;
  return result;
}

Ref new_dict(uint32_t expected) {
  auto* dict = make_object<Dict>(types.dict);
  dict->keys_version = ++last_keys_version;
  if (expected) rebuild(dict, capacity_for(expected));
  return Ref::adopt(dict);
}

void dict_move_entry(Dict* dict, int32_t at, bool last) {
  Dict::Entry entry = dict->entries[at];
  if (last && !keys_need_python(dict)) {  // in no time
    retain(entry.key);
    retain(entry.value);
    dict_delete_entry(dict, at);
    dict_insert_new(dict, entry.hash, entry.key, entry.value);
    release(entry.key);
    release(entry.value);
    return;
  }
  auto end = int32_t(dict->filled) - 1, to = last ? end : 0;
  Dict::Entry* entries = dict->entries;
  if (last) {
    std::copy(entries + at + 1, entries + dict->filled, entries + at);
  } else {
    std::copy_backward(entries, entries + at, entries + at + 1);
  }
  entries[to] = entry;
  for (uint32_t slot = 0; slot < dict->index_size; ++slot) {
    int32_t& there = dict->index[slot];
    if (there == at) {
      there = to;
    } else if (last ? there > at : there >= 0 && there < at) {
      there += last ? -1 : 1;
    }
  }
  dict->keys_version = ++last_keys_version;
  contents_changed(dict);
}

int32_t dict_candidate(const Dict* dict, Value key, uint64_t hash, uint32_t& position) {
  const Dict::Entry* entries = dict->entries;
  auto may_be = [&](int32_t i) { return entries[i].hash == hash || entries[i].key == key; };
  if (!dict->index) {
    while (position < dict->filled) {
      uint32_t i = position++;
      if (entries[i].key && may_be(int32_t(i))) return int32_t(i);
    }
    return -1;
  }
  if (indexed_as_cpython(dict)) {
    // `position` counts the places that have been looked at; the walk is made again from the start,
    // which is short.
    uint32_t seen = 0;
    uint32_t slot = probe(dict, hash, [&](int32_t i) {
      return seen++ >= position && (i == kEmpty || (i >= 0 && may_be(i)));
    });
    position = seen;
    return dict->index[slot];
  }
  uint32_t mask = dict->index_size - 1, home = slot_of(dict, hash);
  for (;;) {
    int32_t i = dict->index[(home + position++) & mask];
    if (i < 0) return -1;
    if (may_be(i)) return i;
  }
}

int32_t dict_end(const Dict* dict, bool last) {
  if (!dict->used) return -1;
  int32_t at = last ? int32_t(dict->filled) - 1 : 0;
  while (!dict->entries[at].key) at += last ? -1 : 1;
  return at;
}

int32_t dict_beside(const Dict* dict, int32_t at, bool before) {
  do {
    at += before ? -1 : 1;
  } while (at >= 0 && at < int32_t(dict->filled) && !dict->entries[at].key);
  return at >= 0 && at < int32_t(dict->filled) ? at : -1;
}

}  // namespace awaitscope
