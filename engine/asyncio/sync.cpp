// Event, Lock, Condition, Semaphore, BoundedSemaphore, Barrier.
// Specified in: https://docs.python.org/3.11/library/asyncio-sync.html

#include "engine/asyncio/sync.h"

#include <algorithm>

#include "engine/builtins/functions/builtins.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

Ref Waiters::add(Value loop) {
  Ref future = new_future(loop);
  if (asyncio_state().current_task)
    as_future(future)->waited_by = as_task(asyncio_state().current_task)->number;
  line.push_back(future);
  return future;
}

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

// What __new__ takes: it is __init__ that looks at it, which a class of the program's may override.
static constexpr const char* kAnything = "(cls, /, *args, **kwargs)";

Ref loop_for_waiting(Value value) {
  Primitive* primitive = primitive_of(value);
  Ref loop = get_running_loop();
  if (!loop) return Ref();
  if (!primitive->loop) primitive->loop = loop;
  return primitive->loop.get() == loop.get() ? loop : Ref();
}

Native wrong_loop(Ref primitive) {
  if (is_pending()) co_return Ref();
  CO_TRY(text, repr_of(primitive));
  co_return raise_runtime_error({text_of(text), " is bound to a different event loop"});
}

static Ref object_repr(Value object, std::string_view extra) {
  return new_str(concat({"<", text_of(type_of(object)->module), ".", type_name(object),
                         " object at ", address_text(object), " [", extra, "]>"}));
}

static std::string waiting_text(const Waiters& waiters) {
  return waiters.line.empty() ? "" : concat({", waiters:", std::to_string(waiters.line.size())});
}

// --- Event ---

struct EventObject : Primitive {
  bool set = false;
  Waiters waiters;
};
static Type* event_type;
static EventObject* event_of(Value v) { return static_cast<EventObject*>(v.object()); }

Ref new_event(bool set) {
  auto* event = make_primitive<EventObject>(PrimitiveKind::Event, event_type);
  event->set = set;
  return Ref::adopt(event);
}
bool event_is_set(Value event) { return event_of(event)->set; }
const Waiters& event_waiters(Value event) { return event_of(event)->waiters; }
void event_clear(Value value) {
  EventObject* event = event_of(value);
  if (!event->set) return;  // as that of a queue at every put but the first
  event->set = false;
  note_change(event);
}
void event_set(Value value) {
  EventObject* event = event_of(value);
  if (event->set) return;
  event->set = true;
  note_change(event);
  std::deque<Ref> line = event->waiters.line;
  for (const Ref& each : line) {
    if (as_future(each)->state == Future::State::Pending)
      set_result(as_future(each), Value::boolean(true));
  }
}

Native event_wait(Ref ref) {
  EventObject* event = event_of(ref);
  if (event->set) co_return Value::boolean(true);
  Ref loop = loop_for_waiting(ref);
  if (!loop) co_return co_await wrong_loop(ref);
  Ref future = event->waiters.add(loop);
  note_change(event);
  Ref result = co_await wait_for(future);
  event->waiters.remove(future);
  note_change(event);
  co_return result ? Ref(Value::boolean(true)) : Ref();
}

static Ref event_new(Args& args) {
  return Ref::adopt(make_primitive<EventObject>(PrimitiveKind::Event, as<Type>(args[0])));
}
static Ref announced(Args& args) {
  announce(primitive_of(args[0]));
  return Value::none();
}
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
    static_method("__new__", kAnything, event_new),
    method("__init__", "(self)", announced),
    method("set", "(self, /)", event_set_method),
    method("clear", "(self, /)", event_clear_method),
    method("is_set", "(self, /)", event_is_set_method),
    async_method("wait", "(self, /)", event_wait_method),
    method("__repr__", "(self, /)", event_repr),
};

// --- Lock ---

static Native call_and_await(Ref function) {
  CO_TRY(awaitable, call(function));
  co_return co_await await_on(awaitable);
}

