// object, and the types of None, Ellipsis, NotImplemented.

#include <algorithm>

#include "engine/builtins/functions/object_types.h"
#include "engine/machine/attributes.h"
#include "engine/machine/operators.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

bool is_object_method(Type* type, Special special) {
  return find_special(type, special) == dict_get(types.object->dict, special_name(special));
}

// "Can't instantiate abstract class Shape with abstract methods area, name"; since 3.12 "without an
// implementation for abstract methods 'area', 'name'".
Ref raise_abstract(Type* type, Value methods) {
  std::vector<std::string_view> list;
  if (const Set* set = as_if<Set>(methods)) {
    for (uint32_t i = 0; set->table && i <= set->mask; ++i) {
      if (const Str* name = set->table[i].key.is_object() ? as_if<Str>(set->table[i].key) : nullptr)
        list.push_back(name->view());
    }
  }
  std::sort(list.begin(), list.end());
  bool quoted = since(Version::V3_12);
  std::string text;
  for (std::string_view name : list) {
    text.append(text.empty() ? "" : ", ").append(quoted ? quote(name) : std::string(name));
  }
  return raise_type_error(
      {"Can't instantiate abstract class ", type->name_view(),
       quoted ? " without an implementation for abstract method" : " with abstract method",
       list.size() > 1 ? "s " : " ", text});
}

// object(...) takes no arguments; a class that has only one of __new__ and __init__ leaves it to
// that one to check what it is given.
Ref object_new(Args& args) {
  auto* type = as<Type>(args[0]);
  if (args.count > 1 || args.keyword_count()) {
    if (!is_object_method(type, Special::new_)) {
      return raise_type_error(
          {"object.__new__() takes exactly one argument (the type to instantiate)"});
    }
    if (is_object_method(type, Special::init)) {
      return raise_type_error({type->name_view(), "() takes no arguments"});
    }
  }
  if (type->layout != Kind::Instance || type->detail & Type::kNoInstance) {
    Type* base = type;
    while (base->detail & Type::kHeap) base = base->base;
    if (base->detail & Type::kNoInstance) {
      return raise_type_error({"cannot create '", type->name_view(), "' instances"});
    }
    return raise_type_error({"object.__new__(", type->name_view(), ") is not safe, use ",
                             base->name_view(), ".__new__()"});
  }
  if (Value abstract = dict_get(type->dict, names.abstract_methods)) {
    if (truth_fast(abstract) == 1) return raise_abstract(type, abstract);
  }
  return new_instance(type);
}

Ref object_init(Args& args) {
  Type* type = type_of(args[0]);
  if (args.count > 1 || args.keyword_count()) {
    if (!is_object_method(type, Special::init)) {
      return raise_type_error(
          {"object.__init__() takes exactly one argument (the instance to initialize)"});
    }
    if (is_object_method(type, Special::new_)) {
      return raise_type_error(
          {type->name_view(),
           ".__init__() takes exactly one argument (the instance to initialize)"});
    }
  }
  return Value::none();
}

Ref object_repr(Args& args) {
  Type* type = type_of(args[0]);
  std::string name(text_of(type->qualname));
  if (is<Str>(type->module) && text_of(type->module) != "builtins") {
    name = concat({text_of(type->module), ".", name});
  }
  return new_str(concat({"<", name, " object at ", address_text(args[0]), ">"}));
}

Ref object_str(Args& args) {
  Ref text = repr_fast(args[0]);
  return text || is_pending() ? text : try_coroutine();
}
Native object_str_slow(Args args) {
  co_return co_await call(find_special(type_of(args[0]), Special::repr), args[0]);
}

Ref object_eq(Args& args) {
  return args[0] == args[1] ? Value::boolean(true) : Value::not_implemented();
}

Ref object_ne(Args& args) {
  if (!is_object_method(type_of(args[0]), Special::eq)) return try_coroutine();
  return args[0] == args[1] ? Value::boolean(false) : Value::not_implemented();
}
Native object_ne_slow(Args args) {
  Ref same = co_await call(find_special(type_of(args[0]), Special::eq), args[0], args[1]);
  if (same.is_null() || same.get() == Value::not_implemented()) co_return same;
  CO_TRY(truth, truth_of(same));
  co_return Value::boolean(truth.get() == Value::boolean(false));
}

