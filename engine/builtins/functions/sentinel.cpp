// sentinel("MISSING"): a value that is only itself. Since 3.15.
// Specified in: https://peps.python.org/pep-0661/

#include "engine/builtins/functions/builtin_functions.h"
#include "engine/machine/native.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/frame.h"
#include "engine/objects/generic_alias.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

Type* sentinel_type;

namespace {

struct Sentinel : NativeObject {
  Ref name, text, module;
};
Sentinel* self_of(const Args& args) { return as<Sentinel>(args[0]); }

// Of the program's code that makes it.
Ref module_of_caller() {
  for (const Frame* frame = vm().current; frame; frame = frame->back) {
    if (frame->native) continue;
    Value name = dict_get(static_cast<const PyFrame*>(frame)->globals, names.name);
    if (name) return name;
  }
  return Value::none();
}

// (cls, name, repr)
Ref sentinel_new(Args& args) {
  if (!is<Str>(args[1])) {
    return raise_type_error({"sentinel() argument 1 must be str, not ", type_name(args[1])});
  }
  auto* made = make_object<Sentinel>(sentinel_type);
  made->name = args[1];
  made->text = args[2].is_none() ? args[1] : args[2];
  made->module = module_of_caller();
  return Ref::adopt(made);
}
Ref sentinel_repr(Args& args) { return self_of(args)->text; }
Ref sentinel_name(Args& args) { return self_of(args)->name; }
Ref sentinel_module(Args& args) { return self_of(args)->module; }
Ref sentinel_itself(Args& args) { return args[0]; }

// In an annotation: `int | MISSING`.
Ref in_union(Value left, Value right) {
  std::vector<Value> members;
  for (Value side : {left, right}) {
    Value others = union_members(side);
    if (others) {
      auto* tuple = as<Tuple>(others);
      members.insert(members.end(), tuple->items, tuple->items + tuple->size);
    } else if (side.is_none()) {
      members.push_back(Value::of(types.none));
    } else if (is<Type>(side) || is_generic_alias(side) || type_of(side) == sentinel_type) {
      members.push_back(side);
    } else {
      return Value::not_implemented();
    }
  }
  return union_of_members(new_tuple(members));
}
Ref sentinel_or(Args& args) { return in_union(args[0], args[1]); }
Ref sentinel_ror(Args& args) { return in_union(args[1], args[0]); }

constexpr NativeDefinition kMethods[] = {
    static_method("__new__", "(cls, name, /, *, repr=None)", sentinel_new),
    method("__repr__", "(self, /)", sentinel_repr),
    method("__copy__", "(self, /)", sentinel_itself),
    method("__deepcopy__", "(self, memo, /)", sentinel_itself),
    method("__or__", "(self, other, /)", sentinel_or),
    method("__ror__", "(self, other, /)", sentinel_ror),
    method("__reduce__", "(self, /)", sentinel_name),
    getter("__name__", sentinel_name),
    getter("__module__", sentinel_module),
};

}  // namespace

void register_sentinel() {
  sentinel_type = new_builtin_type({.name = "sentinel",
                                    .layout = Kind::Native,
                                    .instance_size = sizeof(Sentinel),
                                    .flags = Type::kNoSubclass,
                                    .methods = kMethods,
                                    .slots = {.destroy = destroy_native<Sentinel>}});
}

}  // namespace awaitscope
