#pragma once
// How large an object is and what lies in it behind its layout's own members.
//
// An instance of a class has, behind the members of its layout: the pointer to its attributes,
// where the layout has none of its own (type->attributes_offset says where), and a Value for each
// of the class's __slots__. Each takes sizeof(Value). type->instance_size counts them in. Layouts
// that differ in size (text, integers, tuples) have neither; see side_attributes() in world.h.

#include "engine/objects/native_function.h"
#include "engine/objects/objects.h"
#include "engine/objects/types.h"

namespace awaitscope {

// Of the layout itself; 0 where objects of that layout differ in size.
inline size_t layout_size(Kind kind) {
  switch (kind) {
    case Kind::Instance: return sizeof(Instance);
    case Kind::Float: return sizeof(Float);
    case Kind::List: return sizeof(List);
    case Kind::Dict: return sizeof(Dict);
    case Kind::Set: return sizeof(Set);
    case Kind::Slice: return sizeof(Slice);
    case Kind::Range: return sizeof(Range);
    case Kind::Function: return sizeof(Function);
    case Kind::NativeFunction: return sizeof(NativeFunction);
    case Kind::Method: return sizeof(Method);
    case Kind::Cell: return sizeof(Cell);
    case Kind::Type: return sizeof(Type);
    case Kind::Module: return sizeof(Module);
    case Kind::Exception: return sizeof(Exception);
    case Kind::Traceback: return sizeof(Traceback);
    case Kind::Property: return sizeof(Property);
    case Kind::StaticMethod: return sizeof(StaticMethod);
    case Kind::ClassMethod: return sizeof(ClassMethod);
    case Kind::Super: return sizeof(Super);
    default: return 0;  // Int, Str, Bytes, Tuple; Code, Frame, Native, which know for themselves
  }
}

// Objects of a class derived from one of these have their attributes in side_attributes().
inline bool differs_in_size(Kind kind) {
  return kind == Kind::Int || kind == Kind::Str || kind == Kind::Bytes || kind == Kind::Tuple;
}

// What make_object was asked for.
inline size_t object_size(const Object* object) {
  switch (object->kind) {
    case Kind::Int: return sizeof(BigInt) + 4 * size_t(static_cast<const BigInt*>(object)->count);
    case Kind::Str: return sizeof(Str) + size_t(static_cast<const Str*>(object)->size);
    case Kind::Bytes: return sizeof(Bytes) + size_t(static_cast<const Bytes*>(object)->size);
    case Kind::Tuple: {
      size_t size = static_cast<const Tuple*>(object)->size;
      return sizeof(Tuple) + (size > 1 ? (size - 1) * sizeof(Value) : 0);
    }
    default: {
      size_t least = layout_size(object->kind);
      if (!(object->type->detail & Type::kHeap)) return least;
      size_t size = object->type->instance_size;
      return object->kind != Kind::Type && size > least ? size : least;
    }
  }
}

// Calls visit(T*) with the object as the layout that it has, where parts() says what that owns.
// False: its parts differ in number (tuples, lists, dicts, sets), or its type's slots know them.
template <class Visit>
bool with_layout(Object* object, Visit visit) {
  switch (object->kind) {
    case Kind::Instance: visit(static_cast<Instance*>(object)); return true;
    case Kind::Slice: visit(static_cast<Slice*>(object)); return true;
    case Kind::Function: visit(static_cast<Function*>(object)); return true;
    case Kind::NativeFunction: visit(static_cast<NativeFunction*>(object)); return true;
    case Kind::Method: visit(static_cast<Method*>(object)); return true;
    case Kind::Cell: visit(static_cast<Cell*>(object)); return true;
    case Kind::Module: visit(static_cast<Module*>(object)); return true;
    case Kind::Exception: visit(static_cast<Exception*>(object)); return true;
    case Kind::Traceback: visit(static_cast<Traceback*>(object)); return true;
    case Kind::Property: visit(static_cast<Property*>(object)); return true;
    case Kind::StaticMethod: visit(static_cast<StaticMethod*>(object)); return true;
    case Kind::ClassMethod: visit(static_cast<ClassMethod*>(object)); return true;
    case Kind::Super: visit(static_cast<Super*>(object)); return true;
    default: return false;
  }
}

// A part as a value: it is one, or a pointer to an object, which may be null.
inline Value part_value(Value part) { return part; }
inline Value part_value(Object* part) { return part ? Value::of(part) : Value(); }

// Calls visit(Value) for each of the object's parts.
template <class T, class Visit>
void for_each_part(T* object, Visit visit) {
  std::apply([&](auto&... parts) { (visit(part_value(parts)), ...); }, object->parts());
}

// The members behind the layout's own: calls visit(Value& slot, bool is_attributes) for every one;
// for the attributes' dict, which is no Value, with a Value that refers to it.
template <class Visit>
void for_each_slot(Object* object, Visit visit) {
  size_t at = layout_size(object->kind), size = object->type->instance_size;
  if (at == 0 || object->kind == Kind::Type) return;
  char* bytes = reinterpret_cast<char*>(object);
  for (; at + sizeof(Value) <= size; at += sizeof(Value)) {
    if (at == object->type->attributes_offset) {
      Dict* attributes = *reinterpret_cast<Dict**>(bytes + at);
      Value value = attributes ? Value::of(attributes) : Value{};
      visit(value, true);
    } else {
      visit(*reinterpret_cast<Value*>(bytes + at), false);
    }
  }
}

}  // namespace awaitscope