Ref not_implemented(Args&) { return Value::not_implemented(); }

Ref object_hash(Args& args) {
  // The default hash, whatever the type's own is.
  uint64_t address = address_of(args[0]);
  return new_int(int64_t(address >> 4 | address << 60));
}

Ref object_format(Args& args) {
  auto* specification = as_if<Str>(args[1]);
  if (!specification) {
    return raise_type_error({"__format__() argument must be str, not ", type_name(args[1])});
  }
  if (specification->size) {
    return raise_type_error(
        {"unsupported format string passed to ", type_name(args[0]), ".__format__"});
  }
  Ref text = str_fast(args[0]);
  return text || is_pending() ? text : try_coroutine();
}
Native object_format_slow(Args args) { co_return co_await str_of(args[0]); }

Ref object_init_subclass(Args& args) {
  if (args.count > 1 || args.keyword_count()) {
    auto* type = as_if<Type>(args[0]);
    return raise_type_error({type ? text_of(type->qualname) : "object",
                             ".__init_subclass__() takes no ",
                             args.keyword_count() ? "keyword " : "", "arguments"});
  }
  return Value::none();
}

// --- attributes ---

Native object_getattribute(Args args) {
  Str* name = attribute_name(args[1]);
  if (!name) co_return Ref();
  co_return co_await plain_get_attribute(args[0], Value::of(name));
}
Ref object_setattr_fast(Args& args) {
  Str* name = as_if<Str>(args[1]);
  bool ok = true;
  if (!name || !plain_set_attribute_fast(args[0], intern(name), args[2], ok))
    return try_coroutine();
  return ok ? Ref(Value::none()) : Ref();
}
Native object_setattr(Args args) {
  Str* name = attribute_name(args[1]);
  if (!name) co_return Ref();
  co_return co_await plain_set_attribute(args[0], Value::of(name), args[2]);
}
Native object_delattr(Args args) {
  Str* name = attribute_name(args[1]);
  if (!name) co_return Ref();
  co_return co_await plain_set_attribute(args[0], Value::of(name), Ref());
}

Ref get_class(Args& args) { return Value::of(type_of(args[0])); }
Ref set_class(Args& args) {
  if (!args[1]) return raise_type_error({"can't delete __class__ attribute"});
  auto* type = as_if<Type>(args[1]);
  if (!type) {
    return raise_type_error(
        {"__class__ must be set to a class, not '", type_name(args[1]), "' object"});
  }
  Type* old = type_of(args[0]);
  if (!(old->detail & Type::kHeap) || !(type->detail & Type::kHeap)) {
    return raise_type_error(
        {"__class__ assignment only supported for mutable types or ModuleType subclasses"});
  }
  if (old->layout != type->layout || old->instance_size != type->instance_size ||
      old->attributes_offset != type->attributes_offset) {
    return raise_type_error({"__class__ assignment: '", type->name_view(),
                             "' object layout differs from '", old->name_view(), "'"});
  }
  retain(static_cast<Object*>(type));
  args[0].object()->type = type;
  if (Exception* exception = as_if<Exception>(args[0])) exception->shown = 0;
  release(static_cast<Object*>(old));
  return Value::none();
}

Ref get_attributes(Args& args) {
  Dict* attributes = args[0].is_object() ? attributes_of(args[0].object(), true) : nullptr;
  // (An exception's notes are kept apart.)
  if (const Exception* exception = as_if<Exception>(args[0]); exception && exception->notes)
    dict_set(attributes, names.notes, exception->notes);
  return attributes ? Ref(Value::of(attributes)) : raise_attribute_error(args[0], names.dict);
}
Ref set_attributes(Args& args) {
  Object* object = args[0].is_object() ? args[0].object() : nullptr;
  if (!object || !attributes_of(object, true)) return raise_attribute_error(args[0], names.dict);
  auto* dict = as_if<Dict>(args[1]);
  if (!dict) {
    return raise_type_error(
        {"__dict__ must be set to a dictionary, not a '", type_name(args[1]), "'"});
  }
  Dict** held = object->type->attributes_offset
                    ? reinterpret_cast<Dict**>(reinterpret_cast<char*>(object) +
                                               object->type->attributes_offset)
                    : make_side_attributes(object);
  retain(static_cast<Object*>(dict));
  release(static_cast<Object*>(std::exchange(*held, dict)));
  return Value::none();
}

