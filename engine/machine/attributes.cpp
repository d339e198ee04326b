// Attribute access: object.__getattribute__, type.__getattribute__, modules, super, descriptors.
// Specified in: https://docs.python.org/3.11/howto/descriptor.html

#include "engine/machine/attributes.h"

#include "engine/machine/classes.h"
#include "engine/machine/functions.h"
#include "engine/machine/lazy_imports.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/layout.h"
#include "engine/objects/text.h"

namespace awaitscope {

Dict* attributes_of(Object* object, bool make) {
  uint16_t offset = object->type->attributes_offset;
  if (!offset) {
    uint16_t flags = object->type->detail;
    if (!(flags & Type::kHeap) || flags & Type::kNoDict || !differs_in_size(object->kind))
      return nullptr;
    Dict** beside = make ? make_side_attributes(object) : side_attributes(object);
    if (!beside) return nullptr;
    if (!*beside) *beside = as<Dict>(new_dict().take());
    return *beside;
  }
  auto** slot = reinterpret_cast<Dict**>(reinterpret_cast<char*>(object) + offset);
  if (!*slot && make) *slot = as<Dict>(new_dict().take());
  return *slot;
}

// --- __slots__ ---

struct SlotMember : NativeObject {
  Str* name = nullptr;
  Ref owner;  // whose instances have the slot
  uint32_t offset = 0;
  auto parts() { return std::tie(owner); }
};
static Type* member_type;

Ref new_slot_member(Str* name, Type* owner, uint32_t offset) {
  auto* member = make_object<SlotMember>(member_type, 0);
  member->name = name;
  member->owner = Value::of(owner);
  member->offset = offset;
  return Ref::adopt(member);
}

static std::string_view type_name_of(SlotMember* member) {
  return as<Type>(member->owner)->name_view();
}

static Value& slot_of(SlotMember* member, Value object) {
  return *reinterpret_cast<Value*>(reinterpret_cast<char*>(object.object()) + member->offset);
}

// (Another class may have the descriptor too, but not the slot.)
static bool has_slot(SlotMember* member, Value object) {
  if (is_subtype(type_of(object), as<Type>(member->owner))) return true;
  raise_type_error({"descriptor '", member->name->view(), "' for '", type_name_of(member),
                    "' objects doesn't apply to a '", type_name(object), "' object"});
  return false;
}

static SlotMember* as_member(Value found) {
  return found.is_object() && found.object()->type == member_type
             ? static_cast<SlotMember*>(found.object())
             : nullptr;
}

static Ref member_repr(Args& args) {
  auto* member = static_cast<SlotMember*>(args[0].object());
  return new_str(
      concat({"<member '", member->name->view(), "' of '", type_name_of(member), "' objects>"}));
}

static SlotMember* member_of(Args& args) { return static_cast<SlotMember*>(args[0].object()); }
static Ref member_get(Args& args) {
  SlotMember* member = member_of(args);
  if (args[1].is_none()) {
    return args[2].is_none() ? raise_type_error({"__get__(None, None) is invalid"}) : Ref(args[0]);
  }
  if (!has_slot(member, args[1])) return Ref();
  Value content = slot_of(member, args[1]);
  return content ? Ref(content) : raise_attribute_error(args[1], member->name);
}
static Ref put_into_slot(Args& args, Value content) {
  if (!has_slot(member_of(args), args[1])) return Ref();
  Ref before = Ref::adopt(std::exchange(slot_of(member_of(args), args[1]), Ref(content).take()));
  if (!content && !before) return raise_attribute_error(args[1], member_of(args)->name);
  return Value::none();
}
static Ref member_set(Args& args) { return put_into_slot(args, args[2]); }
static Ref member_delete(Args& args) { return put_into_slot(args, Value()); }
static Ref member_name(Args& args) { return Value::of(member_of(args)->name); }
static Ref member_owner(Args& args) { return member_of(args)->owner; }

static const NativeDefinition kMemberMethods[] = {
    method("__get__", "(self, instance, owner=None, /)", member_get),
    method("__set__", "(self, instance, value, /)", member_set),
    method("__delete__", "(self, instance, /)", member_delete),
    getter("__name__", member_name),
    getter("__objclass__", member_owner),
    method("__repr__", "(self, /)", member_repr),
};

void register_attributes() {
  TypeSpec spec;
  spec.name = "member_descriptor";
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(SlotMember);
  spec.flags = Type::kNoSubclass | Type::kNoInstance;
  spec.methods = kMemberMethods;
  spec.slots.destroy = destroy_native<SlotMember>;
  spec.slots.visit = visit_native<SlotMember>;
  member_type = new_builtin_type(spec);
}

// --- looking up ---

static bool is_getter(const NativeFunction* function) {
  return function->definition->flags & NativeDefinition::kGetter;
}

// Does an attribute found on the type come before the instance's own?
static bool is_data_descriptor(Value found) {
  if (!found.is_object()) return false;
  switch (found.object()->kind) {
    case Kind::Property: return true;
    case Kind::NativeFunction: return is_getter(as<NativeFunction>(found));
    case Kind::Instance:
      return find_special(type_of(found), Special::set) ||
             find_special(type_of(found), Special::delete_);
    case Kind::Native: return as_member(found);
    default: return false;
  }
}

// The method of a class that takes the place of object's; null if none does.
static Value replaced(Type* type, Special special) {
  Value own = find_special(type, special);
  return own == find_special(types.object, special) ? Value() : own;
}

bool has_own_access(Type* type, Special special) {
  return !(type->detail & Type::kPlainAttributes) && type->detail & Type::kHeap &&
         replaced(type, special);
}

void remember_attribute(Cache& cache, const Instance* instance, Str* name, Special how) {
  Type* type = instance->type;
  int32_t index = instance->attributes ? dict_find(instance->attributes, name) : -1;
  if (index < 0 || has_own_access(type, how)) return;
  // (What class variable the class has may become a descriptor only where it is an instance.)
  Value found = find(type, name);
  if (found && (is<Instance>(found) || is_data_descriptor(found))) return;
  cache.version = type->version;
  cache.index = uint32_t(index);
}

static Ref call_getter(NativeFunction* getter, Value object) {
  Value values[1] = {object};
  if (!check_receiver(getter, Args{values, 1, nullptr})) return Ref();
  Args args{values, 1, nullptr};
  return getter->definition->function(args);
}

// What an attribute of a type gives when it is asked of `object` (null: of the type itself). With
// `self` a function is left unbound. needs_python: its __get__ is the program's own.
static Ref bind(Value found, Value object, Type* type, Value* self, bool& needs_python) {
  if (!found.is_object()) return found;
  switch (found.object()->kind) {
    case Kind::Function:
      if (!object) return found;
      if (self) {
        *self = object;
        return found;
      }
      return new_method(found, object);
    case Kind::NativeFunction: {
      auto* native = as<NativeFunction>(found);
      uint8_t flags = native->definition->flags;
      if (flags & NativeDefinition::kGetter) {
        Ref result = object ? call_getter(native, object) : Ref(found);
        needs_python = is_try_coroutine(result);
        return needs_python ? Ref() : result;
      }
      if (flags & NativeDefinition::kClassMethod) return bind_native(native, Value::of(type));
      if (!native->is_method || !object || native->self) return found;
      if (self) {
        *self = object;
        return found;
      }
      return bind_native(native, object);
    }
    case Kind::StaticMethod: return as<StaticMethod>(found)->function;
    case Kind::ClassMethod: {
      Value function = as<ClassMethod>(found)->function;
      if (is<Function>(function)) {
        if (self) {
          *self = Value::of(type);
          return function;
        }
        return new_method(function, Value::of(type));
      }
      // Until 3.12 a descriptor within was asked.
      const bool asked =
          !since(Version::V3_13) &&
          (is<Property>(function) || is<StaticMethod>(function) || is<ClassMethod>(function) ||
           find_special(type_of(function), Special::get));
      if (!asked) return new_method(function, Value::of(type));
      return bind(function, Value::of(type), type->type, self, needs_python);
    }
    case Kind::Property: {
      if (!object) return found;
      Property* property = as<Property>(found);
      NativeFunction* getter = as_if<NativeFunction>(property->getter);
      if (getter && getter->definition->function) return call_getter(getter, object);
      needs_python = true;
      return Ref();
    }
    case Kind::Native:
      if (SlotMember* member = as_member(found); member && object) {
        if (!has_slot(member, object)) return Ref();
        Value content = slot_of(member, object);
        return content ? Ref(content) : raise_attribute_error(object, member->name);
      }
      [[fallthrough]];
    default:
      if (found.object()->type->detail & Type::kHeap) {
        needs_python = bool(find_special(type_of(found), Special::get));
      } else if (find_special(type_of(found), Special::get)) {
        needs_python = true;
      }
      return needs_python ? Ref() : Ref(found);
  }
}

Ref bind_descriptor_fast(Value found, Value object, Type* type, bool& needs_python) {
  return bind(found, object, type, nullptr, needs_python);
}

static bool type_attribute(Type* type, Str* name, Ref& result, Value* self) {
  bool needs_python = false;
  Value meta = find(type->type, name);
  if (meta && is_data_descriptor(meta)) {
    result = bind(meta, Value::of(type), type->type, self, needs_python);
    return !needs_python;
  }
  if (Value found = find(type, name)) {
    result = bind(found, Value(), type, nullptr, needs_python);
    if (self && is<ClassMethod>(found)) {
      // bind() has made a method of it
    }
    return !needs_python;
  }
  if (meta) {
    result = bind(meta, Value::of(type), type->type, self, needs_python);
    return !needs_python;
  }
  if (find_special(type->type, Special::getattr)) return false;
  raise_attribute_error(Value::of(type), name);
  return true;
}

static bool super_attribute(Super* super, Str* name, Ref& result, Value* self) {
  bool needs_python = false;
  if (super->self && name != names.class_) {
    const auto& mro = super->self_class->mro;
    size_t i = 0;
    while (i < mro.size() && mro[i] != super->this_class) ++i;
    for (++i; i < mro.size(); ++i) {
      Value found = dict_get(mro[i]->dict, name);
      if (!found) continue;
      bool is_class = super->self == Value::of(super->self_class);
      result = bind(found, is_class ? Value() : super->self, super->self_class, self, needs_python);
      return !needs_python;
    }
  }
  if (Value found = find(types.super, name)) {
    result = bind(found, Value::of(super), types.super, self, needs_python);
    return !needs_python;
  }
  raise_error(types.AttributeError,
              concat({"'super' object has no attribute '", name->view(), "'"}));
  return true;
}

// What is asked for an attribute that was not found: __getattr__, of a module that in its
// namespace.
static Value fallback_of(Value object) {
  if (const Module* module = as_if<Module>(object)) {
    return dict_get(module->dict, special_name(Special::getattr));
  }
  return find_special(type_of(object), Special::getattr);
}

bool get_attribute_fast(Value object, Str* name, Ref& result, Value* self) {
  Type* type = type_of(object);
  if (has_own_access(type, Special::getattribute)) return false;
  Dict* attributes = nullptr;
  if (object.is_object()) {
    switch (object.object()->kind) {
      case Kind::Type: return type_attribute(as<Type>(object), name, result, self);
      case Kind::Super: return super_attribute(as<Super>(object), name, result, self);
      case Kind::Module: attributes = as<Module>(object)->dict; break;
      case Kind::Function: attributes = as<Function>(object)->attributes; break;
      default: attributes = attributes_of(object.object(), false); break;
    }
  }
  bool needs_python = false;
  Value found = find(type, name);
  if (found && is_data_descriptor(found)) {
    result = bind(found, object, type, self, needs_python);
    if (result.is_null() && !needs_python && find_special(type, Special::getattr) &&
        pending_is(types.AttributeError)) {
      take_pending();
      return false;
    }
    return !needs_python;
  }
  if (attributes) {
    if (Value own = dict_get(attributes, name)) {
      if (is_lazy_import(own) && is<Module>(object)) return false;
      result = own;
      return true;
    }
  }
  if (found) {
    result = bind(found, object, type, self, needs_python);
    return !needs_python;
  }
  if (Method* method = as_if<Method>(object))
    return get_attribute_fast(method->function, name, result);
  if (fallback_of(object)) return false;
  raise_attribute_error(object, name);
  return true;
}

// The plain look-up, without __getattribute__ and __getattr__ of the program.
static Native plain_attribute(Ref object, Ref name_ref) {
  Str* name = as<Str>(name_ref);
  Type* type = type_of(object);
  if (Type* as_class = as_if<Type>(object)) {
    Value meta = find(type, name), found = find(as_class, name);
    bool from_meta = meta && (is_data_descriptor(meta) || !found);
    Value descriptor = from_meta ? meta : found;
    if (!descriptor) {
      co_return raise_error(types.AttributeError,
                            concat({"type object '", as_class->name_view(), "' has no attribute '",
                                    name->view(), "'"}));
    }
    bool needs_python = false;
    Ref bound = from_meta ? bind(descriptor, object, type, nullptr, needs_python)
                          : bind(descriptor, Value(), as_class, nullptr, needs_python);
    if (!needs_python) co_return bound;
    if (Property* property = as_if<Property>(descriptor))
      co_return co_await call(property->getter, object);
    if (is<NativeFunction>(descriptor) && is_getter(as<NativeFunction>(descriptor)))
      co_return co_await call(descriptor, object);
    Value get = find_special(type_of(descriptor), Special::get);
    co_return co_await call(get, descriptor, from_meta ? object.get() : Value::none(),
                            from_meta ? Value::of(type) : object.get());
  }
  Dict* space = is<Module>(object) ? as<Module>(object)->dict : nullptr;
  if (Value own = space ? dict_get(space, name) : Value(); is_lazy_import(own)) {
    co_return co_await resolve_lazy_import_slow(own, Value::of(space), name_ref);
  }
  Type* owner = type;
  Ref instance = object;
  Value found;
  if (Super* super = as_if<Super>(object)) {
    owner = super->self_class;
    instance = super->self;
    const auto& mro = owner->mro;
    size_t i = 0;
    while (i < mro.size() && mro[i] != super->this_class) ++i;
    for (++i; i < mro.size() && !found; ++i) found = dict_get(mro[i]->dict, name);
  } else {
    found = find(type, name);
    Dict* attributes =
        object.get().is_object() ? attributes_of(object.get().object(), false) : nullptr;
    if (!(found && is_data_descriptor(found)) && attributes) {
      if (Value own = dict_get(attributes, name)) co_return own;
    }
  }
  if (!found) {
    if (Method* method = as_if<Method>(object)) {
      co_return co_await plain_attribute(method->function, name_ref);
    }
    co_return raise_attribute_error(object, name);
  }
  Ref keep = found;
  bool needs_python = false;
  Ref bound = bind(found, instance, owner, nullptr, needs_python);
  if (!needs_python) co_return bound;
  if (Property* property = as_if<Property>(found)) {
    if (!property->getter || property->getter.is_none()) {
      co_return raise_error(types.AttributeError,
                            concat({"property '", name->view(), "' of '", type->name_view(),
                                    "' object has no getter"}));
    }
    co_return co_await call(property->getter, instance);
  }
  if (is<NativeFunction>(found) && is_getter(as<NativeFunction>(found)))
    co_return co_await call(found, instance);
  Value get = find_special(type_of(found), Special::get);
  co_return co_await call(get, found, instance, Value::of(owner));
}

Native plain_get_attribute(Ref object, Ref name) {
  return plain_attribute(std::move(object), std::move(name));
}

Native get_attribute_slow(Ref object, Ref name) {
  Type* type = type_of(object);
  Value own = replaced(type, Special::getattribute);
  Ref result;
  if (own) {
    result = co_await call(own, object, name);
  } else {
    result = co_await plain_attribute(object, name);
  }
  if (result || !pending_is(types.AttributeError)) co_return result;
  Value fallback = fallback_of(object);
  if (!fallback) co_return Ref();
  Ref error = take_pending();
  if (is<Module>(object)) co_return co_await call(fallback, name);
  co_return co_await call(fallback, object, name);
}

// --- setting ---

static bool set_type_attribute(Type* type, Str* name, Value value, bool& ok) {
  if (!(type->detail & Type::kHeap)) {
    raise_type_error(
        {"cannot set '", name->view(), "' attribute of immutable type '", type->name_view(), "'"});
    ok = false;
    return true;
  }
  if (Value meta = find(type->type, name); meta && is_data_descriptor(meta)) {
    NativeFunction* native = as_if<NativeFunction>(meta);
    if (native && native->definition->setter) {
      Value values[2] = {Value::of(type), value};
      Args args{values, 2, nullptr};
      ok = bool(native->definition->setter(args));
      modified(type);
      return true;
    }
  }
  if (value) {
    dict_set(type->dict, name, value);
  } else if (!dict_delete(type->dict, Value::of(name))) {
    raise_error(types.AttributeError, concat({"type object '", type->name_view(),
                                              "' has no attribute '", name->view(), "'"}));
    ok = false;
  }
  modified(type);
  if (name->view().substr(0, 2) == "__") note_special_methods(type);
  return true;
}

bool plain_set_attribute_fast(Value object, Str* name, Value value, bool& ok) {
  Type* type = type_of(object);
  Dict* attributes = nullptr;
  if (object.is_object()) {
    switch (object.object()->kind) {
      case Kind::Type: return set_type_attribute(as<Type>(object), name, value, ok);
      case Kind::Module: attributes = as<Module>(object)->dict; break;
      case Kind::Function: {
        auto* function = as<Function>(object);
        if (!function->attributes && value && !find(type, name)) {
          function->attributes = as<Dict>(new_dict().take());
        }
        attributes = function->attributes;
        break;
      }
      default: attributes = attributes_of(object.object(), bool(value)); break;
    }
  }
  Value found = find(type, name);
  if (found && is_data_descriptor(found)) {
    if (SlotMember* member = as_member(found)) {
      if (!has_slot(member, object)) {
        ok = false;
        return true;
      }
      if (!value && !slot_of(member, object)) {
        raise_error(types.AttributeError, name->view());
        ok = false;
        return true;
      }
      release(std::exchange(slot_of(member, object), Ref(value).take()));
      return true;
    }
    NativeFunction* native = as_if<NativeFunction>(found);
    if (!native) return false;
    if (!native->definition->setter) {
      raise_error(types.AttributeError, concat({"attribute '", name->view(), "' of '",
                                                type->name_view(), "' objects is not writable"}));
      ok = false;
      return true;
    }
    Value values[2] = {object, value};
    Args args{values, 2, nullptr};
    ok = bool(native->definition->setter(args));
    return true;
  }
  if (!attributes && !(object.is_object() && type->attributes_offset && !value)) {
    if (found) {
      raise_error(types.AttributeError, concat({"'", type->name_view(), "' object attribute '",
                                                name->view(), "' is read-only"}));
    } else {
      raise_no_room_for_attribute(object, name);
    }
    ok = false;
    return true;
  }
  if (value) {
    dict_set(attributes, name, value);
  } else if (!attributes || !dict_delete(attributes, Value::of(name))) {
    raise_attribute_error(object, name);
    ok = false;
    return true;
  }
  if (object.object()->flags & kWatched) vm().recorder.changed(object.object());
  return true;
}

bool set_attribute_fast(Value object, Str* name, Value value, bool& ok) {
  Type* type = type_of(object);
  if (has_own_access(type, value ? Special::setattr : Special::delattr)) return false;
  return plain_set_attribute_fast(object, name, value, ok);
}

Native plain_set_attribute(Ref object, Ref name_ref, Ref value) {
  Str* name = as<Str>(name_ref);
  bool ok = true;
  if (plain_set_attribute_fast(object, name, value, ok)) co_return ok ? Ref(Value::none()) : Ref();
  Ref found = find(type_of(object), name);
  if (Property* property = as_if<Property>(found)) {
    Value function = value ? property->setter : property->deleter;
    if (!function || function.is_none()) {
      co_return raise_error(types.AttributeError,
                            concat({"property '", name->view(), "' of '", type_name(object),
                                    "' object has no ", value ? "setter" : "deleter"}));
    }
    if (value) co_return co_await call(function, object, value);
    co_return co_await call(function, object);
  }
  Value method = find_special(type_of(found), value ? Special::set : Special::delete_);
  if (!method) {
    co_return raise_error(types.AttributeError, value ? "__set__" : "__delete__");
  }
  if (value) co_return co_await call(method, found, object, value);
  co_return co_await call(method, found, object);
}

Native set_attribute_slow(Ref object, Ref name, Ref value) {
  Value own = replaced(type_of(object), value ? Special::setattr : Special::delattr);
  if (own) {
    if (value) co_return co_await call(own, object, name, value);
    co_return co_await call(own, object, name);
  }
  co_return co_await plain_set_attribute(object, name, value);
}

}  // namespace awaitscope
