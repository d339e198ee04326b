// time: the virtual clock. Specified in: https://docs.python.org/3.11/library/time.html

#include "engine/builtins/functions/builtins.h"
#include "engine/machine/vm.h"
#include "engine/modules/modules.h"
#include "engine/objects/native_function.h"
#include "engine/objects/numbers.h"
#include "engine/objects/raise.h"

namespace awaitscope {

static constexpr double kStart = 1'700'000'000;  // what time.time() says when the run begins

static Ref monotonic(Args&) { return new_float(vm().look_at_clock()); }
static Ref wall_clock(Args&) { return new_float(kStart + vm().look_at_clock()); }
static Ref nanoseconds(double seconds) { return int_of_double(seconds * 1e9); }
static Ref monotonic_ns(Args&) { return nanoseconds(vm().look_at_clock()); }
static Ref time_ns(Args&) { return nanoseconds(kStart + vm().look_at_clock()); }

// Blocks the whole loop, as it does in reality: nothing else runs meanwhile.
static Ref sleep(Args& args) {
  double seconds;
  if (!as_double(args[0], seconds)) {
    if (is_pending()) return Ref();
    return raise_type_error(
        {"'", type_name(args[0]), "' object cannot be interpreted as an integer"});
  }
  if (seconds < 0) return raise_value_error({"sleep length must be non-negative"});
  if (seconds > 0) vm().move_clock(vm().now + seconds);
  return Value::none();
}

static const NativeDefinition kFunctions[] = {
    function("monotonic", "()", monotonic),
    function("perf_counter", "()", monotonic),
    function("process_time", "()", monotonic),
    function("thread_time", "()", monotonic),
    function("time", "()", wall_clock),
    function("monotonic_ns", "()", monotonic_ns),
    function("perf_counter_ns", "()", monotonic_ns),
    function("process_time_ns", "()", monotonic_ns),
    function("time_ns", "()", time_ns),
    function("sleep", "(secs, /)", sleep),
};

void make_time_module(Dict* module) {
  add_functions(module, "time", kFunctions, std::size(kFunctions));
}

}  // namespace awaitscope
