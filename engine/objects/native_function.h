#pragma once
// Functions written in C++.
//
// A NativeFunction that can not run Python code is a plain C++ function: Ref f(Args&). One that may
// (because it calls, iterates, compares or prints objects of the program) is a C++20 coroutine:
// Native f(Args) - see engine/machine/native.h. Both get their arguments borrowed; Args of a
// coroutine is kept alive by its frame.

#include <span>
#include <string_view>

#include "engine/objects/objects.h"
#include "engine/objects/type.h"
#include "engine/syntax/version.h"

namespace awaitscope {

class Native;

// The arguments of a call: positional ones first, then those given by name. A method's self is the
// first. Borrowed.
struct Args {
  const Value* values = nullptr;
  uint32_t count = 0;         // positional ones
  Tuple* keywords = nullptr;  // names of the others, which follow; null where there are none
  std::span<const Value> positional() const { return {values, count}; }
  uint32_t keyword_count() const { return keywords ? keywords->size : 0; }
  Str* keyword(uint32_t i) const { return as<Str>(keywords->items[i]); }
  Value keyword_value(uint32_t i) const { return values[count + i]; }
  Value operator[](uint32_t i) const { return i < count ? values[i] : Value{}; }
};

// What a native takes, as one line of Python: "(self, item, /)", "(*values, sep=' ', end='\n')".
// Arguments are checked against it before the function is called, and laid out in its order:
// defaults filled in, *args as a tuple, **kwargs as a dict; `args.count` is then the number of
// parameters and `args.keywords` is null. A default is None, True, False, an integer, a quoted
// text, or `<null>` for "not given" (a null Value). "(words: list)" takes a list and nothing else:
// for what only the engine's own modules call. An empty signature: the function gets everything as
// it came and checks for itself.
//
// Written in tables, a row each, with the functions below: method("pop", "(self, /)", pop).
struct NativeDefinition {
  const char* name;
  const char* signature;
  Ref (*function)(Args& args) = nullptr;  // one of the two, or both: see try_coroutine()
  Native (*coroutine)(Args args) = nullptr;
  enum Flags : uint8_t {
    kPlain = 0,
    kMethod = 1,
    kClassMethod = 2,
    kStaticMethod = 4,
    kAsync = 8,       // calling it gives a coroutine object, as `async def` does
    kGetter = 16,     // an attribute computed from self
    kTraceback = 32,  // written in Python in CPython, so tracebacks keep its arguments; implied by
                      // kAsync
  } flags = kPlain;
  Ref (*setter)(Args& args) = nullptr;  // of a getter: (self, value); value null: delete
  // The versions of Python that have it: from this one on, and until another has it no longer.
  Version came = Version::V3_11;
  Version went = Version(0xff);

  bool is_in(Version version) const { return version >= came && version < went; }
  constexpr NativeDefinition since(Version version) const {
    NativeDefinition changed = *this;
    changed.came = version;
    return changed;
  }
  constexpr NativeDefinition until(Version version) const {
    NativeDefinition changed = *this;
    changed.went = version;
    return changed;
  }

