#pragma once
// Lists, tuples, dicts, sets, slices, ranges: making them and the operations that run no Python
// code.
//
// Keys: looking one up compares it with the keys of the same hash. Where that would run an __eq__
// or
// __hash__ of the program, the functions here do not do it: they ask needs_python(key) first (an
// assertion otherwise) and the coroutines of engine/machine/native.h (get_item, set_item, ...) do
// the rest. Changes of a kWatched object are reported by the functions here (contents_changed).

#include <initializer_list>
#include <span>

#include "engine/objects/objects.h"
#include "engine/objects/types.h"

namespace awaitscope {

Ref new_tuple(std::span<const Value> items);  // the items are retained
Ref new_tuple(std::initializer_list<Value> items);
// A tuple of two that nobody else has becomes another pair, of references that it takes over.
void become_pair(Tuple* pair, Value first, Value second);
Tuple* new_tuple_uninitialized(uint32_t size);  // items are null: fill them (owned)
Ref new_list(std::span<const Value> items = {});
void list_append(List* list, Value item);
void list_insert(List* list, int64_t at, Value item);  // `at` as Python's list.insert takes it
Ref list_pop(List* list, int64_t at);                  // must be in range
void list_clear(List* list);
Ref new_cell(Value content);

// --- dict ---
Ref new_dict(uint32_t expected = 0);
bool needs_python(Value key);                    // its hash or equality may be the program's own
bool needs_python(const Dict* dict, Value key);  // ... or that of a key that is in the dict
bool needs_python(const Set* set, Value key);
bool hash_value(Value key, uint64_t& hash);  // false: TypeError "unhashable type: 'list'" pending
// `a is b or a == b`, as containers compare: 1, 0, or -1: Python code has to say (or a native
// __eq__ that is not known here, or they are nested too deep for doing it here). Never fails.
int equal_fast(Value a, Value b);
// Borrowed value, null where there is none (nothing pending; an unhashable key is "not there").
Value dict_get(const Dict* dict, Value key);
Value dict_get(const Dict* dict, Str* key);
int32_t dict_find(const Dict* dict, Str* key);      // index of the entry, or -1
void dict_set(Dict* dict, Value key, Value value);  // key must be hashable (hash_value)
void dict_set(Dict* dict, Str* key, Value value);
bool dict_delete(Dict* dict, Value key);  // false: was not there
void dict_clear(Dict* dict);
void dict_update(Dict* dict, const Dict* other);
Ref dict_copy(const Dict* dict);
// For what compares keys itself (coroutines): the entries with this hash, or this very key, in
// probing order. Start with position 0; returns the index of the next candidate or -1.
int32_t dict_candidate(const Dict* dict, Value key, uint64_t hash, uint32_t& position);
void dict_insert_new(Dict* dict, uint64_t hash, Value key, Value value);  // known not to be there
void dict_delete_entry(Dict* dict, int32_t index);
Ref dict_pop_last(Dict* dict);  // (key, value); it must not be empty

// --- set ---
Ref new_set(bool frozen = false);
bool set_add(Set* set, Value key);      // false: was there
bool set_discard(Set* set, Value key);  // false: was not there
bool set_contains(const Set* set, Value key);
void set_clear(Set* set);
// The same for sets; `deleted`, where given, becomes the place of the last deleted key on the way.
int32_t set_candidate(const Set* set, uint64_t hash, uint32_t& position,
                      int32_t* deleted = nullptr);
void set_insert_new(Set* set, uint64_t hash, Value key);

// --- slices and ranges ---
Ref new_slice(Value start, Value stop, Value step);
Ref new_range(int64_t start, int64_t stop, int64_t step);
int64_t range_length(const Range* range);
// What a slice selects of a sequence of this length; false: TypeError or ValueError pending.
struct SliceIndices {
  int64_t start, stop, step, count;
};
bool slice_indices(const Slice* slice, int64_t length, SliceIndices& out);

// --- iteration without Python code ---
// The next item of a builtin iterator (of a list, tuple, range, str, dict, set ... iterator). Null
// with nothing pending: exhausted. Only for types with `next_fast`.
using FastNext = Ref (*)(Object* iterator);
inline FastNext next_fast(const Type* type) { return type->next_fast; }  // null where there is none
inline void set_next_fast(Type* type, FastNext next) { type->next_fast = next; }
// An iterator of a builtin iterable whose type does not override __iter__; null (nothing pending)
// where Python code has to say.
Ref iterator_fast(Value iterable);

// container[key] etc. where no Python code is involved; kTryCoroutine (see native.h) where it is.
Ref get_item_fast(Value container, Value key);
Ref set_item_fast(Value container, Value key, Value value);  // null value: delete; None when done
Ref contains_fast(Value container, Value item);              // True or False
bool length_fast(Value value, int64_t& length);              // false: not a builtin with a length

}  // namespace awaitscope
