// Event, Lock, Condition, Semaphore, BoundedSemaphore, Barrier.
// Specified in: https://docs.python.org/3.11/library/asyncio-sync.html

#include "engine/asyncio/sync.h"

#include <algorithm>

#include "engine/runtime/builtins.h"
#include "engine/runtime/containers.h"
#include "engine/runtime/numbers.h"
#include "engine/runtime/text.h"
#include "engine/vm/calls.h"

namespace awaitscope {

void Waiters::remove(Value future) {
  auto found =
      std::find_if(line.begin(), line.end(), [&](const Ref& each) { return each.get() == future; });
  if (found != line.end()) line.erase(found);
}

bool Waiters::any_not_cancelled() const {
  return std::any_of(line.begin(), line.end(), [](const Ref& each) {
    return as_future(each)->state != Future::State::Cancelled;
  });
}

bool Waiters::wake_first(Value result) {
  for (const Ref& each : line) {
    if (as_future(each)->state != Future::State::Pending) continue;
    set_result(as_future(Ref(each)), result);
    return true;
  }
  return false;
}

using Flags = NativeDefinition;
static constexpr auto kAsyncMethod = Flags::Flags(Flags::kMethod | Flags::kAsync);

static Ref object_repr(Value object, std::string_view extra) {
  return new_str(concat({"<", text_of(type_of(object)->module), ".", type_name(object),
                         " object at ", address_text(object), " [", extra, "]>"}));
}

static std::string waiting_text(const Waiters& waiters) {
  return waiters.line.empty() ? "" : concat({", waiters:", std::to_string(waiters.line.size())});
}

// --- Event
// ------------------------------------------------------------------------------------------------------

struct EventObject : NativeObject {
  bool set = false;
  Waiters waiters;
};
static Type* event_type;
static EventObject* event_of(Value v) { return static_cast<EventObject*>(v.object()); }

Ref new_event(bool set) {
  auto* event = make_object<EventObject>(event_type, 0);
  event->set = set;
  return Ref::adopt(event);
}
bool event_is_set(Value event) { return event_of(event)->set; }
void event_clear(Value event) { event_of(event)->set = false; }
void event_set(Value value) {
  EventObject* event = event_of(value);
  if (event->set) return;
  event->set = true;
  std::deque<Ref> line = event->waiters.line;
  for (const Ref& each : line) {
    if (as_future(each)->state == Future::State::Pending)
      set_result(as_future(each), Value::boolean(true));
  }
}

Native event_wait(Ref ref) {
  EventObject* event = event_of(ref);
  if (event->set) co_return Value::boolean(true);
  Ref loop = get_running_loop();
  if (!loop) co_return Ref();
  Ref future = new_future(loop);
  event->waiters.line.push_back(future);
  Ref result = co_await wait_for(future);
  event->waiters.remove(future);
  co_return result ? Ref(Value::boolean(true)) : Ref();
}

static Ref event_new(Args&) { return new_event(false); }
static Ref event_set_method(Args& args) {
  event_set(args[0]);
  return Value::none();
}
static Ref event_clear_method(Args& args) {
  event_clear(args[0]);
  return Value::none();
}
static Ref event_is_set_method(Args& args) { return Value::boolean(event_is_set(args[0])); }
static Native event_wait_method(Args args) { return event_wait(args[0]); }
static Ref event_repr(Args& args) {
  EventObject* event = event_of(args[0]);
  return object_repr(args[0], concat({event->set ? "set" : "unset", waiting_text(event->waiters)}));
}
static const NativeDefinition kEventMethods[] = {
    {"__new__", "(cls)", event_new, nullptr, Flags::kStaticMethod},
    {"set", "(self, /)", event_set_method, nullptr, Flags::kMethod},
    {"clear", "(self, /)", event_clear_method, nullptr, Flags::kMethod},
    {"is_set", "(self, /)", event_is_set_method, nullptr, Flags::kMethod},
    {"wait", "(self, /)", nullptr, event_wait_method, kAsyncMethod},
    {"__repr__", "(self, /)", event_repr, nullptr, Flags::kMethod},
};

// --- Lock
// -------------------------------------------------------------------------------------------------------

struct Lock : NativeObject {
  bool locked = false;
  Waiters waiters;
};
static Type* lock_type;
static Lock* lock_of(Value v) { return static_cast<Lock*>(v.object()); }

static void wake_lock(Lock* lock) {
  if (lock->waiters.line.empty()) return;
  Ref first = lock->waiters.line.front();
  if (as_future(first)->state == Future::State::Pending)
    set_result(as_future(first), Value::boolean(true));
}

static Native lock_acquire(Ref ref) {
  Lock* lock = lock_of(ref);
  if (!lock->locked && !lock->waiters.any_not_cancelled()) {
    lock->locked = true;
    co_return Value::boolean(true);
  }
  Ref loop = get_running_loop();
  if (!loop) co_return Ref();
  Ref future = new_future(loop);
  lock->waiters.line.push_back(future);
  Ref result = co_await wait_for(future);
  lock->waiters.remove(future);
  if (!result) {
    if (pending_is(types.CancelledError) && !lock->locked) {
      Ref error = take_pending();
      wake_lock(lock);
      restore_pending(error);
    }
    co_return Ref();
  }
  lock->locked = true;
  co_return Value::boolean(true);
}

static bool lock_release(Lock* lock) {
  if (!lock->locked) {
    raise_runtime_error({"Lock is not acquired."});
    return false;
  }
  lock->locked = false;
  wake_lock(lock);
  return true;
}

static Ref lock_new(Args&) { return Ref::adopt(make_object<Lock>(lock_type, 0)); }
static Native lock_acquire_method(Args args) { return lock_acquire(args[0]); }
static Ref lock_release_method(Args& args) {
  return lock_release(lock_of(args[0])) ? Ref(Value::none()) : Ref();
}
static Ref lock_locked(Args& args) { return Value::boolean(lock_of(args[0])->locked); }
static Native lock_enter(Args args) {
  Ref done = co_await lock_acquire(args[0]);
  co_return done ? Ref(Value::none()) : Ref();
}
static Native lock_exit(Args args) {
  co_return lock_release(lock_of(args[0])) ? Ref(Value::none()) : Ref();
}
static Ref lock_repr(Args& args) {
  Lock* lock = lock_of(args[0]);
  return object_repr(args[0],
                     concat({lock->locked ? "locked" : "unlocked", waiting_text(lock->waiters)}));
}
static const NativeDefinition kLockMethods[] = {
    {"__new__", "(cls)", lock_new, nullptr, Flags::kStaticMethod},
    {"acquire", "(self, /)", nullptr, lock_acquire_method, kAsyncMethod},
    {"release", "(self, /)", lock_release_method, nullptr, Flags::kMethod},
    {"locked", "(self, /)", lock_locked, nullptr, Flags::kMethod},
    {"__aenter__", "(self, /)", nullptr, lock_enter, kAsyncMethod},
    {"__aexit__", "(self, type, value, traceback, /)", nullptr, lock_exit, kAsyncMethod},
    {"__repr__", "(self, /)", lock_repr, nullptr, Flags::kMethod},
};

// --- Condition
// --------------------------------------------------------------------------------------------------

struct Condition : NativeObject {
  Ref lock;
  Waiters waiters;
};
static Type* condition_type;
static Condition* condition_of(Value v) { return static_cast<Condition*>(v.object()); }

static Native condition_wait(Ref ref) {
  Condition* condition = condition_of(ref);
  Lock* lock = lock_of(condition->lock);
  if (!lock->locked) co_return raise_runtime_error({"cannot wait on un-acquired lock"});
  lock_release(lock);
  Ref future = new_future(running_loop());
  condition->waiters.line.push_back(future);
  Ref result = co_await wait_for(future);
  condition->waiters.remove(future);
  Ref error = result ? Ref() : take_pending();
  // The lock is taken again, whatever happens.
  bool cancelled = false;
  for (;;) {
    Ref acquired = co_await lock_acquire(condition->lock);
    if (acquired) break;
    if (!pending_is(types.CancelledError)) co_return Ref();
    take_pending();
    cancelled = true;
  }
  if (cancelled) co_return raise_error(types.CancelledError, std::string_view());
  if (error) {
    restore_pending(error);
    co_return Ref();
  }
  co_return Value::boolean(true);
}

static void condition_notify(Condition* condition, int64_t count) {
  std::deque<Ref> line = condition->waiters.line;
  for (const Ref& each : line) {
    if (count <= 0) break;
    if (as_future(each)->state != Future::State::Pending) continue;
    --count;
    set_result(as_future(each), Value::boolean(false));
  }
}

static Ref new_condition(Value lock) {
  auto* condition = make_object<Condition>(condition_type, 0);
  condition->lock =
      lock && !lock.is_none() ? Ref(lock) : Ref::adopt(make_object<Lock>(lock_type, 0));
  return Ref::adopt(condition);
}
static Ref condition_new(Args& args) {
  if (!args[1].is_none() && type_of(args[1]) != lock_type) {
    return raise_type_error({"lock must be an asyncio.Lock, not ", type_name(args[1])});
  }
  return new_condition(args[1]);
}
static Native condition_acquire(Args args) { return lock_acquire(condition_of(args[0])->lock); }
static Ref condition_release(Args& args) {
  return lock_release(lock_of(condition_of(args[0])->lock)) ? Ref(Value::none()) : Ref();
}
static Ref condition_locked(Args& args) {
  return Value::boolean(lock_of(condition_of(args[0])->lock)->locked);
}
static Native condition_wait_method(Args args) { return condition_wait(args[0]); }
static Native condition_wait_for(Args args) {
  for (;;) {
    Ref result = co_await call(args[1]);
    if (!result) co_return Ref();
    Ref truth = co_await truth_of(result);
    if (!truth) co_return Ref();
    if (truth.get() == Value::boolean(true)) co_return result;
    Ref waited = co_await condition_wait(args[0]);
    if (!waited) co_return Ref();
  }
}
static bool check_notify(Condition* condition) {
  if (lock_of(condition->lock)->locked) return true;
  raise_runtime_error({"cannot notify on un-acquired lock"});
  return false;
}
static Ref condition_notify_method(Args& args) {
  int64_t count = 1;
  if (!check_notify(condition_of(args[0]))) return Ref();
  as_int64(args[1], count);
  condition_notify(condition_of(args[0]), count);
  return Value::none();
}
static Ref condition_notify_all(Args& args) {
  if (!check_notify(condition_of(args[0]))) return Ref();
  condition_notify(condition_of(args[0]), INT64_MAX);
  return Value::none();
}
static Native condition_enter(Args args) {
  Ref done = co_await lock_acquire(condition_of(args[0])->lock);
  co_return done ? Ref(Value::none()) : Ref();
}
static Native condition_exit(Args args) {
  co_return lock_release(lock_of(condition_of(args[0])->lock)) ? Ref(Value::none()) : Ref();
}
static Ref condition_repr(Args& args) {
  Condition* condition = condition_of(args[0]);
  bool locked = lock_of(condition->lock)->locked;
  return object_repr(args[0],
                     concat({locked ? "locked" : "unlocked", waiting_text(condition->waiters)}));
}
static const NativeDefinition kConditionMethods[] = {
    {"__new__", "(cls, lock=None)", condition_new, nullptr, Flags::kStaticMethod},
    {"acquire", "(self, /)", nullptr, condition_acquire, kAsyncMethod},
    {"release", "(self, /)", condition_release, nullptr, Flags::kMethod},
    {"locked", "(self, /)", condition_locked, nullptr, Flags::kMethod},
    {"wait", "(self, /)", nullptr, condition_wait_method, kAsyncMethod},
    {"wait_for", "(self, predicate)", nullptr, condition_wait_for, kAsyncMethod},
    {"notify", "(self, n=1)", condition_notify_method, nullptr, Flags::kMethod},
    {"notify_all", "(self, /)", condition_notify_all, nullptr, Flags::kMethod},
    {"__aenter__", "(self, /)", nullptr, condition_enter, kAsyncMethod},
    {"__aexit__", "(self, type, value, traceback, /)", nullptr, condition_exit, kAsyncMethod},
    {"__repr__", "(self, /)", condition_repr, nullptr, Flags::kMethod},
};

// --- Semaphore
// --------------------------------------------------------------------------------------------------

struct Semaphore : NativeObject {
  int64_t value = 1, bound = INT64_MAX;
  Waiters waiters;
};
static Type *semaphore_type, *bounded_type;
static Semaphore* semaphore_of(Value v) { return static_cast<Semaphore*>(v.object()); }

static bool semaphore_is_locked(const Semaphore* semaphore) {
  return semaphore->value == 0 || semaphore->waiters.any_not_cancelled();
}
static void wake_semaphore(Semaphore* semaphore) {
  if (semaphore->waiters.wake_first(Value::boolean(true))) --semaphore->value;
}
static Native semaphore_acquire(Ref ref) {
  Semaphore* semaphore = semaphore_of(ref);
  if (!semaphore_is_locked(semaphore)) {
    --semaphore->value;
    co_return Value::boolean(true);
  }
  Ref loop = get_running_loop();
  if (!loop) co_return Ref();
  Ref future = new_future(loop);
  semaphore->waiters.line.push_back(future);
  Ref result = co_await wait_for(future);
  semaphore->waiters.remove(future);
  if (!result) {
    if (pending_is(types.CancelledError) && as_future(future)->state != Future::State::Cancelled) {
      Ref error = take_pending();
      ++semaphore->value;
      wake_semaphore(semaphore);
      restore_pending(error);
    }
    co_return Ref();
  }
  if (semaphore->value > 0) wake_semaphore(semaphore);
  co_return Value::boolean(true);
}
static bool semaphore_release(Semaphore* semaphore) {
  if (semaphore->value >= semaphore->bound) {
    raise_value_error({"BoundedSemaphore released too many times"});
    return false;
  }
  ++semaphore->value;
  wake_semaphore(semaphore);
  return true;
}
static Ref make_semaphore(Type* type, Args& args) {
  int64_t value;
  if (!as_int64(args[1], value)) {
    return raise_type_error(
        {"'<' not supported between instances of '", type_name(args[1]), "' and 'int'"});
  }
  if (value < 0) return raise_value_error({"Semaphore initial value must be >= 0"});
  auto* semaphore = make_object<Semaphore>(type, 0);
  semaphore->value = value;
  if (type == bounded_type) semaphore->bound = value;
  return Ref::adopt(semaphore);
}
static Ref semaphore_new(Args& args) { return make_semaphore(semaphore_type, args); }
static Ref bounded_new(Args& args) { return make_semaphore(bounded_type, args); }
static Native semaphore_acquire_method(Args args) { return semaphore_acquire(args[0]); }
static Ref semaphore_release_method(Args& args) {
  return semaphore_release(semaphore_of(args[0])) ? Ref(Value::none()) : Ref();
}
static Ref semaphore_locked(Args& args) {
  return Value::boolean(semaphore_is_locked(semaphore_of(args[0])));
}
static Native semaphore_enter(Args args) {
  Ref done = co_await semaphore_acquire(args[0]);
  co_return done ? Ref(Value::none()) : Ref();
}
static Native semaphore_exit(Args args) {
  co_return semaphore_release(semaphore_of(args[0])) ? Ref(Value::none()) : Ref();
}
static Ref semaphore_repr(Args& args) {
  Semaphore* semaphore = semaphore_of(args[0]);
  std::string state = semaphore_is_locked(semaphore)
                          ? "locked"
                          : concat({"unlocked, value:", std::to_string(semaphore->value)});
  return object_repr(args[0], concat({state, waiting_text(semaphore->waiters)}));
}
static Ref semaphore_value(Args& args) { return new_int(semaphore_of(args[0])->value); }
static const NativeDefinition kSemaphoreMethods[] = {
    {"__new__", "(cls, value=1)", semaphore_new, nullptr, Flags::kStaticMethod},
    {"acquire", "(self, /)", nullptr, semaphore_acquire_method, kAsyncMethod},
    {"release", "(self, /)", semaphore_release_method, nullptr, Flags::kMethod},
    {"locked", "(self, /)", semaphore_locked, nullptr, Flags::kMethod},
    {"__aenter__", "(self, /)", nullptr, semaphore_enter, kAsyncMethod},
    {"__aexit__", "(self, type, value, traceback, /)", nullptr, semaphore_exit, kAsyncMethod},
    {"_value", "", semaphore_value, nullptr, Flags::kGetter},
    {"__repr__", "(self, /)", semaphore_repr, nullptr, Flags::kMethod},
};
static const NativeDefinition kBoundedMethods[] = {
    {"__new__", "(cls, value=1)", bounded_new, nullptr, Flags::kStaticMethod},
};

// --- Barrier
// ----------------------------------------------------------------------------------------------------

struct Barrier : NativeObject {
  enum class State : uint8_t { Filling, Draining, Resetting, Broken };
  State state = State::Filling;
  Ref condition;
  int64_t parties = 1, count = 0;
};
static Type* barrier_type;
static Barrier* barrier_of(Value v) { return static_cast<Barrier*>(v.object()); }

static Ref broken_barrier(std::string_view message) {
  return raise_error(asyncio_types.BrokenBarrierError, message);
}

static Native barrier_wait(Ref ref) {
  Barrier* barrier = barrier_of(ref);
  Condition* condition = condition_of(barrier->condition);
  Lock* lock = lock_of(condition->lock);
  Ref acquired = co_await lock_acquire(condition->lock);
  if (!acquired) co_return Ref();
  while (barrier->state == Barrier::State::Draining ||
         barrier->state == Barrier::State::Resetting) {
    Ref waited = co_await condition_wait(barrier->condition);
    if (!waited) {
      Ref error = take_pending();
      lock_release(lock);
      restore_pending(error);
      co_return Ref();
    }
  }
  if (barrier->state == Barrier::State::Broken) {
    lock_release(lock);
    co_return broken_barrier("Barrier aborted");
  }
  int64_t index = barrier->count++;
  Ref error;
  if (index + 1 == barrier->parties) {
    barrier->state = Barrier::State::Draining;
    condition_notify(condition, INT64_MAX);
  } else {
    while (barrier->state == Barrier::State::Filling && !error) {
      Ref waited = co_await condition_wait(barrier->condition);
      if (!waited) error = take_pending();
    }
    if (!error &&
        (barrier->state == Barrier::State::Broken || barrier->state == Barrier::State::Resetting)) {
      broken_barrier("Abort or reset of barrier");
      error = take_pending();
    }
  }
  if (--barrier->count == 0) {
    if (barrier->state == Barrier::State::Resetting || barrier->state == Barrier::State::Draining) {
      barrier->state = Barrier::State::Filling;
    }
    condition_notify(condition, INT64_MAX);
  }
  lock_release(lock);
  if (error) {
    restore_pending(error);
    co_return Ref();
  }
  co_return new_int(index);
}

static Native barrier_change(Ref ref, bool abort) {
  Barrier* barrier = barrier_of(ref);
  Condition* condition = condition_of(barrier->condition);
  Ref acquired = co_await lock_acquire(condition->lock);
  if (!acquired) co_return Ref();
  if (abort)
    barrier->state = Barrier::State::Broken;
  else
    barrier->state = barrier->count > 0 ? Barrier::State::Resetting : Barrier::State::Filling;
  condition_notify(condition, INT64_MAX);
  lock_release(lock_of(condition->lock));
  co_return Value::none();
}

static Ref barrier_new(Args& args) {
  int64_t parties;
  if (!as_int64(args[1], parties)) {
    return raise_type_error(
        {"'<' not supported between instances of '", type_name(args[1]), "' and 'int'"});
  }
  if (parties < 1) return raise_value_error({"parties must be > 0"});
  auto* barrier = make_object<Barrier>(barrier_type, 0);
  barrier->parties = parties;
  barrier->condition = new_condition(Value());
  return Ref::adopt(barrier);
}
static Native barrier_wait_method(Args args) { return barrier_wait(args[0]); }
static Native barrier_exit(Args) { co_return Value::none(); }
static Native barrier_reset(Args args) { return barrier_change(args[0], false); }
static Native barrier_abort(Args args) { return barrier_change(args[0], true); }
static Ref barrier_parties(Args& args) { return new_int(barrier_of(args[0])->parties); }
static Ref barrier_waiting(Args& args) {
  Barrier* barrier = barrier_of(args[0]);
  return new_int(barrier->state == Barrier::State::Filling ? barrier->count : 0);
}
static Ref barrier_broken(Args& args) {
  return Value::boolean(barrier_of(args[0])->state == Barrier::State::Broken);
}
static Ref barrier_repr(Args& args) {
  static const char* const kNames[] = {"filling", "draining", "resetting", "broken"};
  Barrier* barrier = barrier_of(args[0]);
  std::string extra = kNames[int(barrier->state)];
  if (barrier->state != Barrier::State::Broken) {
    int64_t waiting = barrier->state == Barrier::State::Filling ? barrier->count : 0;
    extra += concat({", waiters:", std::to_string(waiting), "/", std::to_string(barrier->parties)});
  }
  return object_repr(args[0], extra);
}
static const NativeDefinition kBarrierMethods[] = {
    {"__new__", "(cls, parties)", barrier_new, nullptr, Flags::kStaticMethod},
    {"wait", "(self, /)", nullptr, barrier_wait_method, kAsyncMethod},
    {"__aenter__", "(self, /)", nullptr, barrier_wait_method, kAsyncMethod},
    {"__aexit__", "(self, type, value, traceback, /)", nullptr, barrier_exit, kAsyncMethod},
    {"reset", "(self, /)", nullptr, barrier_reset, kAsyncMethod},
    {"abort", "(self, /)", nullptr, barrier_abort, kAsyncMethod},
    {"parties", "", barrier_parties, nullptr, Flags::kGetter},
    {"n_waiting", "", barrier_waiting, nullptr, Flags::kGetter},
    {"broken", "", barrier_broken, nullptr, Flags::kGetter},
    {"__repr__", "(self, /)", barrier_repr, nullptr, Flags::kMethod},
};

void register_sync() {
  event_type = native_type<EventObject>("asyncio.locks.Event", kEventMethods);
  lock_type = native_type<Lock>("asyncio.locks.Lock", kLockMethods);
  condition_type = native_type<Condition>("asyncio.locks.Condition", kConditionMethods);
  semaphore_type = native_type<Semaphore>("asyncio.locks.Semaphore", kSemaphoreMethods);
  bounded_type =
      native_type<Semaphore>("asyncio.locks.BoundedSemaphore", kBoundedMethods, semaphore_type);
  barrier_type = native_type<Barrier>("asyncio.locks.Barrier", kBarrierMethods);
}

void fill_sync(Dict* module) {
  const std::pair<const char*, Type*> exported[] = {
      {"Event", event_type},
      {"Lock", lock_type},
      {"Condition", condition_type},
      {"Semaphore", semaphore_type},
      {"BoundedSemaphore", bounded_type},
      {"Barrier", barrier_type},
  };
  for (const auto& [name, type] : exported) dict_set(module, intern(name), Value::of(type));
}

}  // namespace awaitscope
