// property, staticmethod, classmethod.

#include "engine/builtins/containers/container_methods.h"
#include "engine/builtins/functions/object_types.h"
#include "engine/machine/attributes.h"
#include "engine/machine/native.h"
#include "engine/objects/containers.h"
#include "engine/objects/native_function.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

// --- property ---

Property* property_of(Args& args) { return as<Property>(args[0]); }

Ref property_new(Args& args) { return new_instance(as<Type>(args[0])); }

Value given(Value value) { return value.is_none() ? Value{} : value; }

void fill(Property* property, Value getter, Value setter, Value deleter, Value doc) {
  replace(property->getter, getter);
  replace(property->setter, setter);
  replace(property->deleter, deleter);
  if (!doc) {
    auto* function = as_if<Function>(getter);
    if (function && function->doc) doc = function->doc;
  }
  replace(property->doc, doc);
}

// A derived class hides the getter of __doc__: each of its instances has one of its own. Until 3.12
// only where it is the getter function's.
void keep_doc(Property* property, bool given) {
  if (property->type == types.property || ((given || !property->doc) && !since(Version::V3_12)))
    return;
  if (Dict* own = attributes_of(property, true)) dict_set(own, names.doc, or_none(property->doc));
}

Ref property_init(Args& args) {
  fill(property_of(args), given(args[1]), given(args[2]), given(args[3]), given(args[4]));
  keep_doc(property_of(args), bool(given(args[4])));
  return Value::none();
}

Ref copy_with(Args& args, int which) {
  Property* old = property_of(args);
  Ref copy = new_instance(old->type);
  Value parts[] = {old->getter, old->setter, old->deleter};
  parts[which] = given(args[1]);
  fill(as<Property>(copy), parts[0], parts[1], parts[2], which == 0 ? Value{} : old->doc);
  keep_doc(as<Property>(copy), which != 0);
  return copy;
}
Ref property_getter(Args& args) { return copy_with(args, 0); }
Ref property_setter(Args& args) { return copy_with(args, 1); }
Ref property_deleter(Args& args) { return copy_with(args, 2); }

Ref get_fget(Args& args) { return or_none(property_of(args)->getter); }
Ref get_fset(Args& args) { return or_none(property_of(args)->setter); }
Ref get_fdel(Args& args) { return or_none(property_of(args)->deleter); }
Ref get_property_doc(Args& args) { return or_none(property_of(args)->doc); }
Ref set_property_doc(Args& args) {
  replace(property_of(args)->doc, args[1]);
  return Value::none();
}

Native property_get(Args args) {
  Property* property = property_of(args);
  if (args[1].is_none()) co_return args[0];
  if (!property->getter) {
    co_return raise_error(types.AttributeError,
                          concat({"property of '", type_name(args[1]), "' object has no getter"}));
  }
  co_return co_await call(property->getter, args[1]);
}
Native property_set(Args args) {
  Property* property = property_of(args);
  if (!property->setter) {
    co_return raise_error(types.AttributeError,
                          concat({"property of '", type_name(args[1]), "' object has no setter"}));
  }
  co_return co_await call(property->setter, args[1], args[2]);
}
Native property_delete(Args args) {
  Property* property = property_of(args);
  if (!property->deleter) {
    co_return raise_error(types.AttributeError,
                          concat({"property of '", type_name(args[1]), "' object has no deleter"}));
  }
  co_return co_await call(property->deleter, args[1]);
}

constexpr NativeDefinition kPropertyMethods[] = {
    static_method("__new__", "(cls, /, *args, **kwargs)", property_new),
    method("__init__", "(self, fget=None, fset=None, fdel=None, doc=None)", property_init),
    method("getter", "(self, function, /)", property_getter),
    method("setter", "(self, function, /)", property_setter),
    method("deleter", "(self, function, /)", property_deleter),
    getter("fget", get_fget),
    getter("fset", get_fset),
    getter("fdel", get_fdel),
    getter("__doc__", get_property_doc, set_property_doc),
    method("__get__", "(self, instance, owner=None, /)", property_get),
    method("__set__", "(self, instance, value, /)", property_set),
    method("__delete__", "(self, instance, /)", property_delete),
};

// --- staticmethod and classmethod ---

template <class T>
Ref wrapper_new(Args& args) {
  return new_instance(as<Type>(args[0]));
}

template <class T>
Ref wrapper_init(Args& args) {
  replace(as<T>(args[0])->function, args[1]);
  return Value::none();
}

template <class T>
Ref get_wrapped(Args& args) {
  return or_none(as<T>(args[0])->function);
}

template <class T>
Ref wrapper_repr(Args& args) {
  Ref function = repr_fast(as<T>(args[0])->function);
  if (function.is_null()) return is_pending() ? Ref() : try_coroutine();
  return new_str(concat({"<", type_name(args[0]), "(", text_of(function), ")>"}));
}
template <class T>
Native wrapper_repr_slow(Args args) {
  CO_TRY(function, repr_of(as<T>(args[0])->function));
  co_return new_str(concat({"<", type_name(args[0]), "(", text_of(function), ")>"}));
}

