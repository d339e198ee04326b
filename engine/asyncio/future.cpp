#include <algorithm>

#include "engine/asyncio/debug.h"
#include "engine/asyncio/hooks.h"
#include "engine/asyncio/loop.h"
#include "engine/asyncio/text.h"
#include "engine/builtins/containers/container_methods.h"
#include "engine/builtins/errors/errors.h"
#include "engine/machine/context.h"
#include "engine/machine/generators.h"
#include "engine/machine/operators.h"
#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {

AsyncioTypes asyncio_types;

// --- changes of state ---

static void schedule_callbacks(Future* future) {
  std::vector<Future::Callback> callbacks = std::move(future->callbacks);
  future->callbacks.clear();
  Ref self = Value::of(future);
  for (Future::Callback& callback : callbacks) {
    call_soon(as_loop(future->loop), callback.wakeup ? Handle::What::Wakeup : Handle::What::Call,
              callback.callable, {self}, callback.context);
  }
}

static void record_end(Future* future, EventKind of_future, EventKind of_task, Value value) {
  if (!vm().recorder.recording || !future->number) return;
  EventKind kind = future->is_task ? of_task : of_future;
  if (carries_value(kind)) {
    Shown what = vm().recorder.shown(value);
    vm().recorder.record(kind, future->number, what);
  } else {
    vm().recorder.record(kind, future->number, 0, vm().recorder.recording->last());
  }
}

void set_result(Future* future, Value result) {
  future->result = result;
  future->state = Future::State::Finished;
  record_end(future, EventKind::FutureDone, EventKind::TaskDone, result);
  schedule_callbacks(future);
}

void set_exception(Future* future, Value exception) {
  future->exception = exception;
  Value traceback = as<Exception>(exception)->traceback;
  future->exception_traceback = traceback;
  future->state = Future::State::Finished;
  future->log_traceback = true;
  record_end(future, EventKind::FutureFailed, EventKind::TaskFailed, exception);
  schedule_callbacks(future);
}

bool cancel_plain(Future* future, Value message) {
  future->log_traceback = false;
  if (future->state != Future::State::Pending) return false;
  future->state = Future::State::Cancelled;
  future->cancel_message = message;
  record_end(future, EventKind::FutureCancelled, EventKind::TaskCancelled, Value());
  schedule_callbacks(future);
  return true;
}

static bool cancel_at_depth(Value value, Value message);

bool cancel_future(Value value, Value message) {
  // Tasks that await each other cancel each other.
  static uint32_t depth = 0;
  if (depth >= vm().limits.recursion) {
    raise_error(types.RecursionError,
                "maximum recursion depth exceeded while calling a Python object");
    return false;
  }
  ++depth;
  bool done = cancel_at_depth(value, message);
  --depth;
  return done;
}

static bool cancel_at_depth(Value value, Value message) {
  Future* future = as_future(value);
  if (future->is_task) return cancel_task(static_cast<Task*>(future), message);
  if (!future->is_gathering) return cancel_plain(future, message);
  if (future->state != Future::State::Pending) return false;
  bool any = false;
  std::vector<Ref> children = future->children;
  for (const Ref& child : children) any |= cancel_future(child, message);
  // The outer future is done when the children are: see gather.
  if (any) future->cancel_requested = true;
  return any;
}

Ref cancelled_error(Future* future) {
  if (future->cancelled_exception) return std::move(future->cancelled_exception);
  if (future->cancel_message.is_null() || future->cancel_message.get().is_none()) {
    return new_exception(types.CancelledError, "");
  }
  return new_exception_of(types.CancelledError, future->cancel_message);
}

static Ref raise_invalid_state(std::string_view message) {
  return raise_error(asyncio_types.InvalidStateError, message);
}

Ref future_result(Future* future) {
  switch (future->state) {
    case Future::State::Cancelled: set_pending(cancelled_error(future)); return Ref();
    case Future::State::Pending: return raise_invalid_state("Result is not set.");
    case Future::State::Finished: break;
  }
  future->log_traceback = false;
  if (!future->exception) return future->result;
  Exception* exception = as<Exception>(future->exception);
  Ref traceback = std::move(future->exception_traceback);  // only the first to ask is told
  release(std::exchange(exception->traceback, traceback.take()));
  set_pending(future->exception);
  return Ref();
}

Ref future_exception(Future* future) {
  switch (future->state) {
    case Future::State::Cancelled: set_pending(cancelled_error(future)); return Ref();
    case Future::State::Pending: return raise_invalid_state("Exception is not set.");
    case Future::State::Finished: break;
  }
  future->log_traceback = false;
  return future->exception ? future->exception : Ref(Value::none());
}

