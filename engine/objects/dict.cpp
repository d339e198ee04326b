// The table of dicts. Entries lie in the order in which they were made. Up to kUnindexed of them
// are found by looking at each; for more there is an index of them, hashed, with linear probing.
// Deleting moves what follows in the index up, so that it never holds a deleted entry.

#include <algorithm>
#include <bit>

#include "engine/objects/change.h"
#include "engine/objects/containers.h"
#include "engine/objects/raise.h"
#include "engine/objects/tables.h"

namespace awaitscope {

namespace {

constexpr uint32_t kUnindexed = 8, kLeast = 4;
uint32_t last_keys_version = 0;

uint32_t slot_of(const Dict* dict, uint64_t hash) {
  return uint32_t((hash * 0x9E3779B97F4A7C15u) >> (64 - std::countr_zero(dict->index_size)));
}

void put_into_index(Dict* dict, uint32_t entry) {
  uint32_t mask = dict->index_size - 1, slot = slot_of(dict, dict->entries[entry].hash);
  while (dict->index[slot] >= 0) slot = (slot + 1) & mask;
  dict->index[slot] = int32_t(entry);
}

void take_out_of_index(Dict* dict, uint32_t entry) {
  uint32_t mask = dict->index_size - 1, hole = slot_of(dict, dict->entries[entry].hash);
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
  dict->index[hole] = -1;
}

// Moves the live entries into new arrays for `capacity` of them (a power of two).
void rebuild(Dict* dict, uint32_t capacity) {
  auto* entries = static_cast<Dict::Entry*>(heap::allocate(capacity * sizeof(Dict::Entry)));
  uint32_t count = 0;
  for (uint32_t i = 0; i < dict->filled; ++i) {
    if (dict->entries[i].key) entries[count++] = dict->entries[i];
  }
  heap::release(dict->entries, dict->capacity * sizeof(Dict::Entry));
  heap::release(dict->index, dict->index_size * sizeof(int32_t));
  dict->entries = entries;
  dict->capacity = capacity;
  dict->filled = count;
  dict->index = nullptr;
  dict->index_size = 0;
  dict->keys_version = ++last_keys_version;
  if (capacity <= kUnindexed) return;
  dict->index_size = capacity * 2;
  dict->index = static_cast<int32_t*>(heap::allocate(dict->index_size * sizeof(int32_t)));
  std::fill_n(dict->index, dict->index_size, -1);
  for (uint32_t i = 0; i < count; ++i) put_into_index(dict, i);
}

uint32_t capacity_for(uint32_t count) { return count <= kLeast ? kLeast : std::bit_ceil(count); }

void make_room(Dict* dict) {
  uint32_t wanted = dict->used + 1;
  rebuild(dict, capacity_for(wanted + wanted / 2));
}

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
  if (dict->filled == dict->capacity) make_room(dict);
  if (!interned(key)) {
    dict->detail |= kOtherKeys;
    if (needs_python(key)) dict->detail |= kPythonKeys;
  }
  retain(key);
  retain(value);
  uint32_t at = dict->filled++;
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
  while (dict->filled > 0 && !dict->entries[dict->filled - 1].key) --dict->filled;
  dict->keys_version = ++last_keys_version;
  contents_changed(dict);
  release(key);
  release(value);
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

void dict_clear(Dict* dict) {
  Dict::Entry* entries = std::exchange(dict->entries, nullptr);
  uint32_t filled = std::exchange(dict->filled, 0), capacity = std::exchange(dict->capacity, 0);
  int32_t* index = std::exchange(dict->index, nullptr);
  uint32_t index_size = std::exchange(dict->index_size, 0);
  dict->used = 0;
  dict->detail = uint16_t(dict->detail & ~(kOtherKeys | kPythonKeys));
  dict->keys_version = ++last_keys_version;
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

Ref dict_copy(const Dict* dict) {
  Ref result = new_dict(dict->used);
  auto* copy = as<Dict>(result);
  for (uint32_t i = 0; i < dict->filled; ++i) {
    const Dict::Entry& entry = dict->entries[i];
    if (!entry.key) continue;
    retain(entry.key);
    retain(entry.value);
    copy->entries[copy->filled++] = entry;
    if (copy->index) put_into_index(copy, copy->filled - 1);
  }
  copy->used = copy->filled;
  copy->detail = dict->detail;
  copy->keys_version = ++last_keys_version;
  return result;
}

Ref new_dict(uint32_t expected) {
  auto* dict = make_object<Dict>(types.dict);
  dict->keys_version = ++last_keys_version;
  if (expected) rebuild(dict, capacity_for(expected));
  return Ref::adopt(dict);
}

int32_t dict_candidate(const Dict* dict, uint64_t hash, uint32_t& position) {
  const Dict::Entry* entries = dict->entries;
  if (!dict->index) {
    while (position < dict->filled) {
      uint32_t i = position++;
      if (entries[i].key && entries[i].hash == hash) return int32_t(i);
    }
    return -1;
  }
  uint32_t mask = dict->index_size - 1, home = slot_of(dict, hash);
  for (;;) {
    int32_t i = dict->index[(home + position++) & mask];
    if (i < 0) return -1;
    if (entries[i].hash == hash) return i;
  }
}

}  // namespace awaitscope
