#pragma once
// What the tests of the machine share: functions in C++ that a program of theirs calls.

#include "engine/machine/imports.h"
#include "engine/machine/native.h"
#include "engine/machine/vm.h"
#include "engine/modules/import.h"
#include "tests/engine/objects/support.h"
#include "tests/engine/program.h"

namespace awaitscope {

// Where the C++ stack is. The same address again: it has not grown.
inline Ref stack_address(Args&) {
  return Value::of_int(int64_t(reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) >> 2));
}

// A coroutine in C++ that awaits what it gets: `await awaits(x)` gives what x gives.
inline Native awaits(Args args) { co_return co_await await_on(Ref(args[0])); }

// The same, but an exception is swallowed: "caught" is the result.
inline Native awaits_and_catches(Args args) {
  Ref result = co_await await_on(Ref(args[0]));
  if (!result) {
    take_pending();
    result = new_str("caught");
  }
  co_return result;
}

// A coroutine in C++ that suspends by itself: it yields its argument, and returns what it is sent.
inline Native yields(Args args) {
  Ref sent = co_yield Ref(args[0]);
  co_return sent;
}

// A coroutine in C++ that awaits itself `depth` times over, and last what it gets.
inline Native nest(int64_t depth, Ref innermost) {
  if (depth == 0) co_return co_await await_on(innermost);
  co_return co_await nest(depth - 1, innermost);
}
inline Native nested(Args args) { co_return co_await nest(args[0].as_int(), Ref(args[1])); }

// The module that has those: `from natives import *`.
inline Native import_natives(Ref name, Ref from, int64_t level) {
  static constexpr NativeDefinition kDefinitions[] = {
      {"stack_address", "()", stack_address},
      {"awaits", "(awaitable, /)", nullptr, awaits, NativeDefinition::kAsync},
      {"awaits_and_catches", "(awaitable, /)", nullptr, awaits_and_catches,
       NativeDefinition::kAsync},
      {"yields", "(value, /)", nullptr, yields, NativeDefinition::kAsync},
      {"nested", "(depth, awaitable, /)", nullptr, nested, NativeDefinition::kAsync},
  };
  if (text_of(name) != "natives") co_return co_await import_name(name, from, level);
  Ref module = new_module("natives");
  for (const NativeDefinition& definition : kDefinitions) {
    dict_set(as<Module>(module)->dict, intern(definition.name), new_native_function(&definition));
  }
  co_return module;
}

// What a program prints that may call those, and that ends without an error.
inline std::string out_of(std::string_view source,
                          const RunOptions& options = under(Version::V3_11)) {
  make_world();
  machine_hooks.import_name = import_natives;
  const Program program("from natives import *\n" + std::string(source), options);
  machine_hooks.import_name = import_name;
  CHECK(program.run.state() == RunState::Finished);
  CHECK(program.run.err() == "");
  return std::string(program.run.out());
}

}  // namespace awaitscope
