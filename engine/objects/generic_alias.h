#pragma once
// list[int], int | None: what annotations are made of. Of a union isinstance() can be asked.

#include "engine/objects/objects.h"

namespace awaitscope {

Ref new_generic_alias(Value origin, Value arguments);
Ref new_union(Value left, Value right);  // NotImplemented where one of them is no type
Value union_members(Value value);        // a tuple of types; null where it is no union
bool is_generic_alias(Value value);
void register_generic_alias();

}  // namespace awaitscope