void add_done_callback(Future* future, Value callback, Value context) {
  if (future->state != Future::State::Pending) {
    call_soon(as_loop(future->loop), Handle::What::Call, callback, {Value::of(future)}, context);
  } else {
    bool given = context && !context.is_none();
    future->callbacks.push_back({callback, given ? Ref(context) : copy_context(), false});
  }
}

bool remove_done_callback(Future* future, Value callback) {
  size_t before = future->callbacks.size();
  std::erase_if(future->callbacks, [&](const Future::Callback& each) {
    return !each.wakeup && each.callable.get() == callback;
  });
  return future->callbacks.size() != before;
}

static void show_future(Future* future) {
  if (!vm().recorder.recording || future->number) return;
  future->number = vm().recorder.recording->add_future();
  vm().recorder.record(EventKind::FutureCreated, future->number, 0,
                       vm().recorder.recording->last());
}

Ref new_future(Value loop, bool shown) {
  auto* future = make_object<Future>(asyncio_types.future, 0);
  future->loop = loop;
  if (shown) show_future(future);
  if (as_loop(loop)->debug) keep_source(future, false);
  return Ref::adopt(future);
}

Ref new_native_callback(void (*function)(Value data, Value argument), Value data,
                        const char* label) {
  auto* callback = make_object<NativeCallback>(asyncio_types.native_callback, 0);
  callback->function = function;
  callback->data = data;
  callback->label = label;
  return Ref::adopt(callback);
}

// --- awaiting one ---

struct FutureIterator : NativeObject {
  Ref future;
  auto parts() { return std::tie(future); }
};

static void future_iterator_send(Object* self, Value, Outcome& outcome) {
  auto* iterator = static_cast<FutureIterator*>(self);
  if (!iterator->future) {
    outcome = {Outcome::Returned, Value::none()};
    return;
  }
  Future* future = as_future(iterator->future);
  if (future->state == Future::State::Pending) {
    if (!future->blocking) {
      future->blocking = true;
      outcome = {Outcome::Yielded, iterator->future};
      return;
    }
    raise_runtime_error({"await wasn't used with future"});
    outcome = {Outcome::Raised, take_pending()};
    return;
  }
  Ref kept = std::move(iterator->future);
  Ref result = future_result(future);
  if (result)
    outcome = {Outcome::Returned, std::move(result)};
  else
    outcome = {Outcome::Raised, take_pending()};
}

Ref new_future_iterator(Value future) {
  auto* iterator = make_object<FutureIterator>(asyncio_types.future_iterator, 0);
  iterator->future = future;
  return Ref::adopt(iterator);
}

void add_to_awaited_by(Value future, Value waiter) {
  if (!since(Version::V3_14) || !waiter || !is_future(future) || !is_future(waiter)) return;
  discard_from_awaited_by(future, waiter);
  as_future(future)->awaited_by.push_back(waiter);
  as_future(future)->was_awaited = true;
}

void discard_from_awaited_by(Value future, Value waiter) {
  if (!waiter || !is_future(future)) return;
  std::erase_if(as_future(future)->awaited_by,
                [&](const Ref& each) { return each.get() == waiter; });
}

ResultAwaiter wait_for(Value future) { return delegate(new_future_iterator(future)); }

// --- the type ---

