#pragma once
// list[int], int | None: what annotations are made of. Of a union isinstance() can be asked.

#include "engine/objects/objects.h"

namespace awaitscope {

struct GenericAlias : NativeObject {
  Ref origin;
  Ref arguments;          // tuple
  bool unpacked = false;  // *tuple[int, ...]
};
struct Union : NativeObject {
  Ref members;  // tuple
};
extern Type *generic_alias_type, *union_type;  // made by register_generic_alias()

Ref new_generic_alias(Value origin, Value arguments);
Ref union_of_members(Value tuple);       // whatever they are
Ref new_union(Value left, Value right);  // NotImplemented where one of them is no type
Value union_members(Value value);        // a tuple of types; null where it is no union
bool is_generic_alias(Value value);

}  // namespace awaitscope
