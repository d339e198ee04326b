#pragma once
// Types, the names that the engine looks up, attribute look-up.
//
// Builtin types are made once for the whole process (world.h) and are immortal and immutable; the
// types of a program belong to its run. A type's attributes are in its dict; find() walks the MRO
// with a cache. Special methods are looked up on the type, never on the instance. Specified in:
// https://docs.python.org/3.11/reference/datamodel.html

#include <string_view>
#include <vector>

#include "engine/objects/objects.h"

namespace awaitscope {

enum class Special : uint8_t {
#define NAME(id, text)
#define SPECIAL(id, text) id,
#include "engine/objects/names.def"
#undef SPECIAL
#undef NAME
};
inline constexpr int kSpecialCount = 0
#define NAME(id, text)
#define SPECIAL(id, text) +1
#include "engine/objects/names.def"
#undef SPECIAL
#undef NAME
    ;

// Interned strings of the names in names.def: names.init is "__init__". Immortal.
struct Names {
#define NAME(id, text) Str* id;
#define SPECIAL(id, text) Str* id;
#include "engine/objects/names.def"
#undef SPECIAL
#undef NAME
};
extern Names names;
Str* special_name(Special special);

class Native;  // a coroutine of the machine's: engine/machine/native.h

// Called for every reference that an object owns; `data` is the caller's.
using VisitReference = void (*)(Value reference, void* data);

// What the life of objects asks of types whose layout the floors above know: Native ones, frames,
// code objects. Null: nothing to do, or as the layout has it. Subclasses inherit them.
struct TypeSlots {
  // The last reference has gone: releases what the object holds, and frees it. Of a Native layout
  // also called for one that is still referred to, to let go of what it holds; see
  // destroy_native().
  void (*destroy)(Object*) = nullptr;
  // CPython's tp_traverse. Null, or the answer false: what the object holds cannot be told (now),
  // so that it counts as held from outside.
  bool (*visit)(Object*, VisitReference visit, void* data) = nullptr;
  // CPython's tp_clear: lets go of what may close a cycle; the object stays valid.
  void (*clear)(Object*) = nullptr;
  // CPython's tp_finalize, before the object goes or is emptied as garbage. True: code has to run
  // first; the caller's reference is handed over to RunContext::finalizers, or to who runs it.
  bool (*finalize)(Object*) = nullptr;
  // What RunContext::finalizers runs for such an object; nothing is pending at its end. None.
  Native (*run_finalizer)(Ref object) = nullptr;
};

constexpr Value kUnknownSpecial = Value::of_bits(~uint64_t(0));  // no value

struct Type : Object {
  static constexpr Kind kKind = Kind::Type;
  enum TypeFlags : uint16_t {  // in Object::detail
    kHeap = 1,                 // made by a class statement: may be changed
    kNoSubclass = 2,           // "type 'bool' is not an acceptable base type"
    kNoInstance = 4,           // "cannot create 'generator' instances"
    kHasDel = 8,
    kPlainAttributes = 16,  // no __getattribute__, __setattr__, __delattr__ of its own
    kException = 32,
    kNoDict = 64,     // __slots__ without __dict__
    kPlainNew = 128,  // no __new__ of its own
    kFullName = 256,  // `name` has the module, see name_in_full()
    kSequence = 512,  // matches the patterns of sequences, as list and tuple do
    kMapping = 1024,  // ... of mappings, as dict does
  };
  Value name, qualname, module;  // Str
  Value doc;
  Dict* dict;
  Type* base;                     // first base: decides the layout
  std::vector<Type*> bases, mro;  // mro starts with the type itself; bases are owned
  std::vector<Type*> subclasses;  // not owned
  Kind layout;                    // of instances
  uint16_t attributes_offset;     // of the Dict* in an instance; 0: none
  uint32_t instance_size;
  uint32_t version;                        // changes with every change of what find() finds; unique
  uint32_t specials_version;               // version at which `specials` was emptied last
  Value specials[kSpecialCount];           // borrowed; kUnknownSpecial: not looked up yet
  std::vector<Value> special_descriptors;  // those among them that are none of a dict's; owned
  TypeSlots slots;
  Ref (*next_fast)(Object*);  // of builtin iterators; see containers.h
  // Of a native iterator or awaitable: what send(value) does at once, see engine/objects/frame.h.
  // Or null.
  void (*send_fast)(Object* self, Value sent, struct Outcome& outcome);
  std::string_view name_view() const { return as<Str>(name)->view(); }       // as messages have it
  Value plain_name() const { return detail & kFullName ? qualname : name; }  // __name__
};

inline Type* type_of(Value value);  // world.h

// Of a type that is written in C in CPython and belongs to a module: messages name it in full,
// "'collections.deque' object ...".
void name_in_full(Type* type);

// Attribute of a type through its MRO; borrowed; null without an exception where there is none.
Value find(Type* type, Str* name);
// The same for a special method, from the type's own cache: it is called with the object first.
// What a class has there that is no function (a staticmethod, a class, a callable object) is in a
// Method without a self: calling that binds what it holds to the object, if it can be bound.
Value find_special_in_mro(Type* type, Special special);
inline Value find_special(Type* type, Special special) {
  const Value known = type->specials[int(special)];
  const bool is_known = type->specials_version == type->version && known != kUnknownSpecial;
  return is_known ? known : find_special_in_mro(type, special);
}
void forget_specials(Type* type);
bool is_subtype(const Type* type, const Type* base);
void modified(Type* type);  // its dict or MRO has changed
// C3; false: "Cannot create a consistent method resolution order" (nothing pending).
bool linearize(const std::vector<Type*>& bases, Type* self, std::vector<Type*>& mro);

}  // namespace awaitscope