// Classes take this and __dict__ from here: see make_type().
Ref get_weakref(Args& args) {
  const std::vector<Type*>& mro = type_of(args[0])->mro;
  if (std::none_of(mro.begin(), mro.end(), [](const Type* each) {
        return each != types.object && dict_get(each->dict, names.weakref);
      })) {
    return raise_attribute_error(args[0], names.weakref);
  }
  const WeakReferences::List* known = vm().weak_references.of(args[0].object());
  return known && !known->empty() ? Value::of(known->front()) : Value::none();
}

Ref object_subclasshook(Args&) { return Value::not_implemented(); }

constexpr NativeDefinition kObjectMethods[] = {
    static_method("__new__", "", object_new),
    method("__init__", "", object_init),
    method("__repr__", "(self, /)", object_repr),
    method("__str__", "(self, /)", object_str, object_str_slow),
    method("__eq__", "(self, other, /)", object_eq),
    method("__ne__", "(self, other, /)", object_ne, object_ne_slow),
    method("__lt__", "(self, other, /)", not_implemented),
    method("__le__", "(self, other, /)", not_implemented),
    method("__gt__", "(self, other, /)", not_implemented),
    method("__ge__", "(self, other, /)", not_implemented),
    method("__hash__", "(self, /)", object_hash),
    method("__format__", "(self, specification, /)", object_format, object_format_slow),
    method("__getattribute__", "(self, name, /)", object_getattribute),
    method("__setattr__", "(self, name, value, /)", object_setattr_fast, object_setattr),
    method("__delattr__", "(self, name, /)", object_delattr),
    getter("__class__", get_class, set_class),
    getter("__dict__", get_attributes, set_attributes),
    getter("__weakref__", get_weakref),
    class_method("__init_subclass__", "", object_init_subclass),
    class_method("__subclasshook__", "(cls, subclass, /)", object_subclasshook),
};

Ref none_repr(Args&) { return Value::of(intern("None")); }
Ref none_bool(Args&) { return Value::boolean(false); }
Ref none_new(Args&) { return Value::none(); }
constexpr NativeDefinition kNoneMethods[] = {
    static_method("__new__", "(cls, /)", none_new),
    method("__repr__", "(self, /)", none_repr),
    method("__bool__", "(self, /)", none_bool),
};
Ref ellipsis_repr(Args&) { return Value::of(intern("Ellipsis")); }
Ref ellipsis_new(Args&) { return Value::ellipsis(); }
constexpr NativeDefinition kEllipsisMethods[] = {
    static_method("__new__", "(cls, /)", ellipsis_new),
    method("__repr__", "(self, /)", ellipsis_repr),
};
Ref not_implemented_repr(Args&) { return Value::of(intern("NotImplemented")); }
Ref not_implemented_new(Args&) { return Value::not_implemented(); }
constexpr NativeDefinition kNotImplementedMethods[] = {
    static_method("__new__", "(cls, /)", not_implemented_new),
    method("__repr__", "(self, /)", not_implemented_repr),
};

}  // namespace

void register_objects() {
  types.object = new_builtin_type(
      {.name = "object", .instance_size = sizeof(Instance), .methods = kObjectMethods});
  register_type_type();
  constexpr uint16_t kSealed = Type::kNoSubclass;
  types.none = new_builtin_type({.name = "NoneType", .flags = kSealed, .methods = kNoneMethods});
  types.ellipsis =
      new_builtin_type({.name = "ellipsis", .flags = kSealed, .methods = kEllipsisMethods});
  types.not_implemented = new_builtin_type(
      {.name = "NotImplementedType", .flags = kSealed, .methods = kNotImplementedMethods});
  register_function_types();
  register_descriptors();
}

}  // namespace awaitscope
