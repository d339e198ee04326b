// property, staticmethod, classmethod.

#include "engine/builtins/functions/object_types.h"
#include "engine/machine/native.h"
#include "engine/objects/containers.h"
#include "engine/objects/native.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

constexpr auto kMethod = NativeDefinition::kMethod;
constexpr auto kGetter = NativeDefinition::kGetter;

void replace(Value& held, Value with) {
  retain(with);
  release(std::exchange(held, with));
}

Ref or_none(Value value) { return value ? value : Value::none(); }

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

Ref property_init(Args& args) {
  fill(property_of(args), given(args[1]), given(args[2]), given(args[3]), given(args[4]));
  return Value::none();
}

Ref copy_with(Args& args, int which) {
  Property* old = property_of(args);
  Ref copy = new_instance(old->type);
  Value parts[] = {old->getter, old->setter, old->deleter};
  parts[which] = given(args[1]);
  fill(as<Property>(copy), parts[0], parts[1], parts[2], which == 0 ? Value{} : old->doc);
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
    {"__new__", "(cls, /, *args, **kwargs)", property_new, nullptr,
     NativeDefinition::kStaticMethod},
    {"__init__", "(self, fget=None, fset=None, fdel=None, doc=None)", property_init, nullptr,
     kMethod},
    {"getter", "(self, function, /)", property_getter, nullptr, kMethod},
    {"setter", "(self, function, /)", property_setter, nullptr, kMethod},
    {"deleter", "(self, function, /)", property_deleter, nullptr, kMethod},
    {"fget", "(self, /)", get_fget, nullptr, kGetter},
    {"fset", "(self, /)", get_fset, nullptr, kGetter},
    {"fdel", "(self, /)", get_fdel, nullptr, kGetter},
    {"__doc__", "(self, /)", get_property_doc, nullptr, kGetter, set_property_doc},
    {"__get__", "(self, instance, owner=None, /)", nullptr, property_get, kMethod},
    {"__set__", "(self, instance, value, /)", nullptr, property_set, kMethod},
    {"__delete__", "(self, instance, /)", nullptr, property_delete, kMethod},
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
  Ref function = quick_repr(as<T>(args[0])->function);
  if (function.is_null()) return is_pending() ? Ref() : try_coroutine();
  return new_str(concat({"<", type_name(args[0]), "(", text_of(function), ")>"}));
}
template <class T>
Native wrapper_repr_slow(Args args) {
  Ref function = co_await repr_of(as<T>(args[0])->function);
  if (function.is_null()) co_return function;
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

constexpr NativeDefinition kStaticMethodMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", wrapper_new<StaticMethod>, nullptr,
     NativeDefinition::kStaticMethod},
    {"__init__", "(self, function, /)", wrapper_init<StaticMethod>, nullptr, kMethod},
    {"__repr__", "(self, /)", wrapper_repr<StaticMethod>, wrapper_repr_slow<StaticMethod>, kMethod},
    {"__call__", "(self, /, *args, **kwargs)", nullptr, staticmethod_call, kMethod},
    {"__get__", "(self, instance, owner=None, /)", staticmethod_get, nullptr, kMethod},
    {"__func__", "(self, /)", get_wrapped<StaticMethod>, nullptr, kGetter},
    {"__wrapped__", "(self, /)", get_wrapped<StaticMethod>, nullptr, kGetter},
};

constexpr NativeDefinition kClassMethodMethods[] = {
    {"__new__", "(cls, /, *args, **kwargs)", wrapper_new<ClassMethod>, nullptr,
     NativeDefinition::kStaticMethod},
    {"__init__", "(self, function, /)", wrapper_init<ClassMethod>, nullptr, kMethod},
    {"__repr__", "(self, /)", wrapper_repr<ClassMethod>, wrapper_repr_slow<ClassMethod>, kMethod},
    {"__func__", "(self, /)", get_wrapped<ClassMethod>, nullptr, kGetter},
    {"__wrapped__", "(self, /)", get_wrapped<ClassMethod>, nullptr, kGetter},
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
