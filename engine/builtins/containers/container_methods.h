#pragma once
// What the files with the methods of containers share. Not for other layers.

#include "engine/machine/native.h"
#include "engine/objects/containers.h"
#include "engine/objects/items.h"
#include "engine/objects/iterators.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/tables.h"
#include "engine/objects/text.h"

namespace awaitscope {

// The methods that list, tuple, dict ... have in common; what they do is by layout.
Ref method_len(Args& args);
Ref method_iter(Args& args);
Ref method_reversed(Args& args);
Ref method_getitem(Args& args);
Native method_getitem_slow(Args args);
Ref method_contains(Args& args);
Native method_contains_slow(Args args);
Ref method_repr(Args& args);  // of all of them; try_coroutine() where an item has its own
Native method_repr_slow(Args args);
Ref method_class_getitem(Args& args);  // list[int]
void make_unhashable(Type* type);      // __hash__ = None
Ref method_index(Args& args);          // of a list or tuple: index, count
Native method_index_slow(Args args);
Ref method_count(Args& args);
Native method_count_slow(Args args);

// a == b, a < b ... of two lists or tuples, by their items.
Ref compare_sequences(Value a, Value b, Comparison how);
Native compare_sequences_slow(Ref a, Ref b, Comparison how);
template <Comparison how>
Ref method_compare_sequences(Args& args) {
  return compare_sequences(args[0], args[1], how);
}
template <Comparison how>
Native method_compare_sequences_slow(Args args) {
  return compare_sequences_slow(args[0], args[1], how);
}

// The items as a list or tuple: the thing itself where it is one, and nothing of it is overridden;
// null with nothing pending: Python code has to run (list_of).
Ref sequence_fast(Value iterable);

// Where `repeat * size` goes beyond what can be: MemoryError pending.
bool check_size(int64_t size, int64_t times);
// The factor of `sequence * factor`: false: an exception is pending or, where needs_python is true,
// an
// __index__ has to be called.
bool factor_of(Value value, int64_t& times, bool& needs_python);

Ref raise_key_error(Value key);

void register_list();
void register_tuple();
void register_dict();
void register_dict_views();
void register_ordered_dict();
Type* ordered_dict_type();  // what collections.OrderedDict is derived from
void register_set();
void register_range();
void register_mapping_proxy();
void register_generic_alias();
void register_containers();  // all of these

}  // namespace awaitscope
