// The table of sets: CPython's own, probe for probe, since programs see the order it gives.
// Specified by: what CPython 3.11 prints for sets of numbers
// (tests/engine/objects/set_order_test.cpp).

#include "engine/objects/set.h"

#include <utility>

#include "engine/objects/change.h"
#include "engine/objects/tables.h"

namespace awaitscope {

namespace {

constexpr uint32_t kLeast = 8;
constexpr uint32_t kLinearProbes = 9;
constexpr uint64_t kDeletedHash = ~uint64_t(0);

Set::Entry* new_table(uint32_t size) {
  auto* table = static_cast<Set::Entry*>(heap::allocate(size * sizeof(Set::Entry)));
  for (uint32_t i = 0; i < size; ++i) table[i] = {0, {}};
  return table;
}

void free_table(Set::Entry* table, uint32_t mask) {
  if (table) heap::release(table, (size_t(mask) + 1) * sizeof(Set::Entry));
}

void need_table(Set* set) {
  if (set->table) return;
  set->mask = kLeast - 1;
  set->table = new_table(kLeast);
}

// Visits the places a key may be at, until visit(entry) is true; returns that place.
template <class Visit>
uint32_t probe(const Set::Entry* table, uint32_t table_mask, uint64_t hash, Visit visit) {
  uint64_t mask = table_mask, perturb = hash, i = hash & mask;
  for (;;) {
    uint64_t last = i + kLinearProbes <= mask ? i + kLinearProbes : i;
    for (uint64_t at = i; at <= last; ++at) {
      if (visit(table[at])) return uint32_t(at);
    }
    perturb >>= kPerturbShift;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

void insert_clean(Set::Entry* table, uint32_t mask, uint64_t hash, Value key) {
  table[probe(table, mask, hash, [](const Set::Entry& entry) { return !entry.key; })] = {hash, key};
}

// Puts a key where its walk has ended, or in the place of a deleted key: nothing grows then.
void put(Set* set, uint32_t at, int32_t reused, uint64_t hash, Value key) {
  retain(key);
  ++set->used;
  if (!(is<Str>(key) || key.is_int()) && needs_python(key)) set->detail |= kPythonKeys;
  if (reused >= 0) {
    set->table[reused] = {hash, key};
    return;
  }
  set->table[at] = {hash, key};
  ++set->filled;
  if (uint64_t(set->filled) * 5 >= uint64_t(set->mask) * 3) {
    set_resize(set, set->used > 50000 ? set->used * 2 : set->used * 4);
  }
}

// Without touching what is said of the set to the recording.
void add_new(Set* set, uint64_t hash, Value key) {
  need_table(set);
  int32_t reused = -1;  // the last place of a deleted key on the way
  uint32_t at = probe(set->table, set->mask, hash, [&](const Set::Entry& entry) {
    if (entry.key == kDeletedKey) reused = int32_t(&entry - set->table);
    return !entry.key;
  });
  put(set, at, reused, hash, key);
}

}  // namespace

void set_resize(Set* set, uint32_t more_than) {
  need_table(set);
  uint32_t size = kLeast;
  while (size <= more_than) size <<= 1;
  Set::Entry* table = new_table(size);
  for (SetCursor at(set); at.next();) insert_clean(table, size - 1, at.entry->hash, at.entry->key);
  free_table(std::exchange(set->table, table), set->mask);
  set->mask = size - 1;
  set->filled = set->used;
}

Ref new_set(bool frozen) {
  auto* set = make_object<Set>(frozen ? types.frozenset : types.set);
  set->mask = kLeast - 1;
  if (frozen) set->detail = kFrozen;
  return Ref::adopt(set);
}

int32_t set_lookup(const Set* set, Value key, uint64_t hash) {
  if (!set->table) return -1;
  uint32_t at = probe(set->table, set->mask, hash, [&](const Set::Entry& entry) {
    return !entry.key || (entry.hash == hash && is_live(entry.key) && same_key(entry.key, key));
  });
  return set->table[at].key ? int32_t(at) : -1;
}

int32_t set_candidate(const Set* set, uint64_t hash, uint32_t& position, int32_t* deleted) {
  if (!set->table) return -1;
  // `position` counts the places that have been looked at; the walk is made again from the start,
  // which is short.
  uint32_t seen = 0;
  uint32_t at = probe(set->table, set->mask, hash, [&](const Set::Entry& entry) {
    if (!entry.key) return true;
    if (seen++ < position) return false;
    if (deleted && entry.key == kDeletedKey) *deleted = int32_t(&entry - set->table);
    return entry.hash == hash && is_live(entry.key);
  });
  position = seen;
  return set->table[at].key ? int32_t(at) : -1;
}

void set_insert_walked(Set* set, uint64_t hash, Value key, int32_t deleted) {
  need_table(set);
  if (deleted >= 0 && set->table[deleted].key != kDeletedKey) deleted = -1;
  uint32_t at =
      probe(set->table, set->mask, hash, [](const Set::Entry& entry) { return !entry.key; });
  put(set, at, deleted, hash, key);
  contents_changed(set);
}

void set_insert_new(Set* set, uint64_t hash, Value key) {
  add_new(set, hash, key);
  contents_changed(set);
}

bool set_add_hashed(Set* set, Value key, uint64_t hash) {
  if (set_lookup(set, key, hash) >= 0) return false;
  set_insert_new(set, hash, key);
  return true;
}

bool set_add(Set* set, Value key) {
  uint64_t hash;
  if (!hash_key(key, hash)) {
    assert(false);
    return false;
  }
  return set_add_hashed(set, key, hash);
}

void set_delete_at(Set* set, int32_t at) {
  Value key = std::exchange(set->table[at].key, kDeletedKey);
  set->table[at].hash = kDeletedHash;
  --set->used;
  contents_changed(set);
  release(key);
}

bool set_discard_hashed(Set* set, Value key, uint64_t hash) {
  int32_t at = set_lookup(set, key, hash);
  if (at < 0) return false;
  set_delete_at(set, at);
  return true;
}

bool set_discard(Set* set, Value key) {
  uint64_t hash;
  if (!hash_key(key, hash)) {
    assert(false);
    return false;
  }
  return set_discard_hashed(set, key, hash);
}

bool set_contains(const Set* set, Value key) {
  uint64_t hash;
  if (!hash_key(key, hash)) {
    assert(false);
    return false;
  }
  return set_lookup(set, key, hash) >= 0;
}

void set_clear(Set* set) {
  Set::Entry* table = std::exchange(set->table, nullptr);
  uint32_t mask = std::exchange(set->mask, kLeast - 1);
  set->used = set->filled = 0;
  set->detail = uint16_t(set->detail & ~kPythonKeys);
  contents_changed(set);
  if (!table) return;
  for (uint32_t i = 0; i <= mask; ++i) release(table[i].key);
  free_table(table, mask);
}

Ref set_pop(Set* set) {
  if (!set->used) return {};
  uint32_t at = set->finger & set->mask;
  while (!is_live(set->table[at].key)) at = at == set->mask ? 0 : at + 1;
  Ref key = set->table[at].key;
  set->finger = at + 1;
  set_delete_at(set, int32_t(at));
  return key;
}

void set_make_room(Set* set, uint32_t more) {
  need_table(set);
  if ((uint64_t(set->filled) + more) * 5 >= uint64_t(set->mask) * 3) {
    set_resize(set, (set->used + more) * 2);
  }
}

bool set_merge_begins(Set* set, const Set* other) {
  if (set == other || !other->used) return true;
  set_make_room(set, other->used);
  if (set->filled) return false;
  bool same = set->mask == other->mask && other->filled == other->used;
  for (uint32_t i = 0; i <= other->mask; ++i) {
    const Set::Entry& entry = other->table[i];
    if (!is_live(entry.key)) continue;
    retain(entry.key);
    if (same) {
      set->table[i] = entry;
    } else {
      insert_clean(set->table, set->mask, entry.hash, entry.key);
    }
  }
  set->used = set->filled = other->used;
  set->detail |= other->detail & kPythonKeys;
  contents_changed(set);
  return true;
}

void set_merge(Set* set, const Set* other) {
  if (set_merge_begins(set, other)) return;
  for (SetCursor at(other); at.next();) {
    if (set_lookup(set, at.entry->key, at.entry->hash) < 0)
      add_new(set, at.entry->hash, at.entry->key);
  }
  contents_changed(set);
}

void set_merge_keys(Set* set, const Dict* dict) {
  set_make_room(set, dict->used);
  for (uint32_t i = 0; i < dict->filled; ++i) {
    const Dict::Entry& entry = dict->entries[i];
    if (entry.key && set_lookup(set, entry.key, entry.hash) < 0)
      add_new(set, entry.hash, entry.key);
  }
  contents_changed(set);
}

Ref set_copy(const Set* set, bool frozen) {
  Ref copy = new_set(frozen);
  set_merge(as<Set>(copy), set);
  return copy;
}

void set_drop_deleted(Set* set) {
  if (set->filled - set->used <= set->mask / 4) return;
  set_resize(set, set->used > 50000 ? set->used * 2 : set->used * 4);
}

}  // namespace awaitscope
