#pragma once
// What all runs share: the builtin types, made once, immortal, never changed.

#include "engine/runtime/type.h"

namespace awaitscope {

struct Types {
  Type *object, *type, *none, *not_implemented, *ellipsis, *int_, *bool_, *float_, *str, *bytes,
      *tuple, *list, *dict, *set, *frozenset, *slice, *range, *function, *native_function,
      *native_method, *method, *cell, *code, *frame, *generator, *coroutine, *async_generator,
      *module, *traceback, *property, *staticmethod, *classmethod, *super;
  Type *list_iterator, *tuple_iterator, *range_iterator, *str_iterator, *dict_key_iterator,
      *dict_value_iterator, *dict_item_iterator, *set_iterator, *dict_keys, *dict_values, *dict_items;
  Type* BaseException;
  Type* ExceptionGroup;  // (BaseExceptionGroup, Exception)
  Type* CancelledError;  // asyncio's, a BaseException
#define EXCEPTION(name, base) Type* name;
#include "engine/runtime/exceptions.def"
#undef EXCEPTION
};
extern Types types;

// Makes the types, the names and the builtin functions, the first time it is called.
void make_world();

inline Type* type_of(Value value) {
  if (value.is_object()) return value.object()->type;
  if (value.is_int()) return types.int_;
  switch (value.bits) {
    case Value::kNone: return types.none;
    case Value::kFalse: case Value::kTrue: return types.bool_;
    case Value::kEllipsis: return types.ellipsis;
    default: return types.not_implemented;
  }
}
inline std::string_view type_name(Value value) { return type_of(value)->name_view(); }

template <class T>
T* make_object(Type* type, size_t extra) {
  static_assert(alignof(T) <= 16);
  T* object = new (heap::allocate(sizeof(T) + extra)) T{};
  object->refcount = 1;
  object->kind = T::kKind;
  object->type = type;
  retain(static_cast<Object*>(type));
  heap::count_object(1);
  return object;
}

// Frees the memory of an object whose contents have been released already.
inline void free_object(Object* object, size_t size) {
  Type* type = object->type;
  heap::release(object, size);
  heap::count_object(-1);
  release(static_cast<Object*>(type));
}

template <class T>
void destroy_native(Object* object) {
  T* self = static_cast<T*>(object);
  Type* type = object->type;
  self->~T();
  heap::release(object, sizeof(T));
  heap::count_object(-1);
  release(static_cast<Object*>(type));
}

}  // namespace awaitscope