struct Lock : Primitive {
  bool locked = false;
  uint32_t holder = 0;  // the number of a task, for the recording
  Waiters waiters;
};
static Type* lock_type;
static bool is_lock(Value v) { return is_subtype(type_of(v), lock_type); }
static Lock* lock_of(Value v) { return static_cast<Lock*>(v.object()); }

static void take_lock(Lock* lock) {
  lock->locked = true;
  lock->holder = asyncio_state().current_task ? as_task(asyncio_state().current_task)->number : 0;
  note_change(lock);
}

static void wake_lock(Lock* lock) {
  if (lock->waiters.line.empty()) return;
  Ref first = lock->waiters.line.front();
  if (as_future(first)->state == Future::State::Pending)
    set_result(as_future(first), Value::boolean(true));
}

static Native lock_acquire(Ref ref) {
  Lock* lock = lock_of(ref);
  if (!lock->locked && !lock->waiters.any_not_cancelled()) {
    take_lock(lock);
    co_return Value::boolean(true);
  }
  Ref loop = loop_for_waiting(ref);
  if (!loop) co_return co_await wrong_loop(ref);
  Ref future = lock->waiters.add(loop);
  note_change(lock);
  Ref result = co_await wait_for(future);
  lock->waiters.remove(future);
  if (!result) {
    note_change(lock);
    if (pending_is(types.CancelledError) && !lock->locked) {
      Ref error = take_pending();
      wake_lock(lock);
      restore_pending(error);
    }
    co_return Ref();
  }
  take_lock(lock);
  co_return Value::boolean(true);
}

static bool lock_release(Lock* lock) {
  if (!lock->locked) {
    raise_runtime_error({"Lock is not acquired."});
    return false;
  }
  lock->locked = false;
  lock->holder = 0;
  note_change(lock);
  wake_lock(lock);
  return true;
}

// What asyncio itself calls: a derived class may have its own.
static Native lock_acquire_by_class(Ref ref) {
  Ref own = own_method(ref, lock_type, "acquire");
  return own ? call_and_await(own) : lock_acquire(ref);
}
static Native lock_release_by_class(Ref ref) {
  if (Ref own = own_method(ref, lock_type, "release")) co_return co_await call(own);
  co_return lock_release(lock_of(ref)) ? Ref(Value::none()) : Ref();
}

static Ref lock_new(Args& args) {
  return Ref::adopt(make_primitive<Lock>(PrimitiveKind::Lock, as<Type>(args[0])));
}
static Native lock_acquire_method(Args args) { return lock_acquire(args[0]); }
static Ref lock_release_method(Args& args) {
  return lock_release(lock_of(args[0])) ? Ref(Value::none()) : Ref();
}
static Ref lock_locked(Args& args) { return Value::boolean(lock_of(args[0])->locked); }
static Native lock_enter(Args args) {
  Ref done = co_await lock_acquire_by_class(args[0]);
  co_return done ? Ref(Value::none()) : Ref();
}
static Native lock_exit(Args args) { return lock_release_by_class(args[0]); }
static Ref lock_repr(Args& args) {
  Lock* lock = lock_of(args[0]);
  return object_repr(args[0],
                     concat({lock->locked ? "locked" : "unlocked", waiting_text(lock->waiters)}));
}
static const NativeDefinition kLockMethods[] = {
    static_method("__new__", kAnything, lock_new),
    method("__init__", "(self)", announced),
    async_method("acquire", "(self, /)", lock_acquire_method),
    method("release", "(self, /)", lock_release_method),
    method("locked", "(self, /)", lock_locked),
    async_method("__aenter__", "(self, /)", lock_enter),
    async_method("__aexit__", "(self, type, value, traceback, /)", lock_exit),
    method("__repr__", "(self, /)", lock_repr),
};

// --- Condition ---

struct Condition : Primitive {
  Ref lock;
  Waiters waiters;
};
static Type* condition_type;
static Condition* condition_of(Value v) { return static_cast<Condition*>(v.object()); }

