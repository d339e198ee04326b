#pragma once
// container[key], key in container, len(container), by layout: whatever a class derived from the
// builtin has overridden. What the methods __getitem__, __contains__ ... of the builtin types do;
// the _fast functions of containers.h ask for overriding first. try_coroutine() where Python has
// to say.

#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"

namespace awaitscope {

Ref get_item_by_layout(Value container, Value key);
Ref set_item_by_layout(Value container, Value key, Value value);  // null value: delete; None
Ref contains_by_layout(Value container, Value item);
bool length_by_layout(Value container, int64_t& length);

bool needs_index(Value key);  // an __index__ of the program's own has to say

Ref list_slice(const List* list, const SliceIndices& at);
Ref tuple_slice(const Tuple* tuple, const SliceIndices& at);
// list[start:stop] = items, for a step of 1.
void list_splice(List* list, int64_t start, int64_t stop, std::span<const Value> items);
// The items of a list or tuple; false: it is neither.
bool items_of(Value sequence, std::span<const Value>& items);

}  // namespace awaitscope