static Ref future_new(Args& args) { return Ref::adopt(make_object<Future>(as<Type>(args[0]), 0)); }
static Ref future_init(Args& args) {
  Ref loop = args[1].is_none() ? get_event_loop() : Ref(args[1]);
  if (!loop) return Ref();
  if (!is_loop(loop)) return raise_attribute_error(loop, intern("get_debug"));
  as_future(args[0])->loop = loop;
  show_future(as_future(args[0]));
  keep_source_of_call(as_future(args[0]));
  return Value::none();
}
// What has not been through __init__, which a derived class may forget to call, has no loop.
bool is_alive(Value future) {
  if (as_future(future)->loop) return true;
  raise_runtime_error({"Future object is not initialized."});
  return false;
}
bool can_be_waited_for(Value made, const char* attribute) {
  if (!is_future(made)) {
    raise_attribute_error(made, intern(attribute));
    return false;
  }
  if (as_future(made)->loop) return true;
  raise_runtime_error({"uninitialized Future object"});
  return false;
}
static Ref future_await(Args& args) {
  return is_alive(args[0]) ? new_future_iterator(args[0]) : Ref();
}
static bool can_have_ended(Value future) {
  if (as_future(future)->loop) return true;
  raise_invalid_state("Future object is not initialized.");
  return false;
}
static Ref future_result_method(Args& args) {
  return can_have_ended(args[0]) ? future_result(as_future(args[0])) : Ref();
}
static Ref future_exception_method(Args& args) {
  return can_have_ended(args[0]) ? future_exception(as_future(args[0])) : Ref();
}
static Ref future_done(Args& args) {
  return Value::boolean(as_future(args[0])->state != Future::State::Pending);
}
static Ref future_cancelled(Args& args) {
  return Value::boolean(as_future(args[0])->state == Future::State::Cancelled);
}
static Ref future_cancel(Args& args) {
  if (!is_alive(args[0])) return Ref();
  bool done = cancel_future(args[0], args[1]);
  return is_pending() ? Ref() : Ref(Value::boolean(done));
}
static Ref future_set_result(Args& args) {
  Future* future = as_future(args[0]);
  if (future->is_task) return raise_runtime_error({"Task does not support set_result operation"});
  if (!is_alive(args[0])) return Ref();
  if (future->state != Future::State::Pending) return raise_invalid_state("invalid state");
  set_result(future, args[1]);
  return Value::none();
}
static Native future_set_exception(Args args) {
  Future* future = as_future(args[0]);
  if (future->is_task)
    co_return raise_runtime_error({"Task does not support set_exception operation"});
  if (!is_alive(args[0])) co_return Ref();
  if (future->state != Future::State::Pending) co_return raise_invalid_state("invalid state");
  Ref exception = args[1];
  if (is_exception_type(exception)) {
    exception = co_await call(exception);
    if (!exception) co_return Ref();
    if (future->state != Future::State::Pending) co_return raise_invalid_state("invalid state");
  }
  if (!is_exception(exception)) co_return raise_type_error({"invalid exception object"});
  if (is_subtype(type_of(exception), types.StopIteration)) {
    constexpr const char* kWhy =
        "StopIteration interacts badly with generators and cannot be raised into a Future";
    if (!since(Version::V3_13)) co_return raise_type_error({kWhy});
    Ref wrapped = new_exception(types.RuntimeError, kWhy);
    as<Exception>(wrapped)->cause = Ref(exception).take();
    as<Exception>(wrapped)->context = Ref(exception).take();
    as<Exception>(wrapped)->suppress_context = true;
    exception = wrapped;
  }
  set_exception(future, exception);
  co_return Value::none();
}
static Ref future_add_done_callback(Args& args) {
  if (!can_be_waited_for(args[0])) return Ref();
  if (Value task = task_to_wake(args[1]);
      task && as_future(args[0])->state == Future::State::Pending) {
    as_future(args[0])->callbacks.push_back({task, as_task(task)->context, true});
  } else {
    add_done_callback(as_future(args[0]), args[1], args[2]);
  }
  return Value::none();
}
static Native future_remove_done_callback(Args args) {
  if (!is_alive(args[0])) co_return Ref();
  Future* future = as_future(args[0]);
  int64_t removed = 0;
  for (size_t i = 0; i < future->callbacks.size();) {
    Ref callable = future->callbacks[i].callable;
    Ref same = Value::boolean(false);
    if (!future->callbacks[i].wakeup) {
      same = co_await equal(callable, args[1]);
      if (!same) co_return Ref();
    }
    if (same.get() == Value::boolean(true)) {
      future->callbacks.erase(future->callbacks.begin() + long(i));
      ++removed;
    } else {
      ++i;
    }
  }
  co_return Value::of_int(removed);
}
static Ref future_get_loop(Args& args) {
  return is_alive(args[0]) ? as_future(args[0])->loop : Ref();
}
static Ref future_repr_fast(Args& args) {
  Describer describer;
  std::string text = describer.future(args[0]);
  return describer.is_complete() ? new_str(text) : try_coroutine();
}
static Native future_repr_slow(Args args) { return future_text(args[0]); }
static Ref get_awaited_by(Args& args) {
  Future* future = as_future(args[0]);
  if (!future->was_awaited) return Value::none();
  Ref set = new_set();
  for (const Ref& waiter : future->awaited_by) set_add(as<Set>(set), waiter);
  static_cast<Object*>(as<Set>(set))->type = types.frozenset;
  return set;
}
static Ref get_blocking(Args& args) { return Value::boolean(as_future(args[0])->blocking); }
static Ref set_blocking(Args& args) {
  as_future(args[0])->blocking = args.values[1] == Value::boolean(true);
  return Value::none();
}