static void condition_notify(Condition* condition, int64_t count);

static Native condition_wait(Ref ref) {
  Condition* condition = condition_of(ref);
  Lock* lock = lock_of(condition->lock);
  if (!lock->locked) co_return raise_runtime_error({"cannot wait on un-acquired lock"});
  Ref loop = loop_for_waiting(ref);
  if (!loop && since(Version::V3_13)) co_return co_await wrong_loop(ref);
  CO_TRY(released, lock_release_by_class(condition->lock));
  Ref result;
  if (loop) {
    Ref future = condition->waiters.add(loop);
    note_change(condition);
    result = co_await wait_for(future);
    condition->waiters.remove(future);
    note_change(condition);
  } else {
    result = co_await wrong_loop(ref);
  }
  Ref error = result ? Ref() : take_pending();
  // The lock is taken again, whatever happens.
  Ref cancelled;
  for (;;) {
    Ref acquired = co_await lock_acquire_by_class(condition->lock);
    if (acquired) break;
    if (!pending_is(types.CancelledError)) co_return Ref();
    cancelled = take_pending();
  }
  if (!error && !cancelled) co_return Value::boolean(true);
  if (since(Version::V3_13)) {
    // It may have been notified already: another is told instead. The exception is the last one.
    condition_notify(condition, 1);
    if (cancelled) {
      if (error) set_context(as<Exception>(cancelled), error);
      error = cancelled;
    }
  } else if (cancelled) {
    co_return raise_error(types.CancelledError, std::string_view());
  }
  restore_pending(error);
  co_return Ref();
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

static void set_lock(Condition* condition, Value lock) {
  if (lock && !lock.is_none()) {
    condition->lock = lock;
    return;
  }
  auto* own = make_primitive<Lock>(PrimitiveKind::Lock, lock_type);
  own->part_of = condition;
  condition->lock = Ref::adopt(own);
}
static Ref condition_new(Args& args) {
  auto* made = make_primitive<Condition>(PrimitiveKind::Condition, as<Type>(args[0]));
  set_lock(made, Value());
  return Ref::adopt(made);
}
static Ref condition_init(Args& args) {
  if (!args[1].is_none() && !is_lock(args[1])) {
    return raise_type_error({"lock must be an asyncio.Lock, not ", type_name(args[1])});
  }
  if (!args[1].is_none()) set_lock(condition_of(args[0]), args[1]);
  return announced(args);
}
static Native condition_acquire(Args args) {
  return lock_acquire_by_class(condition_of(args[0])->lock);
}
static Native condition_release(Args args) {
  return lock_release_by_class(condition_of(args[0])->lock);
}
static Ref condition_locked(Args& args) {
  return Value::boolean(lock_of(condition_of(args[0])->lock)->locked);
}
static Native condition_wait_method(Args args) { return condition_wait(args[0]); }
static Native condition_wait_by_class(Ref ref) {
  Ref own = own_method(ref, condition_type, "wait");
  return own ? call_and_await(own) : condition_wait(ref);
}
static Native condition_wait_for(Args args) {
  for (;;) {
    CO_TRY(result, call(args[1]));
    CO_TRY(truth, truth_of(result));
    if (truth.get() == Value::boolean(true)) co_return result;
    CO_TRY(waited, condition_wait_by_class(args[0]));
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
  if (own_method(args[0], condition_type, "notify")) return try_coroutine();
  if (!check_notify(condition_of(args[0]))) return Ref();
  condition_notify(condition_of(args[0]), INT64_MAX);
  return Value::none();
}
static Native condition_notify_all_by_class(Args args) {
  Ref count = new_int(int64_t(condition_of(args[0])->waiters.line.size()));
  Ref own = own_method(args[0], condition_type, "notify");
  co_return co_await call(own, count);
}
static Native condition_enter(Args args) {
  Ref done = co_await lock_acquire_by_class(condition_of(args[0])->lock);
  co_return done ? Ref(Value::none()) : Ref();
}
static Native condition_exit(Args args) {
  return lock_release_by_class(condition_of(args[0])->lock);
}
static Ref condition_repr(Args& args) {
  Condition* condition = condition_of(args[0]);
  bool locked = lock_of(condition->lock)->locked;
  return object_repr(args[0],
                     concat({locked ? "locked" : "unlocked", waiting_text(condition->waiters)}));
}
static const NativeDefinition kConditionMethods[] = {
    static_method("__new__", kAnything, condition_new),
    method("__init__", "(self, lock=None)", condition_init),
    async_method("acquire", "(self, /)", condition_acquire),
    method("release", "(self, /)", condition_release),
    method("locked", "(self, /)", condition_locked),
    async_method("wait", "(self, /)", condition_wait_method),
    async_method("wait_for", "(self, predicate)", condition_wait_for),
    method("notify", "(self, n=1)", condition_notify_method),
    method("notify_all", "(self, /)", condition_notify_all, condition_notify_all_by_class),
    async_method("__aenter__", "(self, /)", condition_enter),
    async_method("__aexit__", "(self, type, value, traceback, /)", condition_exit),
    method("__repr__", "(self, /)", condition_repr),
};

// --- Semaphore ---

struct Semaphore : Primitive {
  int64_t value = 1, bound = INT64_MAX;
  Waiters waiters;
};
static Type *semaphore_type, *bounded_type;
static Semaphore* semaphore_of(Value v) { return static_cast<Semaphore*>(v.object()); }

static bool semaphore_is_locked(const Semaphore* semaphore) {
  return semaphore->value == 0 || semaphore->waiters.any_not_cancelled();
}
static bool wake_semaphore(Semaphore* semaphore) {
  if (!semaphore->waiters.wake_first(Value::boolean(true))) return false;
  --semaphore->value;
  return true;
}
static Native semaphore_acquire(Ref ref) {
  Semaphore* semaphore = semaphore_of(ref);
  if (!semaphore_is_locked(semaphore)) {
    --semaphore->value;
    note_change(semaphore);
    co_return Value::boolean(true);
  }
  Ref loop = loop_for_waiting(ref);
  if (!loop) co_return co_await wrong_loop(ref);
  Ref future = semaphore->waiters.add(loop);
  note_change(semaphore);
  Ref result = co_await wait_for(future);
  semaphore->waiters.remove(future);
  note_change(semaphore);
  Ref error = result ? Ref() : take_pending();
  if (error && is_subtype(type_of(error), types.CancelledError) &&
      as_future(future)->state == Future::State::Finished) {
    ++semaphore->value;  // it was let in, and does not go
    if (!since(Version::V3_13)) wake_semaphore(semaphore);
  }
  if (since(Version::V3_13)) {
    while (semaphore->value > 0 && wake_semaphore(semaphore)) {
    }
  } else if (!error && semaphore->value > 0) {
    wake_semaphore(semaphore);
  }
  if (!error) co_return Value::boolean(true);
  restore_pending(error);
  co_return Ref();
}
static bool semaphore_release(Semaphore* semaphore) {
  if (semaphore->value >= semaphore->bound) {
    raise_value_error({"BoundedSemaphore released too many times"});
    return false;
  }
  ++semaphore->value;
  wake_semaphore(semaphore);
  note_change(semaphore);
  return true;
}
static Ref semaphore_new(Args& args) {
  return Ref::adopt(make_primitive<Semaphore>(PrimitiveKind::Semaphore, as<Type>(args[0])));
}
static Ref semaphore_init(Args& args) {
  int64_t value;
  if (!as_int64(args[1], value)) {
    return raise_type_error(
        {"'<' not supported between instances of '", type_name(args[1]), "' and 'int'"});
  }
  if (value < 0) return raise_value_error({"Semaphore initial value must be >= 0"});
  Semaphore* semaphore = semaphore_of(args[0]);
  semaphore->value = value;
  if (is_subtype(type_of(args[0]), bounded_type)) semaphore->bound = value;
  return announced(args);
}
static Native semaphore_acquire_method(Args args) { return semaphore_acquire(args[0]); }
static Ref semaphore_release_method(Args& args) {
  return semaphore_release(semaphore_of(args[0])) ? Ref(Value::none()) : Ref();
}
static Ref semaphore_locked(Args& args) {
  return Value::boolean(semaphore_is_locked(semaphore_of(args[0])));
}
static Native semaphore_acquire_by_class(Ref ref) {
  Ref own = own_method(ref, semaphore_type, "acquire");
  return own ? call_and_await(own) : semaphore_acquire(ref);
}
static Native semaphore_enter(Args args) {
  Ref done = co_await semaphore_acquire_by_class(args[0]);
  co_return done ? Ref(Value::none()) : Ref();
}
static Native semaphore_exit(Args args) {
  if (Ref own = own_method(args[0], semaphore_type, "release")) co_return co_await call(own);
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
    static_method("__new__", kAnything, semaphore_new),
    method("__init__", "(self, value=1)", semaphore_init),
    async_method("acquire", "(self, /)", semaphore_acquire_method),
    method("release", "(self, /)", semaphore_release_method),
    method("locked", "(self, /)", semaphore_locked),
    async_method("__aenter__", "(self, /)", semaphore_enter),
    async_method("__aexit__", "(self, type, value, traceback, /)", semaphore_exit),
    getter("_value", semaphore_value),
    method("__repr__", "(self, /)", semaphore_repr),
};
static const NativeDefinition kBoundedSemaphoreMethods[] = {
    method("__init__", "(self, value=1)", semaphore_init),
};
// --- Barrier ---

struct Barrier : Primitive {
  using State = BarrierState;
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
  CO_TRY(acquired, lock_acquire(condition->lock));
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
  note_change(barrier);
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
  note_change(barrier);
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
  CO_TRY(acquired, lock_acquire(condition->lock));
  if (abort)
    barrier->state = Barrier::State::Broken;
  else
    barrier->state = barrier->count > 0 ? Barrier::State::Resetting : Barrier::State::Filling;
  condition_notify(condition, INT64_MAX);
  lock_release(lock_of(condition->lock));
  co_return Value::none();
}

static Ref barrier_new(Args& args) {
  auto* barrier = make_primitive<Barrier>(PrimitiveKind::Barrier, as<Type>(args[0]));
  auto* condition = make_primitive<Condition>(PrimitiveKind::Condition, condition_type);
  set_lock(condition, Value());
  condition->part_of = barrier;
  barrier->condition = Ref::adopt(condition);
  return Ref::adopt(barrier);
}
static Ref barrier_init(Args& args) {
  int64_t parties;
  if (!as_int64(args[1], parties)) {
    return raise_type_error(
        {"'<' not supported between instances of '", type_name(args[1]), "' and 'int'"});
  }
  if (parties < 1)
    return raise_value_error(
        {since(Version::V3_13) ? "parties must be >= 1" : "parties must be > 0"});
  barrier_of(args[0])->parties = parties;
  return announced(args);
}
static Native barrier_wait_method(Args args) { return barrier_wait(args[0]); }
static Native barrier_enter(Args args) {
  Ref own = own_method(args[0], barrier_type, "wait");
  return own ? call_and_await(own) : barrier_wait(args[0]);
}
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
    static_method("__new__", kAnything, barrier_new),
    method("__init__", "(self, parties)", barrier_init),
    async_method("wait", "(self, /)", barrier_wait_method),
    async_method("__aenter__", "(self, /)", barrier_enter),
    async_method("__aexit__", "(self, type, value, traceback, /)", barrier_exit),
    async_method("reset", "(self, /)", barrier_reset),
    async_method("abort", "(self, /)", barrier_abort),
    getter("parties", barrier_parties),
    getter("n_waiting", barrier_waiting),
    getter("broken", barrier_broken),
    method("__repr__", "(self, /)", barrier_repr),
};

// --- what the recording hears of ---

void put_waiting(Packed::Writer& state, WaitingRole role, const Waiters& waiters) {
  const size_t total = waiters.line.size(), shown = std::min(total, kMostShown);
  for (uint64_t number : {uint64_t(role), uint64_t(total), uint64_t(shown)}) state.put(number);
  for (size_t i = 0; i < shown; ++i) state.put(as_future(waiters.line[i])->waited_by);
}

static void put_state(Packed::Writer& state, Primitive* primitive) {
  state.put(uint64_t(primitive->what));
  switch (primitive->what) {
    case PrimitiveKind::Event: {
      auto* event = static_cast<const EventObject*>(primitive);
      state.put(event->set);
      put_line(state, WaitingRole::Waiting, event->waiters);
      break;
    }
    case PrimitiveKind::Lock: {
      auto* lock = static_cast<const Lock*>(primitive);
      state.put(lock->locked);
      state.put(lock->holder);
      put_line(state, WaitingRole::Waiting, lock->waiters);
      break;
    }
    case PrimitiveKind::Condition: {
      auto* condition = static_cast<const Condition*>(primitive);
      auto* lock = static_cast<const Lock*>(condition->lock.get().object());
      state.put(lock->locked);
      state.put(lock->holder);
      put_line(state, WaitingRole::ToBeNotified, condition->waiters);
      put_line(state, WaitingRole::ForTheLock, lock->waiters);
      break;
    }
    case PrimitiveKind::Semaphore: {
      auto* semaphore = static_cast<const Semaphore*>(primitive);
      state.put(uint64_t(semaphore->value));
      put_line(state, WaitingRole::Waiting, semaphore->waiters);
      break;
    }
    case PrimitiveKind::Barrier: {
      auto* barrier = static_cast<const Barrier*>(primitive);
      auto* condition = static_cast<const Condition*>(barrier->condition.get().object());
      state.put(uint64_t(barrier->state));
      state.put(uint64_t(barrier->count));
      state.put(uint64_t(barrier->parties));
      put_line(state, WaitingRole::Waiting, condition->waiters);
      break;
    }
    case PrimitiveKind::Queue: put_queue_state(state, primitive); break;
  }
  state.put(uint64_t(WaitingRole::kNoMore));
}

void note_change(Primitive* primitive) {
  if (!vm().recorder.recording) return;
  while (primitive->part_of) primitive = primitive->part_of;
  if (!primitive->number) return;
  Packed& states = vm().recorder.recording->primitive_states();
  const uint32_t place = uint32_t(states.size());
  {
    Packed::Writer state(states);
    put_state(state, primitive);
  }
  vm().recorder.record(EventKind::PrimitiveChange, primitive->number, place);
}

void announce(Primitive* primitive) {
  if (!vm().recorder.recording || primitive->number) return;
  primitive->number = vm().recorder.watch_numbered(primitive);
  note_change(primitive);
}

void note_end(Primitive* primitive) {
  if (primitive->number && has_run() && !vm().closing)
    vm().recorder.record(EventKind::PrimitiveGone, primitive->number);
}

void register_sync() {
  event_type = primitive_type<EventObject>("asyncio.locks.Event", kEventMethods);
  lock_type = primitive_type<Lock>("asyncio.locks.Lock", kLockMethods);
  condition_type = primitive_type<Condition>("asyncio.locks.Condition", kConditionMethods);
  semaphore_type = primitive_type<Semaphore>("asyncio.locks.Semaphore", kSemaphoreMethods);
  bounded_type = primitive_type<Semaphore>("asyncio.locks.BoundedSemaphore",
                                           kBoundedSemaphoreMethods, semaphore_type);
  barrier_type = primitive_type<Barrier>("asyncio.locks.Barrier", kBarrierMethods);
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
