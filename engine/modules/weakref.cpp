// weakref.ref: tells whether an object is still there. Specified in:
// https://docs.python.org/3.11/library/weakref.html

#include <algorithm>

#include "engine/builtins/errors/errors.h"
#include "engine/machine/attributes.h"
#include "engine/machine/native.h"
#include "engine/machine/vm.h"
#include "engine/modules/modules.h"
#include "engine/objects/containers.h"
#include "engine/objects/generic_alias.h"
#include "engine/objects/native_function.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

Type* reference_type;

WeakReference* as_reference(Value value) { return static_cast<WeakReference*>(value.object()); }

bool can_be_referred_to(Value value) {
  if (!value.is_object()) return false;
  Object* object = value.object();
  switch (object->kind) {
    case Kind::Function:
    case Kind::NativeFunction:
    case Kind::Method:
    case Kind::Type:
    case Kind::Module:
    case Kind::Code:
    case Kind::Set:
    case Kind::Native: return true;
    case Kind::Frame: return is_generator(object);
    case Kind::Int:
    case Kind::Tuple:
    case Kind::Bytes: return false;
    case Kind::Exception: return false;
    default: {
      const std::vector<Type*>& mro = object->type->mro;
      return std::any_of(mro.begin(), mro.end(), [](const Type* each) {
        return each != types.object && dict_get(each->dict, names.weakref);
      });
    }
  }
}

Ref reference_new(Args& args) {
  if (!can_be_referred_to(args[1]))
    return raise_type_error({"cannot create weak reference to '", type_name(args[1]), "' object"});
  Object* target = args[1].object();
  bool plain = !args[2] || args[2].is_none();
  WeakReferences& all = vm().weak_references;
  if (const WeakReferences::List* known = plain ? all.of(target) : nullptr) {
    for (WeakReference* each : *known) {
      if (!each->callback) return Value::of(each);
    }
  }
  auto* reference = make_object<WeakReference>(reference_type);
  if (!plain) reference->callback = args[2];
  all.add(target, reference);
  return Ref::adopt(reference);
}

Ref reference_call(Args& args) {
  Object* target = as_reference(args[0])->target;
  return target ? Value::of(target) : Value::none();
}

Ref reference_callback(Args& args) {
  WeakReference* reference = as_reference(args[0]);
  return reference->callback ? reference->callback.get() : Value::none();
}

Ref reference_repr(Args& args) {
  Object* target = as_reference(args[0])->target;
  std::string text = concat({"<weakref at ", address_text(args[0]), "; "});
  if (!target) return new_str(text + "dead>");
  return new_str(concat(
      {text, "to '", target->type->name_view(), "' at ", address_text(Value::of(target)), ">"}));
}

// A reference is hashed as what it refers to, and goes on to be afterwards.
Native reference_hash(Args args) {
  Ref self = args[0];
  if (Ref kept = as_reference(self)->hash) co_return kept;
  Object* target = as_reference(self)->target;
  if (!target) co_return raise_type_error({"weak object has gone away"});
  CO_TRY(hash, hash_of(Value::of(target)));
  as_reference(self)->hash = hash;
  co_return hash;
}

// Those whose objects are equal are; where one is gone only a reference itself is.
template <bool wanted>
Native reference_equal(Args args) {
  if (!args[1].is_object() || args[1].object()->type != reference_type) {
    co_return Value::not_implemented();
  }
  Object* a = as_reference(args[0])->target;
  Object* b = as_reference(args[1])->target;
  if (!a || !b) co_return Value::boolean((args[0] == args[1]) == wanted);
  Ref first = Value::of(a), second = Value::of(b);
  CO_TRY(same, equal(first, second));
  co_return Value::boolean((same.get() == Value::boolean(true)) == wanted);
}

Ref reference_subscript(Args& args) { return new_generic_alias(args[0], args[1]); }

const NativeDefinition kReferenceMethods[] = {
    static_method("__new__", "(cls, object, callback=None, /)", reference_new),
    method("__call__", "(self, /)", reference_call),
    getter("__callback__", reference_callback),
    method("__repr__", "(self, /)", reference_repr),
    method("__hash__", "(self, /)", reference_hash),
    method("__eq__", "(self, value, /)", reference_equal<true>),
    method("__ne__", "(self, value, /)", reference_equal<false>),
    class_method("__class_getitem__", "(cls, item, /)", reference_subscript),
};

void destroy_reference(Object* object) {
  if (has_run()) vm().weak_references.remove(as_reference(Value::of(object)));
  destroy_native<WeakReference>(object);
}

Native call_callback(Ref reference) {
  Ref callback = std::exchange(as_reference(reference)->callback, Ref());
  if (!callback) co_return Value::none();
  Ref done = co_await call(callback, reference);
  if (!done) {
    co_await report_ignored(take_pending(), "calling weakref callback", callback);
  }
  co_return Value::none();
}

Ref weak_references(Args& args) {
  Ref list = new_list();
  if (!args[0].is_object()) return list;
  const WeakReferences::List* known = vm().weak_references.of(args[0].object());
  if (!known) return list;
  for (WeakReference* each : *known) list_append(as<List>(list), Value::of(each));
  return list;
}
const NativeDefinition kWeakrefFunctions[] = {
    function("weak_references", "(object, /)", weak_references)};

}  // namespace

void register_weak_references() {
  TypeSpec spec;
  spec.name = "weakref.ReferenceType";
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(WeakReference);
  spec.flags = Type::kNoSubclass;
  spec.methods = kReferenceMethods;
  spec.slots.destroy = destroy_reference;
  spec.slots.run_finalizer = call_callback;
  reference_type = new_builtin_type(spec);
  name_in_full(reference_type);
}

void add_weak_references(Dict* module) {
  add_functions(module, "_engine", kWeakrefFunctions, std::size(kWeakrefFunctions));
  dict_set(module, intern("ReferenceType"), Value::of(reference_type));
}

}  // namespace awaitscope
