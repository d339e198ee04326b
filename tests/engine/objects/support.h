#pragma once
// What the tests of values share.

#include <string>

#include "engine/machine/vm.h"
#include "engine/objects/collect.h"
#include "engine/objects/containers.h"
#include "engine/objects/heap.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"
#include "engine/objects/text.h"
#include "engine/objects/types.h"
#include "engine/run/world.h"

namespace awaitscope {

// A run without a program, active until the end of its scope.
struct EmptyRun {
  explicit EmptyRun(Version version = Version::V3_11)
      : machine((make_world(), nullptr), version, Limits{}), scope(machine) {}
  Vm machine;
  RunScope scope;
};

// Everything made from here on must be gone at the end.
struct LiveObjects : EmptyRun {
  explicit LiveObjects(Version version = Version::V3_11) : EmptyRun(version) {
    objects = heap::objects_alive();
    bytes = heap::bytes_alive();
  }
  bool all_released() const {
    return objects == heap::objects_alive() && bytes == heap::bytes_alive();
  }
  size_t objects, bytes;
};

inline std::string repr(Value value) {
  Ref text = repr_fast(value);
  return text ? std::string(text_of(text)) : "?";
}

// The text of the pending exception, which is taken: "TypeError: no".
inline std::string error() {
  Ref exception = take_pending();
  if (exception.is_null()) return "nothing pending";
  auto* raised = as<Exception>(exception);
  return concat({raised->type->name_view(), ": ", exception_text(raised)});
}

inline Value integer(int64_t i) { return Value::of_int(i); }

// Calls what has a plain function, as the machine does; for errors the result is null.
inline Ref call_plain(Value function, std::initializer_list<Value> arguments, Value keywords = {}) {
  auto* native = as<NativeFunction>(function);
  uint32_t names = keywords ? as<Tuple>(keywords)->size : 0;
  Args given{arguments.begin(), uint32_t(arguments.size()) - names,
             names ? as<Tuple>(keywords) : nullptr};
  std::vector<Ref> made;
  std::vector<Value> space(native->signature ? parameter_count(native) : 0);
  if (native->signature) {
    if (!arrange(native, given, space.data(), made)) return {};
    given = Args{space.data(), uint32_t(space.size()), nullptr};
  } else if (!check_receiver(native, given)) {
    return {};
  }
  return native->definition->function(given);
}

inline Ref method(Value self, const char* name, std::initializer_list<Value> arguments) {
  Value values[8] = {self};
  uint32_t count = 1;
  for (Value argument : arguments) values[count++] = argument;
  auto* native = as<NativeFunction>(find(type_of(self), intern(name)));
  Args given{values, count, nullptr};
  std::vector<Ref> made;
  std::vector<Value> space(native->signature ? parameter_count(native) : 0);
  if (native->signature) {
    if (!arrange(native, given, space.data(), made)) return {};
    given = Args{space.data(), uint32_t(space.size()), nullptr};
  }
  return native->definition->function(given);
}

}  // namespace awaitscope
