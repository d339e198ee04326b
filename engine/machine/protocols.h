#pragma once
// What instructions ask of containers, iterators, awaitables, patterns and exceptions where the
// program's own methods may have a say.

#include "engine/machine/native.h"

namespace awaitscope {

// --- containers ---
Native get_item_slow(Ref container, Ref key);
Native set_item_slow(Ref container, Ref key, Ref value);
Native contains_slow(Ref container, Ref item, bool negate);
Native length_slow(Ref value);
// The items, in a new list, as tuple() takes them: since 3.14 without asking how many there are.
Native items_for_tuple(Ref iterable);
Native extend_slow(Ref container, Ref iterable);          // list or set
Native update_slow(Ref dict, Ref mapping, Ref callable);  // callable: for DICT_MERGE's errors
Native build_map_slow(Ref items);                         // tuple of keys and values
Native build_set_slow(Ref items);
Native add_slow(Ref container, Ref key, Ref value);  // MAP_ADD, SET_ADD

// --- iteration and calls ---
Native iterator_slow(Ref iterable);
Native next_slow(Ref iterator);
// The same, where the method's function has said try_coroutine(): that is not asked again, since it
// may have taken items already.
Native next_further(Ref iterator, const NativeFunction* method);
Native unpack_slow(Ref iterable, uint32_t before, int32_t after);  // after < 0: exactly `before`
Native call_ex_slow(Ref callable, Ref args, Ref kwargs);

// --- awaiting ---
Native await_iterator_slow(Ref awaitable, uint32_t where);  // GET_AWAITABLE
Native async_iterator_slow(Ref iterable);                   // GET_AITER
Native async_next_slow(Ref iterator);                       // GET_ANEXT

// --- patterns and exceptions ---
Native match_class_slow(Ref subject, Ref type, Ref names, uint32_t positional);
Native match_keys_slow(Ref subject, Ref keys);
Native raise_slow(Ref exception, Ref cause);  // always raises
// TypeError: calling an exception's class has made something else.
void raise_not_an_exception(Value type, std::string_view made);

}  // namespace awaitscope
