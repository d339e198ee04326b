#pragma once
// list[int], int | None: what annotations are made of. They are values and do nothing else.

#include "engine/runtime/objects.h"

namespace awaitscope {

Ref new_generic_alias(Value origin, Value arguments);
Ref new_union(Value left, Value right);  // NotImplemented where one of them is no type
void register_generic_alias();

}  // namespace awaitscope
