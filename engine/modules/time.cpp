// time: the virtual clock. Specified in: https://docs.python.org/3.11/library/time.html

#include "engine/builtins/functions/builtins.h"
#include "engine/machine/native.h"
#include "engine/machine/threads.h"
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

static bool read_seconds(const Args& args, double& seconds) {
  if (!is_number(args[0]) || !as_double(args[0], seconds)) {
    if (!is_pending()) {
      raise_type_error({"'", type_name(args[0]), "' object cannot be interpreted as an integer"});
    }
    return false;
  }
  if (seconds < 0) raise_value_error({"sleep length must be non-negative"});
  return seconds >= 0;
}

// Blocks the thread, as it does in reality: and so the event loop that it runs. Others run.
static Ref sleep(Args& args) {
  if (has_other_threads()) return try_coroutine();
  double seconds;
  if (!read_seconds(args, seconds)) return Ref();
  if (seconds > 0) vm().move_clock(vm().now + seconds);
  return Value::none();
}
static Native sleep_in_thread(Args args) {
  double seconds;
  if (!read_seconds(args, seconds)) co_return Ref();
  if (seconds > 0) {
    co_await park(vm().now + seconds, "time.sleep");
  } else {
    co_await YieldAwaiter{};
  }
  co_return Value::none();
}

static const NativeDefinition kTimeFunctions[] = {
    function("monotonic", "()", monotonic),
    function("perf_counter", "()", monotonic),
    function("process_time", "()", monotonic),
    function("thread_time", "()", monotonic),
    function("time", "()", wall_clock),
    function("monotonic_ns", "()", monotonic_ns),
    function("perf_counter_ns", "()", monotonic_ns),
    function("process_time_ns", "()", monotonic_ns),
    function("time_ns", "()", time_ns),
    function("sleep", "(secs, /)", sleep, sleep_in_thread),
};

void make_time_module(Dict* module) {
  add_functions(module, "time", kTimeFunctions, std::size(kTimeFunctions));
}

}  // namespace awaitscope