  constexpr NativeDefinition in_tracebacks() const {
    NativeDefinition changed = *this;
    changed.flags = Flags(flags | kTraceback);
    return changed;
  }
};

using PlainFunction = Ref (*)(Args& args);
using NativeCoroutine = Native (*)(Args args);

#define AWAITSCOPE_DEFINITION(define, flags)                                                  \
  constexpr NativeDefinition define(const char* name, const char* signature,                  \
                                    PlainFunction function, NativeCoroutine slow = nullptr) { \
    return {name, signature, function, slow, NativeDefinition::Flags(flags)};                 \
  }                                                                                           \
  constexpr NativeDefinition define(const char* name, const char* signature,                  \
                                    NativeCoroutine coroutine) {                              \
    return {name, signature, nullptr, coroutine, NativeDefinition::Flags(flags)};             \
  }
AWAITSCOPE_DEFINITION(function, NativeDefinition::kPlain)
AWAITSCOPE_DEFINITION(method, NativeDefinition::kMethod)
AWAITSCOPE_DEFINITION(class_method, NativeDefinition::kClassMethod)
AWAITSCOPE_DEFINITION(static_method, NativeDefinition::kStaticMethod)
AWAITSCOPE_DEFINITION(async_function, NativeDefinition::kAsync)
AWAITSCOPE_DEFINITION(async_method, NativeDefinition::kMethod | NativeDefinition::kAsync)
#undef AWAITSCOPE_DEFINITION
constexpr NativeDefinition getter(const char* name, PlainFunction get,
                                  PlainFunction set = nullptr, NativeCoroutine slow = nullptr) {
  return {name, "(self, /)", get, slow, NativeDefinition::kGetter, set};
}

struct Signature;  // the parsed line; native.cpp

struct NativeFunction : Object {
  static constexpr Kind kKind = Kind::NativeFunction;
  const NativeDefinition* definition;
  const Signature* signature;  // null: it is empty
  Value self;                  // bound to, or null
  Type* owner;                 // the type whose method it is, or null
  Value module;                // Str or null
  auto parts() { return std::tie(self, module); }
  Str *name, *qualname;  // kAsync: of the coroutines it makes, interned
  bool is_method;        // binds to the instance it is found through
  // A function of at most kMostDirect parameters takes that many positional arguments without any
  // more ado than filling in defaults: from `least` to `most`. least > most: no such function.
  static constexpr uint8_t kMostDirect = 6;
  uint8_t least, most, parameters;
};

// A plain function that finds that Python code has to be run returns this; its coroutine, which
// must be there too, is then called with the same arguments.
inline Ref try_coroutine() { return Ref::adopt(Value::of_bits(26)); }
inline bool is_try_coroutine(Value v) { return v.bits == 26; }

Ref new_native_function(const NativeDefinition* definition, Type* owner = nullptr);
// Calls a method with an operation's operands, as long as it is a plain function that takes them;
// else try_coroutine(): a real call says what is wrong.
Ref call_plain(const NativeFunction* method, const Value* values, uint32_t count);
// Whether a method is the one of that name that the value's layout has: what a loop of ours does
// for it. (A class may have any other under any name.)
bool is_of_layout(const NativeFunction* method, Value value, std::string_view name);
Ref bind_native(NativeFunction* function, Value self);

// Lays arguments out by the signature. `space` must have room for parameter_count() values; what
// had to be made (tuples, dicts) is owned by `made`. False: TypeError pending, in CPython's words.
bool arrange(const NativeFunction* function, const Args& given, Value* space,
             std::vector<Ref>& made);
uint32_t parameter_count(const NativeFunction* function);
// Whether a method is called on an instance of its owner, and __new__ with a class that is the
// owner or derived from it; else TypeError pending. arrange() does it; where there is no signature
// the caller must, since methods take self for what it should be.
bool check_receiver(const NativeFunction* function, const Args& given);

// Adds native functions to a module's dict: those that the version of the active run has, and all
// where none is active.
void add_functions(Dict* module, std::string_view module_name, const NativeDefinition* first,
                   size_t count);

// --- making builtin types ---

struct TypeSpec {
  const char* name;      // "list", "asyncio.Future": module before the last dot
  Type* base = nullptr;  // object where null
  Kind layout = Kind::Instance;
  uint32_t instance_size = 0;
  uint16_t attributes_offset = 0;  // see Type
  uint16_t flags = 0;
  const char* doc = nullptr;
  std::span<const NativeDefinition> methods;
  TypeSlots slots = {};
};
Type* new_builtin_type(const TypeSpec& spec);  // immortal
// Destructor of a NativeObject layout, for TypeSlots::destroy.
template <class T>
void destroy_native(Object* object);

}  // namespace awaitscope
