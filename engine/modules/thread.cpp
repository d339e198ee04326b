// _thread: threads and their locks, on which threading.py and its like stand. Specified in:
// https://docs.python.org/3.11/library/_thread.html

#include "engine/builtins/functions/builtins.h"
#include "engine/machine/context.h"
#include "engine/machine/operators.h"
#include "engine/machine/threads.h"
#include "engine/modules/modules.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

namespace {

Type* lock_type;
ThreadLock* as_lock(Value value) { return static_cast<ThreadLock*>(value.object()); }

Ref running_name() { return vm().threads ? vm().threads->running().name : new_str("MainThread"); }

uint32_t running_number() { return vm().threads ? vm().threads->running().number : 0; }

// --- locks ---

void take(ThreadLock* lock) {
  lock->held = true;
  lock->holder = running_name();
}

std::string what_for(const ThreadLock* lock) {
  if (lock->what) return std::string(text_of(lock->what));
  if (!lock->holder) return "a lock";
  return concat({"a lock that ", text_of(lock->holder), " has taken"});
}

constexpr double kMostSeconds = 9223372036.0;  // threading.TIMEOUT_MAX

// How long acquire() may wait: negative for ever, 0 not at all. False: it raised.
bool read_timeout(const Args& args, double& seconds) {
  const bool blocking = truth_fast(args[1]) == 1;
  if (!is_number(args[2]) || !as_double(args[2], seconds)) {
    if (!is_pending()) {
      raise_type_error({"'", type_name(args[2]), "' object cannot be interpreted as an integer"});
    }
    return false;
  }
  if (!blocking && seconds != -1) {
    raise_value_error({"can't specify a timeout for a non-blocking call"});
    return false;
  }
  if (seconds < 0 && seconds != -1) {
    raise_value_error({since(Version::V3_13) ? "timeout value must be a non-negative number"
                                             : "timeout value must be positive"});
    return false;
  }
  if (seconds > kMostSeconds) {
    raise_error(types.OverflowError, "timeout value is too large");
    return false;
  }
  if (!blocking) seconds = 0;
  return true;
}

Ref lock_acquire(Args& args) {
  double seconds;
  if (!read_timeout(args, seconds)) return Ref();
  ThreadLock* lock = as_lock(args[0]);
  if (!lock->held) {
    take(lock);
    return Value::boolean(true);
  }
  if (seconds == 0) return Value::boolean(false);
  return try_coroutine();
}

Native lock_acquire_slow(Args args) {
  double seconds;
  if (!read_timeout(args, seconds)) co_return Ref();
  ThreadLock* lock = as_lock(args[0]);
  const double until = seconds < 0 ? Thread::kForEver : vm().now + seconds;
  // Alone, it can only wait for its time to come: to be the only thread is to be one of one.
  if (!vm().threads) vm().threads = std::make_unique<Threads>();
  while (lock->held) {
    if (until <= vm().now) co_return Value::boolean(false);
    const bool woken = co_await park(until, what_for(lock), lock);
    if (!woken && lock->held) co_return Value::boolean(false);
  }
  take(lock);
  co_return Value::boolean(true);
}

Ref lock_release(Args& args) {
  ThreadLock* lock = as_lock(args[0]);
  if (!lock->held) return raise_runtime_error({"release unlocked lock"});
  lock->held = false;
  lock->holder = Ref();
  if (!lock->line.empty()) vm().threads->wake(lock->line.front());
  return Value::none();
}

Ref lock_locked(Args& args) { return Value::boolean(as_lock(args[0])->held); }

Ref lock_enter(Args& args) {
  const Value values[] = {args[0], Value::boolean(true), Value::of_int(-1)};
  Args all{values, 3, nullptr};
  return lock_acquire(all);
}
Native lock_enter_slow(Args args) {
  Ref self = args[0];
  const Value values[] = {self, Value::boolean(true), Value::of_int(-1)};
  co_return co_await lock_acquire_slow(Args{values, 3, nullptr});
}

Ref lock_repr(Args& args) {
  return new_str(concat({"<", as_lock(args[0])->held ? "locked" : "unlocked",
                         " _thread.lock object at ", address_text(args[0]), ">"}));
}

Ref lock_new(Args&) { return Ref::adopt(make_object<ThreadLock>(lock_type)); }

// A lock that is taken, by which a library's function waits for that: until somebody releases it.
Ref waiter(Args& args) {
  Ref ref = Ref::adopt(make_object<ThreadLock>(lock_type));
  as_lock(ref)->held = true;
  as_lock(ref)->what = args[0];
  return ref;
}
// What who waits for the lock waits for.
Ref describe_lock(Args& args) {
  if (type_of(args[0]) != lock_type) return raise_type_error({"a lock, please"});
  as_lock(args[0])->what = args[1];
  return args[0];
}

const NativeDefinition kLockMethods[] = {
    static_method("__new__", "(cls)", lock_new),
    method("acquire", "(self, blocking=True, timeout=-1)", lock_acquire, lock_acquire_slow),
    method("acquire_lock", "(self, blocking=True, timeout=-1)", lock_acquire, lock_acquire_slow),
    method("release", "(self, /)", lock_release),
    method("release_lock", "(self, /)", lock_release),
    method("locked", "(self, /)", lock_locked),
    method("__enter__", "(self, /)", lock_enter, lock_enter_slow),
    method("__exit__", "(self, /, *args)", lock_release),
    method("__repr__", "(self, /)", lock_repr),
};

// --- threads ---

// A thread that calls function(*args); its identity.
Ref start(Args& args) {
  if (!find_special(type_of(args[0]), Special::call))
    return raise_type_error({"first arg must be callable"});
  if (!is<Tuple>(args[1])) return raise_type_error({"2nd arg must be a tuple"});
  if (!vm().threads) vm().threads = std::make_unique<Threads>();
  Ref name = is<Str>(args[2]) ? Ref(args[2]) : Ref(new_str("a thread"));
  return Value::of_int(vm().threads->start(args[0], args[1], Value(), name) + 1);
}
Ref start_new_thread(Args& args) {
  if (!find_special(type_of(args[0]), Special::call))
    return raise_type_error({"first arg must be callable"});
  if (!is<Tuple>(args[1])) return raise_type_error({"2nd arg must be a tuple"});
  if (args[2] && !is<Dict>(args[2]))
    return raise_type_error({"optional 3rd arg must be a dictionary"});
  if (!vm().threads) vm().threads = std::make_unique<Threads>();
  Ref name = new_str("a thread");
  return Value::of_int(vm().threads->start(args[0], args[1], args[2], name) + 1);
}
Ref exit_thread(Args&) { return raise_error(types.SystemExit, ""); }
Ref count(Args&) { return Value::of_int(vm().threads ? int64_t(vm().threads->alive()) - 1 : 0); }
Ref stack_size(Args&) { return Value::of_int(0); }

Ref get_ident(Args&) { return Value::of_int(running_number() + 1); }

Ref set_name(Args& args) {
  if (vm().threads) vm().threads->running().name = args[0];
  return Value::none();
}
Ref get_name(Args&) { return running_name(); }

// The running thread goes to the end of the line.
Native yield(Args) {
  if (has_other_threads()) co_await YieldAwaiter{};
  co_return Value::none();
}

// The program has ended: what threads are left stay as they are.
Ref freeze(Args&) {
  if (vm().threads) vm().threads->freeze();
  return Value::none();
}

const NativeDefinition kThreadFunctions[] = {
    function("allocate_lock", "()", lock_new),
    function("allocate", "()", lock_new),
    function("_start", "(function, args, name=None, /)", start),
    function("start_new_thread", "(function, args, kwargs=<null>, /)", start_new_thread),
    function("start_new", "(function, args, kwargs=<null>, /)", start_new_thread),
    function("exit", "()", exit_thread),
    function("exit_thread", "()", exit_thread),
    function("_count", "()", count),
    function("stack_size", "(size=0, /)", stack_size),
    function("get_ident", "()", get_ident),
    function("get_native_id", "()", get_ident),
    function("_set_name", "(name: str, /)", set_name),
    function("_get_name", "()", get_name),
    function("_yield", "()", yield),
    function("_freeze", "()", freeze),
    function("_waiter", "(what: str, /)", waiter),
    function("_describe", "(lock, what: str, /)", describe_lock),
};

}  // namespace

void register_threads() {
  TypeSpec spec;
  spec.name = "_thread.lock";
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(ThreadLock);
  spec.flags = Type::kNoSubclass;
  spec.methods = kLockMethods;
  spec.slots.destroy = destroy_native<ThreadLock>;
  lock_type = new_builtin_type(spec);
  name_in_full(lock_type);
}

void make_thread_module(Dict* module) {
  add_functions(module, "_thread", kThreadFunctions, std::size(kThreadFunctions));
  dict_set(module, intern("LockType"), Value::of(lock_type));
  dict_set(module, intern("lock"), Value::of(lock_type));
  dict_set(module, intern("error"), Value::of(types.RuntimeError));
  dict_set(module, intern("TIMEOUT_MAX"), new_float(kMostSeconds));
}

}  // namespace awaitscope