// --- names that are private, and that libraries read all the same ---

static Ref or_none(const Ref& value) { return value ? value : Ref(Value::none()); }
static Ref get_state(Args& args) {
  switch (as_future(args[0])->state) {
    case Future::State::Pending: return Value::of(intern("PENDING"));
    case Future::State::Cancelled: return Value::of(intern("CANCELLED"));
    default: return Value::of(intern("FINISHED"));
  }
}
static Ref get_own_loop(Args& args) { return or_none(as_future(args[0])->loop); }
static Ref get_own_result(Args& args) { return or_none(as_future(args[0])->result); }
static Ref get_own_exception(Args& args) { return or_none(as_future(args[0])->exception); }
static Ref get_callbacks(Args& args) {
  Future* future = as_future(args[0]);
  if (future->callbacks.empty()) return Value::none();
  Ref list = new_list();
  for (Future::Callback& callback : future->callbacks) {
    Ref callable = callback.wakeup ? wakeup_of(callback.callable) : callback.callable;
    Ref pair = new_tuple({callable.get(), known_context(callback.context)});
    list_append(as<List>(list), pair);
  }
  return list;
}
static Ref get_log_traceback(Args& args) {
  return Value::boolean(as_future(args[0])->log_traceback);
}
static Ref set_log_traceback(Args& args) {
  if (truth_fast(args.values[1]) != 0) {
    return raise_value_error({"_log_traceback can only be set to False"});
  }
  as_future(args[0])->log_traceback = false;
  return Value::none();
}
static Ref get_cancel_message(Args& args) { return or_none(as_future(args[0])->cancel_message); }
static Ref set_cancel_message(Args& args) {
  as_future(args[0])->cancel_message = args.values[1];
  return Value::none();
}
static Ref make_cancelled_error(Args& args) { return cancelled_error(as_future(args[0])); }
static Ref get_source_traceback(Args& args) {
  return or_none(as_future(args[0])->source_traceback);
}

static const NativeDefinition kFutureMethods[] = {
    static_method("__new__", "(cls, /, *args, **kwargs)", future_new),
    method("__init__", "(self, *, loop=None)", future_init),
    method("__await__", "(self, /)", future_await),
    method("__iter__", "(self, /)", future_await),
    method("__repr__", "(self, /)", future_repr_fast, future_repr_slow),
    method("result", "(self, /)", future_result_method),
    method("exception", "(self, /)", future_exception_method),
    method("done", "(self, /)", future_done),
    method("cancelled", "(self, /)", future_cancelled),
    method("cancel", "(self, /, msg=None)", future_cancel),
    method("set_result", "(self, result, /)", future_set_result),
    method("set_exception", "(self, exception, /)", future_set_exception),
    class_method("__class_getitem__", "(cls, item, /)", method_class_getitem),
    method("add_done_callback", "(self, fn, /, *, context=None)", future_add_done_callback),
    method("remove_done_callback", "(self, fn, /)", future_remove_done_callback),
    method("get_loop", "(self, /)", future_get_loop),
    getter("_asyncio_future_blocking", get_blocking, set_blocking),
    getter("_state", get_state),
    getter("_loop", get_own_loop),
    getter("_result", get_own_result),
    getter("_exception", get_own_exception),
    getter("_callbacks", get_callbacks),
    getter("_log_traceback", get_log_traceback, set_log_traceback),
    getter("_cancel_message", get_cancel_message, set_cancel_message),
    getter("_source_traceback", get_source_traceback),
    method("_make_cancelled_error", "(self, /)", make_cancelled_error),
    getter("_asyncio_awaited_by", get_awaited_by).since(Version::V3_14),
};

static Ref iterator_self(Args& args) { return args[0]; }
static Ref iterator_next(Args& args) {
  Outcome outcome;
  future_iterator_send(args[0].object(), Value::none(), outcome);
  if (outcome.how == Outcome::Yielded) return outcome.value;
  if (outcome.how == Outcome::Returned) return raise_stop_iteration(outcome.value);
  restore_pending(std::move(outcome.value));
  return Ref();
}
static Native iterator_throw(Args args) {
  if (!warn_of_throw(args)) co_return Ref();
  CO_TRY(exception, exception_to_throw(args[1], args[2], args[3]));
  static_cast<FutureIterator*>(args[0].object())->future = Ref();
  restore_pending(exception);
  co_return Ref();
}
static Ref iterator_close(Args& args) {
  static_cast<FutureIterator*>(args[0].object())->future = Ref();
  return Value::none();
}
static const NativeDefinition kIteratorMethods[] = {
    method("__iter__", "(self, /)", iterator_self),
    method("__next__", "(self, /)", iterator_next),
    method("send", "(self, value, /)", iterator_next),
    method("throw", "(self, type, value=<null>, traceback=<null>, /)", iterator_throw),
    method("close", "(self, /)", iterator_close),
};