Native staticmethod_call(Args args) {
  auto* rest = as<Tuple>(args[1]);
  auto* by_name = as<Dict>(args[2]);
  std::vector<Value> values(rest->items, rest->items + rest->size), keys;
  for (uint32_t i = 0; i < by_name->filled; ++i) {
    if (!by_name->entries[i].key) continue;
    keys.push_back(by_name->entries[i].key);
    values.push_back(by_name->entries[i].value);
  }
  Ref names = new_tuple(keys);
  Args call_args{values.data(), rest->size, keys.empty() ? nullptr : as<Tuple>(names)};
  co_return co_await call_with(as<StaticMethod>(args[0])->function, call_args);
}

Ref staticmethod_get(Args& args) { return as<StaticMethod>(args[0])->function; }

// What tells of the function is told of its wrapper too.
template <class T>
Native wrapper_getattr(Args args) {
  if (!is<Str>(args[1])) {
    co_return raise_type_error({"attribute name must be string, not '", type_name(args[1]), "'"});
  }
  std::string_view name = text_of(args[1]);
  if (name == "__name__" || name == "__qualname__" || name == "__annotations__" ||
      name == "__isabstractmethod__") {
    Ref found = co_await get_attribute(as<T>(args[0])->function, as<Str>(args[1]));
    if (found || name != "__isabstractmethod__") co_return found;
    take_pending();
    co_return Value::boolean(false);
  }
  co_return raise_attribute_error(args[0], as<Str>(args[1]));
}

template <class T>
Ref wrapper_doc(Args& args) {
  const Function* function = as_if<Function>(as<T>(args[0])->function);
  return function ? or_none(function->doc) : Ref(Value::none());
}

constexpr NativeDefinition kStaticMethodMethods[] = {
    getter("__doc__", wrapper_doc<StaticMethod>),
    static_method("__new__", "(cls, /, *args, **kwargs)", wrapper_new<StaticMethod>),
    method("__init__", "(self, function, /)", wrapper_init<StaticMethod>),
    method("__repr__", "(self, /)", wrapper_repr<StaticMethod>, wrapper_repr_slow<StaticMethod>),
    method("__call__", "(self, /, *args, **kwargs)", staticmethod_call),
    method("__get__", "(self, instance, owner=None, /)", staticmethod_get),
    class_method("__class_getitem__", "(cls, item, /)", method_class_getitem).since(Version::V3_14),
    method("__getattr__", "(self, name, /)", wrapper_getattr<StaticMethod>),
    getter("__func__", get_wrapped<StaticMethod>),
    getter("__wrapped__", get_wrapped<StaticMethod>),
};

Ref classmethod_get(Args& args) {
  if (args[1].is_none() && args[2].is_none())
    return raise_type_error({"__get__(None, None) is invalid"});
  Value owner = args[2].is_none() ? Value::of(type_of(args[1])) : args[2];
  if (!is<Type>(owner)) return raise_type_error({"a class, please"});
  bool needs_python = false;
  Ref bound = bind_descriptor_fast(args[0], Value(), as<Type>(owner), needs_python);
  return needs_python ? Ref(as<ClassMethod>(args[0])->function) : bound;
}

constexpr NativeDefinition kClassMethodMethods[] = {
    getter("__doc__", wrapper_doc<ClassMethod>),
    method("__get__", "(self, instance, owner=None, /)", classmethod_get),
    class_method("__class_getitem__", "(cls, item, /)", method_class_getitem).since(Version::V3_14),
    static_method("__new__", "(cls, /, *args, **kwargs)", wrapper_new<ClassMethod>),
    method("__init__", "(self, function, /)", wrapper_init<ClassMethod>),
    method("__repr__", "(self, /)", wrapper_repr<ClassMethod>, wrapper_repr_slow<ClassMethod>),
    method("__getattr__", "(self, name, /)", wrapper_getattr<ClassMethod>),
    getter("__func__", get_wrapped<ClassMethod>),
    getter("__wrapped__", get_wrapped<ClassMethod>),
};

}  // namespace

void register_descriptors() {
  types.property = new_builtin_type({.name = "property",
                                     .layout = Kind::Property,
                                     .instance_size = sizeof(Property),
                                     .methods = kPropertyMethods});
  types.staticmethod = new_builtin_type({.name = "staticmethod",
                                         .layout = Kind::StaticMethod,
                                         .instance_size = sizeof(StaticMethod),
                                         .methods = kStaticMethodMethods});
  types.classmethod = new_builtin_type({.name = "classmethod",
                                        .layout = Kind::ClassMethod,
                                        .instance_size = sizeof(ClassMethod),
                                        .methods = kClassMethodMethods});
}

}  // namespace awaitscope
