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

bool can_be_called(Value object) {
  return is<Type>(object) || bool(find_special(type_of(object), Special::call));
}

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
  // In the dict of a builtin type is, if anything, what its instances have.
  const bool is_class = type->detail & Type::kHeap;
  if (Value own = dict_get(type->dict, names.module); own && is_class) return own;
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

// The function of a class that evaluates its annotations, or null.
Value annotate_of(Type* type) {
  Value own = dict_get(type->dict, names.annotate_func);
  if (!own) own = dict_get(type->dict, names.annotate);
  return own && !own.is_none() ? own : Value();
}

// Where a class keeps them: since 3.14 a name of its own, once they were evaluated.
Str* annotations_name(Type* type) {
  bool own = !since(Version::V3_14) || dict_get(type->dict, names.annotations);
  return own ? names.annotations : names.annotations_cache;
}

// PEP 649: since 3.14 they are evaluated when they are asked for.
Native get_annotations_slow(Args args) {
  Ref type = args[0], annotate = annotate_of(as<Type>(type));
  Ref made = co_await call(annotate, Value::of_int(1));
  if (!made) co_return Ref();
  if (!is<Dict>(made)) {
    co_return raise_type_error({"__annotate__() must return a dict, not ", type_name(made)});
  }
  dict_set(as<Type>(type)->dict, names.annotations_cache, made);
  modified(as<Type>(type));
  co_return made;
}
Ref get_annotations(Args& args) {
  auto* type = as<Type>(args[0]);
  if (Value own = dict_get(type->dict, annotations_name(type))) return own;
  if (since(Version::V3_14) && annotate_of(type)) return try_coroutine();
  if (!(type->detail & Type::kHeap)) {
    return raise_error(types.AttributeError, concat({"type object '", type->name_view(),
                                                     "' has no attribute '__annotations__'"}));
  }
  Ref made = new_dict();
  dict_set(type->dict, annotations_name(type), made);
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
    dict_set(type->dict, annotations_name(type), args[1]);
  } else if (!dict_delete(type->dict, Value::of(annotations_name(type)))) {
    return raise_error(types.AttributeError, "__annotations__");
  }
  if (since(Version::V3_14)) dict_delete(type->dict, Value::of(names.annotate_func));
  modified(type);
  return Value::none();
}
Ref get_annotate(Args& args) {
  auto* type = as<Type>(args[0]);
  if (!(type->detail & Type::kHeap)) {
    return raise_error(types.AttributeError, concat({"type object '", type->name_view(),
                                                     "' has no attribute '__annotate__'"}));
  }
  Value annotate = annotate_of(type);
  return annotate ? annotate : Value::none();
}
Ref set_annotate(Args& args) {
  auto* type = as<Type>(args[0]);
  if (!may_be_set(type, "__annotate__", args[1])) return {};
  if (!args[1].is_none() && !can_be_called(args[1]))
    return raise_type_error({"__annotate__ must be callable or None"});
  dict_set(type->dict, names.annotate_func, args[1]);
  if (!args[1].is_none()) dict_delete(type->dict, Value::of(names.annotations_cache));
  modified(type);
  return Value::none();
}

Ref get_type_params(Args& args) {
  Value own = dict_get(as<Type>(args[0])->dict, intern("__type_params__"));
  return own && args[0].object() != types.type ? Ref(own) : new_tuple({});
}
Ref set_type_params(Args& args) {
  auto* type = as<Type>(args[0]);
  if (!may_be_set(type, "__type_params__", args[1])) return {};
  dict_set(type->dict, intern("__type_params__"), args[1]);
  modified(type);
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
    getter("__annotations__", get_annotations, set_annotations, get_annotations_slow),
    getter("__annotate__", get_annotate, set_annotate).since(Version::V3_14),
    getter("__type_params__", get_type_params, set_type_params).since(Version::V3_12),
};

}  // namespace

void register_type_type() {
  types.type = new_builtin_type({.name = "type",
                                 .layout = Kind::Type,
                                 .instance_size = sizeof(Type),
                                 .methods = kTypeMethods});
}

}  // namespace awaitscope
