#pragma once
// What all runs share: the builtin types, made once, immortal, never changed.

#include <new>
#include <tuple>
#include <type_traits>

#include "engine/objects/heap.h"
#include "engine/objects/type.h"

namespace awaitscope {

struct Types {
  Type *object, *type, *none, *not_implemented, *ellipsis, *int_, *bool_, *float_, *str, *bytes,
      *tuple, *list, *dict, *set, *frozenset, *slice, *range, *function, *native_function,
      *native_method, *method, *cell, *code, *frame, *generator, *coroutine, *async_generator,
      *module, *traceback, *property, *staticmethod, *classmethod, *super;
  Type *list_iterator, *tuple_iterator, *range_iterator, *str_iterator, *dict_key_iterator,
      *dict_value_iterator, *dict_item_iterator, *set_iterator, *dict_keys, *dict_values,
      *dict_items;
  Type* BaseException;
  Type* ExceptionGroup;  // (BaseExceptionGroup, Exception)
  Type* CancelledError;  // asyncio's, a BaseException
#define EXCEPTION(name, base) Type* name;
#include "engine/objects/exceptions.def"
#undef EXCEPTION
};
extern Types types;  // filled in by make_world() (engine/run/world.h), once

inline Type* type_of(Value value) {
  if (value.is_object()) return value.object()->type;
  if (value.is_int()) return types.int_;
  switch (value.bits) {
    case Value::kNone: return types.none;
    case Value::kFalse:
    case Value::kTrue: return types.bool_;
    case Value::kEllipsis: return types.ellipsis;
    default: return types.not_implemented;
  }
}
inline std::string_view type_name(Value value) { return type_of(value)->name_view(); }

// Does the value's class, written in Python, have that method itself?
bool has_own(Value value, Special special);

template <class T>
T* make_object(Type* type, size_t extra) {
  static_assert(alignof(T) <= 16);
  T* object = new (heap::allocate_object(sizeof(T) + extra)) T{};
  object->refcount = 1;
  object->kind = T::kKind;
  object->type = type;
  retain(static_cast<Object*>(type));
  return object;
}

// Frees the memory of an object, made by make_object, whose contents have been released already.
// `size`: sizeof(T) + extra, as it was made.
inline void free_object(Object* object, size_t size) {
  Type* type = object->type;
  heap::release_object(object, size);
  release(static_cast<Object*>(type));
}

// TypeSlots::destroy of a native layout. Called for an object that is still referred to, it only
// lets go of what the object holds; see release_everything() in collect.h.
template <class T>
void destroy_native(Object* object) {
  T* self = static_cast<T*>(object);
  if (object->refcount) {
    Object header = *object;
    Dict* attributes = std::exchange(self->attributes, nullptr);
    [[maybe_unused]] T contents = std::move(*self);
    self->~T();
    new (self) T{};
    static_cast<Object&>(*self) = header;
    self->attributes = attributes;
    return;
  }
  Dict* attributes = self->attributes;
  self->~T();
  free_object(object, sizeof(T));
  if (attributes) release(static_cast<Object*>(attributes));
}

template <class Part>
void visit_part(Part& part, VisitReference visit, void* data) {
  if constexpr (std::is_same_v<Part, Ref>) {
    visit(part, data);
  } else if constexpr (requires { part.parts(); }) {
    std::apply([&](auto&... parts) { (visit_part(parts, visit, data), ...); }, part.parts());
  } else {
    for (auto& each : part) visit_part(each, visit, data);
  }
}

// TypeSlots::visit of a native layout whose parts() are the references that it owns: Refs, things
// that have parts() themselves, and sequences of those.
template <class T>
bool visit_native(Object* object, VisitReference visit, void* data) {
  T* self = static_cast<T*>(object);
  if (self->attributes) visit(Value::of(self->attributes), data);
  visit_part(*self, visit, data);
  return true;
}

// A new object of a type whose layout has a fixed size (instances of classes, lists, dicts, sets,
// exceptions, properties, ...), as __new__ makes it: empty, with room for the __slots__ of a class,
// which are Values between the layout's own members and type->instance_size.
Ref new_instance(Type* type);

// Strings, bytes, integers and tuples differ in size, so that the __dict__ of an instance of a
// subclass of those has no place in the object (attributes_offset is 0): it is kept here. Null: has
// none (yet).
Dict** side_attributes(const Object* object);
Dict** make_side_attributes(Object* object);

}  // namespace awaitscope
