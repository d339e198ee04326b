#include "engine/machine/keyed.h"

#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/iterators.h"
#include "engine/objects/numbers.h"
#include "engine/objects/set.h"
#include "engine/objects/tables.h"

namespace awaitscope {

bool hash_from(Value answer, uint64_t& hash) {
  if (!is_integer(answer)) {
    raise_type_error({"__hash__ method should return an integer"});
    return false;
  }
  int64_t number = 0;
  hash = as_int64(answer, number) ? uint64_t(number) : hash_number(answer);
  if (hash == ~uint64_t(0)) hash = ~uint64_t(1);  // -1 says that something went wrong
  return true;
}

// --- dicts ---

// Whether a key is in an entry still; an OrderedDict may have moved it to another one meanwhile.
static bool is_there(const Dict* dict, Value key, int32_t& at) {
  if (dict->entries[at].key == key) return true;
  if (!is_ordered(dict)) return false;
  for (uint32_t i = 0; i < dict->filled; ++i) {
    if (dict->entries[i].key != key) continue;
    at = int32_t(i);
    return true;
  }
  return false;
}

Native find_entry(Ref dict_ref, Ref key, uint64_t hash) {
  auto* dict = as<Dict>(dict_ref);
  for (uint32_t position = 0;;) {
    int32_t at = dict_candidate(dict, key, hash, position);
    if (at < 0) co_return Value::of_int(-1);
    Ref other = dict->entries[at].key;
    if (other.get() == key.get()) co_return Value::of_int(at);
    uint32_t generation = dict->generation;
    CO_TRY(same, equal(other, key));
    if (dict->generation != generation || !is_there(dict, other, at)) {
      position = 0;
    } else if (same.get() == Value::boolean(true)) {
      co_return Value::of_int(at);
    }
  }
}

Native find_key(Ref dict, Ref key, uint64_t* hash) {
  Ref answer = co_await hash_of(key);
  if (!answer || !hash_from(answer, *hash)) {
    cannot_be_key(key);
    co_return Ref();
  }
  co_return co_await find_entry(dict, key, *hash);
}

// As hash_key_to_change() has it.
static Native find_key_to_change(Ref dict, Ref key, uint64_t* hash) {
  if (!is_ordered(as<Dict>(dict))) co_return co_await find_key(dict, key, hash);
  CO_TRY(answer, hash_of(key));
  if (!hash_from(answer, *hash)) co_return Ref();
  co_return co_await find_entry(dict, key, *hash);
}

static void store_at(Dict* dict, Value index, Value key, uint64_t hash, Value value) {
  if (index.as_int() < 0) {
    dict_insert_new(dict, hash, key, value);
  } else {
    dict_set_entry(dict, int32_t(index.as_int()), value);
  }
}

Native store_entry(Ref dict, Ref key, uint64_t hash, Ref value) {
  CO_TRY(at, find_entry(dict, key, hash));
  store_at(as<Dict>(dict), at, key, hash, value);
  co_await deaths();
  co_return Value::none();
}

Native store_key(Ref dict, Ref key, Ref value) {
  uint64_t hash;
  CO_TRY(at, find_key_to_change(dict, key, &hash));
  store_at(as<Dict>(dict), at, key, hash, value);
  co_await deaths();
  co_return Value::none();
}

Native keyed_item(Ref dict, Ref key) {
  uint64_t hash;
  CO_TRY(at, find_key(dict, key, &hash));
  if (at.get().as_int() >= 0) co_return as<Dict>(dict)->entries[at.get().as_int()].value;
  if (type_of(dict)->detail & Type::kHeap) {
    if (Value missing = find_special(type_of(dict), Special::missing)) {
      co_return co_await call(missing, dict, key);
    }
  }
  co_return raise_error(types.KeyError, key);
}

Native delete_key(Ref dict, Ref key) {
  uint64_t hash;
  CO_TRY(at, find_key_to_change(dict, key, &hash));
  if (at.get().as_int() < 0) co_return raise_error(types.KeyError, key);
  dict_delete_entry(as<Dict>(dict), int32_t(at.get().as_int()));
  co_return Value::none();
}

Native dict_has(Ref dict, Ref key) {
  uint64_t hash;
  CO_TRY(at, find_key(dict, key, &hash));
  co_return Value::boolean(at.get().as_int() >= 0);
}

bool is_plain_dict(Value value) {
  if (!is<Dict>(value) || is_ordered(as<Dict>(value))) return false;
  return value.object()->type == types.dict ||
         (!overrides(value.object(), Special::iter) &&
          is<NativeFunction>(find(type_of(value), names.keys)));
}

Native merge_dict(Ref dict, Ref other_ref) {
  auto* other = as<Dict>(other_ref);
  if (as<Dict>(dict) == other || !other->used) co_return Value::none();
  if (dict_takes_table(as<Dict>(dict), other)) co_return Value::none();
  if (other->used > as<Dict>(dict)->capacity) dict_make_room(as<Dict>(dict), other->used);
  uint32_t filled = other->filled;
  for (uint32_t i = 0; i < other->filled; ++i) {
    Ref key = other->entries[i].key, value = other->entries[i].value;
    if (!key) continue;
    CO_TRY(done, store_entry(dict, key, other->entries[i].hash, value));
    if (other->filled != filled) co_return raise_runtime_error({"dict mutated during update"});
  }
  co_return Value::none();
}

Native merge_mapping(Ref dict, Ref mapping) {
  CO_TRY(keys, call_method(mapping, names.keys));
  Ref iterator = co_await iterator_of(keys);
  if (!iterator) {
    if (pending_is(types.TypeError)) {
      take_pending();
      raise_type_error(
          {type_name(mapping), ".keys() returned a non-iterable (type ", type_name(keys), ")"});
    }
    co_return Ref();
  }
  CO_TRY(list, list_of(iterator));
  for (uint32_t i = 0; i < as<List>(list)->size; ++i) {
    Ref key = as<List>(list)->items[i];
    CO_TRY(value, get_item(mapping, key));
    CO_TRY(done, store_key(dict, key, value));
  }
  co_return Value::none();
}

// --- sets ---

// A set with the smallest table has it within itself in CPython: it stays the same one.
static const Set::Entry* table_of(const Set* set) {
  constexpr uint32_t kSmallest = 7;
  return set->mask == kSmallest ? nullptr : set->table;
}
static bool is_at(const Set* set, int32_t place, Value key) {
  return set->table && uint32_t(place) <= set->mask && set->table[place].key == key;
}

Native find_element(Ref set_ref, Ref key, uint64_t hash) {
  auto* set = as<Set>(set_ref);
  for (uint32_t position = 0;;) {
    int32_t at = set_candidate(set, hash, position);
    if (at < 0) co_return Value::of_int(-1);
    Ref other = set->table[at].key;
    if (other.get() == key.get()) co_return Value::of_int(at);
    const Set::Entry* table = table_of(set);
    CO_TRY(same, equal(other, key));
    if (table_of(set) != table || !is_at(set, at, other)) {
      position = 0;
    } else if (same.get() == Value::boolean(true)) {
      co_return Value::of_int(at);
    }
  }
}

// Unlike a search, this ends where a key is the same, whatever has become of the table.
Native add_element(Ref set_ref, Ref key, uint64_t hash) {
  auto* set = as<Set>(set_ref);
  int32_t deleted = -1;
  for (uint32_t position = 0;;) {
    int32_t at = set_candidate(set, hash, position, &deleted);
    if (at < 0) break;
    Ref other = set->table[at].key;
    if (other.get() == key.get()) co_return Value::none();
    const Set::Entry* table = table_of(set);
    CO_TRY(same, equal(other, key));
    if (same.get() == Value::boolean(true)) co_return Value::none();
    if (table_of(set) == table && is_at(set, at, other)) continue;
    position = 0;
    deleted = -1;
  }
  set_insert_walked(set, hash, key, deleted);
  co_return Value::none();
}

Native add_key(Ref set, Ref key) {
  uint64_t hash;
  Ref answer = co_await hash_of(key);
  if (!answer || !hash_from(answer, hash)) {
    cannot_be_element(key);
    co_return Ref();
  }
  co_return co_await add_element(set, key, hash);
}

Native discard_element(Ref set, Ref key, uint64_t hash) {
  CO_TRY(at, find_element(set, key, hash));
  bool there = at.get().as_int() >= 0;
  if (there) set_delete_at(as<Set>(set), int32_t(at.get().as_int()));
  co_await deaths();
  co_return Value::boolean(there);
}

// A set is looked for as the frozenset with the same elements.
static Ref as_key(Value key) {
  auto* set = as_if<Set>(key);
  return set && !(set->detail & kFrozen) ? set_copy(set, true) : Ref(key);
}

Native discard_key(Ref set, Ref key) {
  uint64_t hash;
  key = as_key(key);
  Ref answer = co_await hash_of(key);
  if (!answer || !hash_from(answer, hash)) {
    cannot_be_element(key);
    co_return Ref();
  }
  co_return co_await discard_element(set, key, hash);
}

Native set_has(Ref set, Ref key) {
  uint64_t hash;
  key = as_key(key);
  Ref answer = co_await hash_of(key);
  if (!answer || !hash_from(answer, hash)) {
    cannot_be_element(key);
    co_return Ref();
  }
  CO_TRY(at, find_element(set, key, hash));
  co_return Value::boolean(at.get().as_int() >= 0);
}

static Native add_all(Ref set, Ref other) {
  for (SetCursor at(as<Set>(other)); at.next();) {
    Ref key = at.entry->key;
    CO_TRY(done, add_element(set, key, at.entry->hash));
  }
  co_return Value::none();
}

Native set_update(Ref set, Ref iterable) {
  if (is<Set>(iterable)) {
    auto *self = as<Set>(set), *other = as<Set>(iterable);
    if (set_merge_begins(self, other)) co_return Value::none();
    co_return co_await add_all(set, iterable);
  }
  if (type_of(iterable) == types.dict) {
    auto* dict = as<Dict>(iterable);
    set_make_room(as<Set>(set), dict->used);
    for (uint32_t i = 0; i < dict->filled; ++i) {
      Ref key = dict->entries[i].key;
      if (!key) continue;
      CO_TRY(done, add_element(set, key, dict->entries[i].hash));
    }
    co_return Value::none();
  }
  CO_TRY(iterator, iterator_of(iterable));
  for (;;) {
    Ref item = co_await next_of(iterator);
    if (!item) co_return is_pending() ? Ref() : Ref(Value::none());
    if (vm().limits.stopped()) co_return raise_error(types.MemoryError, "");
    CO_TRY(added, add_key(set, item));
  }
}

}  // namespace awaitscope
