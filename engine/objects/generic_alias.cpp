#include "engine/objects/generic_alias.h"

#include "engine/objects/containers.h"
#include "engine/objects/types.h"

namespace awaitscope {

Type *generic_alias_type, *union_type;

namespace {

bool may_be_in_a_union(Value value) {
  Type* type = type_of(value);
  return value.is_none() || is<Type>(value) || type == generic_alias_type || type == union_type;
}

void add_member(std::vector<Value>& members, Value value) {
  if (type_of(value) == union_type) {
    auto* others = as<Tuple>(as<Union>(value)->members);
    for (uint32_t i = 0; i < others->size; ++i) add_member(members, others->items[i]);
    return;
  }
  if (value.is_none()) value = Value::of(types.none);
  for (Value member : members) {
    if (equal_fast(member, value) == 1) return;
  }
  members.push_back(value);
}

}  // namespace

Ref new_generic_alias(Value origin, Value arguments) {
  auto* alias = make_object<GenericAlias>(generic_alias_type);
  alias->origin = origin;
  alias->arguments = is<Tuple>(arguments) ? Ref(arguments) : new_tuple({arguments});
  return Ref::adopt(alias);
}

Ref new_union(Value left, Value right) {
  if (!may_be_in_a_union(left) || !may_be_in_a_union(right)) return Value::not_implemented();
  std::vector<Value> members;
  add_member(members, left);
  add_member(members, right);
  if (members.size() == 1) return members[0];
  auto* made = make_object<Union>(union_type);
  made->members = new_tuple(members);
  return Ref::adopt(made);
}

Ref union_of_members(Value tuple) {
  auto* made = make_object<Union>(union_type);
  made->members = tuple;
  return Ref::adopt(made);
}

Value union_members(Value value) {
  return type_of(value) == union_type ? as<Union>(value)->members.get() : Value();
}

bool is_generic_alias(Value value) { return type_of(value) == generic_alias_type; }

}  // namespace awaitscope
