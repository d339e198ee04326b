// type: the attributes and methods of classes. Making classes and calling them is the machine's.

#include "engine/builtins/containers/mapping_proxy.h"
#include "engine/builtins/functions/object_types.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

Ref tuple_of(const std::vector<Type*>& types) {
  Tuple* tuple = new_tuple_uninitialized(uint32_t(types.size()));
  for (size_t i = 0; i < types.size(); ++i) tuple->items[i] = Ref(Value::of(types[i])).take();
  return Ref::adopt(tuple);
}

Ref type_repr(Args& args) {
  auto* type = as<Type>(args[0]);
  std::string_view module = is<Str>(type->module) ? text_of(type->module) : "builtins";
  if (module == "builtins") return new_str(concat({"<class '", text_of(type->qualname), "'>"}));
  return new_str(concat({"<class '", module, ".", text_of(type->qualname), "'>"}));
}

bool may_be_set(Type* type, std::string_view name, Value value) {
  if (!(type->detail & Type::kHeap)) {
    raise_type_error(
        {"cannot set '", name, "' attribute of immutable type '", type->name_view(), "'"});
    return false;
  }
  if (!value) {
    raise_type_error({"cannot delete '", name, "' attribute of type '", type->name_view(), "'"});
    return false;
  }
  return true;
}

void replace(Value& held, Value with) {
  retain(with);
  release(std::exchange(held, with));
}

Ref get_name(Args& args) { return as<Type>(args[0])->plain_name(); }
Ref set_name(Args& args) {
  auto* type = as<Type>(args[0]);
  if (!may_be_set(type, "__name__", args[1])) return {};
  if (!is<Str>(args[1])) {
    return raise_type_error({"can only assign string to ", type->name_view(), ".__name__, not '",
                             type_name(args[1]), "'"});
  }
  replace(type->name, args[1]);
  vm().recorder.renamed(type);
  return Value::none();
}

Ref get_qualname(Args& args) { return as<Type>(args[0])->qualname; }
Ref set_qualname(Args& args) {
  auto* type = as<Type>(args[0]);
  if (!may_be_set(type, "__qualname__", args[1])) return {};
  if (!is<Str>(args[1])) {
    return raise_type_error({"can only assign string to ", type->name_view(),
                             ".__qualname__, not '", type_name(args[1]), "'"});
  }
  replace(type->qualname, args[1]);
  vm().recorder.renamed(type);
  return Value::none();
}

Ref get_module(Args& args) {
  auto* type = as<Type>(args[0]);
  if (Value own = dict_get(type->dict, names.module); own && type != types.type) return own;
  return type->module ? type->module : Value::of(intern("builtins"));
}
Ref set_module(Args& args) {
  auto* type = as<Type>(args[0]);
  if (!may_be_set(type, "__module__", args[1])) return {};
  dict_set(type->dict, names.module, args[1]);
  if (is<Str>(args[1])) replace(type->module, args[1]);
  return Value::none();
}

Ref get_doc(Args& args) {
  auto* type = as<Type>(args[0]);
  if (Value own = dict_get(type->dict, names.doc); own && type != types.type) return own;
  return type->doc ? type->doc : Value::none();
}
Ref set_doc(Args& args) {
  auto* type = as<Type>(args[0]);
  if (!may_be_set(type, "__doc__", args[1])) return {};
  dict_set(type->dict, names.doc, args[1]);
  replace(type->doc, args[1]);
  return Value::none();
}

Ref get_mro(Args& args) { return tuple_of(as<Type>(args[0])->mro); }
Ref get_bases(Args& args) { return tuple_of(as<Type>(args[0])->bases); }
Ref get_base(Args& args) {
  auto* type = as<Type>(args[0]);
  return type->base ? Value::of(type->base) : Value::none();
}
Ref get_dict(Args& args) {
  auto* type = as<Type>(args[0]);
  return new_mapping_proxy(Value::of(type->dict));
}

Ref get_annotations(Args& args) {
  auto* type = as<Type>(args[0]);
  if (Value own = dict_get(type->dict, names.annotations)) return own;
  if (!(type->detail & Type::kHeap)) {
    return raise_error(types.AttributeError, concat({"type object '", type->name_view(),
                                                     "' has no attribute '__annotations__'"}));
  }
  Ref made = new_dict();
  dict_set(type->dict, names.annotations, made);
  modified(type);
  return made;
}
Ref set_annotations(Args& args) {
  auto* type = as<Type>(args[0]);
  if (!(type->detail & Type::kHeap)) {
    return raise_type_error(
        {"cannot set '__annotations__' attribute of immutable type '", type->name_view(), "'"});
  }
  if (args[1]) {
    dict_set(type->dict, names.annotations, args[1]);
  } else if (!dict_delete(type->dict, Value::of(names.annotations))) {
    return raise_error(types.AttributeError, "__annotations__");
  }
  return Value::none();
}

Ref type_mro(Args& args) {
  const auto& mro = as<Type>(args[0])->mro;
  Ref list = new_list();
  for (Type* type : mro) list_append(as<List>(list), Value::of(type));
  return list;
}

Ref type_subclasses(Args& args) {
  Ref list = new_list();
  for (Type* type : as<Type>(args[0])->subclasses) list_append(as<List>(list), Value::of(type));
  return list;
}

constexpr NativeDefinition kTypeMethods[] = {
    method("__repr__", "(self, /)", type_repr),
    method("mro", "(self, /)", type_mro),
    method("__subclasses__", "(self, /)", type_subclasses),
    getter("__name__", get_name, set_name),
    getter("__qualname__", get_qualname, set_qualname),
    getter("__module__", get_module, set_module),
    getter("__doc__", get_doc, set_doc),
    getter("__mro__", get_mro),
    getter("__bases__", get_bases),
    getter("__base__", get_base),
    getter("__dict__", get_dict),
    getter("__annotations__", get_annotations, set_annotations),
};

}  // namespace

void register_type_type() {
  types.type = new_builtin_type({.name = "type",
                                 .layout = Kind::Type,
                                 .instance_size = sizeof(Type),
                                 .methods = kTypeMethods});
}

}  // namespace awaitscope