// The state may be that of another run by now, which knows nothing of this task.
static void unlink_task(Task* task) {
  AsyncioState& state = asyncio_state();
  if (task->previous) {
    task->previous->next = task->next;
  } else if (state.first_task == task) {
    state.first_task = task->next;
  }
  if (task->next) {
    task->next->previous = task->previous;
  } else if (state.last_task == task) {
    state.last_task = task->previous;
  }
  task->previous = task->next = nullptr;
}

// The last reference to a future has gone. What it has to complain about may run Python code, so it
// lives on until the machine comes to it.
void destroy_future(Object* object) {
  auto* future = static_cast<Future*>(object);
  auto* task = is_subtype(object->type, asyncio_types.task) ? static_cast<Task*>(object) : nullptr;
  bool last = object->refcount == 0;
  if (future->flags & kWatched && has_run()) vm().recorder.forget(future);
  if (!task) {
    destroy_native<Future>(object);
    return;
  }
  unlink_task(task);
  destroy_native<Task>(object);
  if (!last) task->log_destroy_pending = false;  // it was emptied
}

bool complains(const Future* future) {
  if (future->log_traceback && future->exception) return true;
  return future->is_task && future->state == Future::State::Pending &&
         static_cast<const Task*>(future)->log_destroy_pending;
}

bool finalize_future(Object* object) {
  if (!complains(static_cast<Future*>(object))) return false;
  vm().finalize_later(Ref::adopt(object));
  return true;
}

static Native call_handler(Ref loop, Ref context) {
  Ref done = co_await call_exception_handler(loop, context);
  if (!done) take_pending();
  co_return Value::none();
}

Native complain(Ref ref) {
  Future* future = as_future(ref);
  Task* task = future->is_task ? as_task(ref) : nullptr;
  Ref loop = future->loop;
  if (task && task->state == Future::State::Pending && task->log_destroy_pending) {
    task->log_destroy_pending = false;
    Ref context = new_dict();
    dict_set(as<Dict>(context), intern("task"), ref);
    dict_set(as<Dict>(context), intern("message"),
             Value::of(intern("Task was destroyed but it is pending!")));
    add_source(context, future->source_traceback);
    co_return co_await call_handler(loop, context);
  }
  if (!future->log_traceback || !future->exception) co_return Value::none();
  future->log_traceback = false;
  Ref context = new_dict();
  std::string message = concat({text_of(future->type->qualname), " exception was never retrieved"});
  dict_set(as<Dict>(context), intern("message"), new_str(message));
  dict_set(as<Dict>(context), intern("exception"), future->exception);
  dict_set(as<Dict>(context), intern("future"), ref);
  add_source(context, future->source_traceback);
  co_return co_await call_handler(loop, context);
}

void register_futures() {
  auto make = [](const char* name, std::span<const NativeDefinition> methods, uint32_t size,
                 const TypeSlots& slots) {
    TypeSpec spec;
    spec.name = name;
    spec.layout = Kind::Native;
    spec.instance_size = size;
    spec.attributes_offset = uint16_t(sizeof(Object));
    spec.methods = methods;
    spec.slots = slots;
    return new_builtin_type(spec);
  };
  asyncio_types.future =
      make("_asyncio.Future", kFutureMethods, sizeof(Future), future_slots<Future>());
  name_in_full(asyncio_types.future);
  TypeSpec gathering;
  gathering.name = "asyncio.tasks._GatheringFuture";
  gathering.base = asyncio_types.future;
  gathering.layout = Kind::Native;
  gathering.instance_size = sizeof(Future);
  gathering.attributes_offset = uint16_t(sizeof(Object));
  asyncio_types.gathering_future = new_builtin_type(gathering);
  asyncio_types.future_iterator =
      make("_asyncio.FutureIter", kIteratorMethods, sizeof(FutureIterator),
           {.destroy = destroy_native<FutureIterator>, .visit = visit_native<FutureIterator>});
  asyncio_types.future_iterator->send_fast = future_iterator_send;
  asyncio_types.native_callback =
      make("asyncio.callback", {}, sizeof(NativeCallback),
           {.destroy = destroy_native<NativeCallback>, .visit = visit_native<NativeCallback>});
}

}  // namespace awaitscope
