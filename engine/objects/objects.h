#pragma once
// The layouts of the builtin objects. Plain data: what can be done with them is declared in the
// header of each (text.h, numbers.h, containers.h, ...).
//
// parts() of a layout are the references that it owns, in the order in which they are released when
// the object goes: destroying, visiting and emptying it are made of them (layout.h).

#include <cstring>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/compile/code.h"
#include "engine/objects/value.h"

namespace awaitscope {

// Text: UTF-8 (lone surrogates as three bytes), with its length in code points.
struct Str : Object {
  static constexpr Kind kKind = Kind::Str;
  uint32_t size;          // bytes
  uint32_t length;        // code points
  mutable uint64_t hash;  // 0: not computed yet
  bool interned;
  char data[1];  // size bytes and a NUL
  std::string_view view() const { return {data, size}; }
  bool ascii() const { return size == length; }
};

struct Bytes : Object {
  static constexpr Kind kKind = Kind::Bytes;
  uint32_t size;
  char data[1];
  std::string_view view() const { return {data, size}; }
};

// An integer that does not fit a Value: sign and magnitude, 32-bit digits, lowest first.
struct BigInt : Object {
  static constexpr Kind kKind = Kind::Int;
  uint32_t count;
  bool negative;
  uint32_t digits[1];
};

struct Float : Object {
  static constexpr Kind kKind = Kind::Float;
  double value;
};

struct Tuple : Object {
  static constexpr Kind kKind = Kind::Tuple;
  uint32_t size;
  Value items[1];
};

struct List : Object {
  static constexpr Kind kKind = Kind::List;
  uint32_t size, capacity;
  Value* items;
};

// Insertion-ordered hash table. Entries with a null key were deleted. `keys_version` changes
// whenever an entry is added, removed or moved, and is unique among all dicts: caches hold on to
// it. `generation` changes whenever the entries are moved to other places: when CPython would have
// another table, which a search that has called an __eq__ of the program has to know.
struct Dict : Object {
  static constexpr Kind kKind = Kind::Dict;
  struct Entry {
    uint64_t hash;
    Value key, value;
  };
  uint32_t used, filled;  // live entries; entries ever made in `entries`
  uint32_t capacity;      // of entries
  uint32_t room;          // how many more are made before it grows; CPython's dk_usable
  uint32_t index_size;    // a power of two, or 0
  uint32_t keys_version;
  uint32_t generation;
  Entry* entries;
  int32_t* index;  // -1: empty; -2: of a deleted entry, in the table CPython would have
};

// Sets and frozensets have CPython's own table, since programs see its order.
struct Set : Object {
  static constexpr Kind kKind = Kind::Set;
  struct Entry {
    uint64_t hash;
    Value key;  // null: never used; kDeleted: a dummy
  };
  uint32_t used, filled, mask;
  uint32_t finger;  // where pop() goes on looking
  Entry* table;
};

struct Slice : Object {
  static constexpr Kind kKind = Kind::Slice;
  Value start, stop, step;
  auto parts() { return std::tie(step, start, stop); }
};

struct Range : Object {
  static constexpr Kind kKind = Kind::Range;
  int64_t start, stop, step;
};

struct Cell : Object {
  static constexpr Kind kKind = Kind::Cell;
  Value content;
  auto parts() { return std::tie(content); }
};

// What an instruction has learnt about the objects it has met; see interpreter.cpp.
struct Cache {
  uint32_t version = 0;  // of the type, or of the dict's keys
  uint32_t index = 0;
  uint32_t version2 = 0;
  enum class Holds : uint8_t { Nothing, Global, Builtin } holds = Holds::Nothing;
  union {  // borrowed: valid while the versions are
    Value value{};
    const Value* place;  // where a global is, or an attribute of a module
  };
};

// A code object, linked: constants and names are values.
struct CodeObject : Object {
  static constexpr Kind kKind = Kind::Code;
  std::shared_ptr<const Code> code;
  const Instruction* instructions;
  Value* constants;
  Str** names;
  Str** local_names;
  Cache* caches;  // one an instruction
  Str* name;
  Str* qualname;
  uint32_t flags;
  uint16_t arg_count, kwonly_arg_count, posonly_arg_count;
  uint16_t parameter_count;  // slots that arguments go into, * and ** included
  // A call with so many, by position, moves them into its frame. UINT32_MAX: no call is so plain.
  uint32_t plain_arguments;
  uint32_t local_count;       // slots before the value stack
  uint32_t frame_size_class;  // of a frame, with its local_count slots and its stack: see heap.h
  Type* frame_type;     // of its frames: types.frame, or that of what a call gives: a generator ...
  uint32_t first_free;  // slot of the first free variable
  uint32_t free_count;
  bool has_cells;
  bool has_cells_or_suspends;  // a call makes cells, or takes free variables, or gives a generator
  Str* file;               // null: a module of the engine's own, which leaves no traceback entries
  bool hidden;             // such a module, or what eval() and exec() were given: leaves no events
  struct Recorded {        // in the recording; 0: not there yet
    uint32_t number;       // + 1
    uint32_t type, label;  // texts: what its generators and coroutines are shown as
    uint32_t function, call;  // texts: what its functions and calls without arguments are shown as
  } recorded;
};

struct Function : Object {
  static constexpr Kind kKind = Kind::Function;
  CodeObject* code;
  Dict* globals;
  Value name, qualname, module, doc;
  Value defaults;     // tuple or null
  Value kwdefaults;   // dict or null
  Value closure;      // tuple of cells or null
  Value annotations;  // dict, tuple as the compiler left it, or null
  Value annotate;     // since 3.14: function that makes them when they are asked for, or null
  Value type_params;  // tuple or null
  Dict* attributes;   // or null
  auto parts() {
    return std::tie(name, qualname, module, doc, defaults, kwdefaults, attributes, closure,
                    annotations, annotate, type_params, code, globals);
  }
};

struct Method : Object {
  static constexpr Kind kKind = Kind::Method;
  Value function, self;
  auto parts() { return std::tie(function, self); }
};

struct Module : Object {
  static constexpr Kind kKind = Kind::Module;
  Str* name;
  Dict* dict;
  auto parts() { return std::tie(name, dict); }
};

// Instances of classes written in Python. Attributes are in a dict that is made when the first is
// set. Layouts that can be subclassed keep this pointer at type->attributes_offset.
struct Instance : Object {
  static constexpr Kind kKind = Kind::Instance;
  Dict* attributes;  // or null
  auto parts() { return std::tie(attributes); }
};

struct Traceback : Object {
  static constexpr Kind kKind = Kind::Traceback;
  Value next;       // the entry of the frame that this one called; or None
  Value frame;      // keeps the frame's variables alive, as CPython's does
  uint32_t offset;  // instruction
  auto parts() { return std::tie(next, frame); }
};

struct Exception : Object {
  static constexpr Kind kKind = Kind::Exception;
  Dict* attributes;      // first, as in Instance
  Value args;            // tuple
  Value cause, context;  // exception or null
  Value traceback;       // Traceback or null
  Value notes;           // list or null
  bool suppress_context;
  uint32_t shown;  // text of the recording; 0: not shown yet, or what it shows may change
  // StopIteration: value; SystemExit: code; BaseExceptionGroup: message, tuple of exceptions;
  // KeyError, OSError ...: nothing
  Value extra[2];
  auto parts() {
    return std::tie(attributes, args, cause, context, traceback, notes, extra[0], extra[1]);
  }
};

struct Property : Object {
  static constexpr Kind kKind = Kind::Property;
  Value getter, setter, deleter, doc;
  auto parts() { return std::tie(getter, setter, deleter, doc); }
};
struct StaticMethod : Object {
  static constexpr Kind kKind = Kind::StaticMethod;
  Value function;
  auto parts() { return std::tie(function); }
};
struct ClassMethod : Object {
  static constexpr Kind kKind = Kind::ClassMethod;
  Value function;
  auto parts() { return std::tie(function); }
};
struct Super : Object {
  static constexpr Kind kKind = Kind::Super;
  Type* this_class;
  Value self;
  Type* self_class;
  auto parts() { return std::tie(self, this_class, self_class); }
};

// Any other object the runtime has: iterators, futures, locks, ... Its type says how to destroy it.
// Derive from it; members are ordinary C++ (Ref, std::vector, std::deque).
struct NativeObject : Object {
  static constexpr Kind kKind = Kind::Native;
  Dict* attributes;  // first, as in Instance; null where the type has no instance dict
};

}  // namespace awaitscope
