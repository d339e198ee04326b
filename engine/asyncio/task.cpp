// Tasks: making, stepping and cancelling them. A step runs the coroutine on until it yields what it
// waits for; begin_step and end_step are the two halves, between which the machine runs.

#include "engine/asyncio/task.h"

#include "engine/asyncio/debug.h"
#include "engine/asyncio/text.h"
#include "engine/builtins/errors/errors.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/machine/context.h"
#include "engine/machine/generators.h"
#include "engine/machine/interpreter_support.h"
#include "engine/machine/operators.h"
#include "engine/machine/vm.h"
#include "engine/machine/warnings.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

static std::string_view coroutine_name(Value coroutine) {
  Frame* frame = as_if<Frame>(coroutine);
  return frame && !is_async_step(frame) ? frame_qualname(frame) : type_name(coroutine);
}

static bool is_of_library(const Frame* frame) {
  return frame->native || !static_cast<const PyFrame*>(frame)->code->file;
}

std::string coroutine_repr(Value coroutine) {
  if (!is<Frame>(coroutine) || is_async_step(as<Frame>(coroutine)))
    return concat({"<", type_name(coroutine), " without __name__>()"});
  Frame* frame = as<Frame>(coroutine);
  const bool has_ended = frame->state == FrameState::Finished;
  const std::string text =
      concat({coroutine_name(coroutine), has_ended ? "() done, defined at " : "() running at "});
  if (is_of_library(frame)) return concat({text, "<library>"});
  auto* python = static_cast<PyFrame*>(frame);
  const Code& code = *python->code->code;
  const int line = has_ended || frame->state == FrameState::Created
                       ? code.first_line
                       : code.positions[python->offset()].line;
  return concat({text, python->code->file->view(), ":", std::to_string(line)});
}

// What has the methods of a coroutine is one (collections.abc.Coroutine says so), and until 3.12 a
// generator is, too.
bool is_coroutine(Value value) {
  if (is<Frame>(value)) {
    Type* type = type_of(value);
    if (type == types.coroutine) return true;
    if (type == types.generator) return !since(Version::V3_12);
  }
  Type* type = type_of(value);
  if (!find_special(type, Special::await)) return false;
  for (Str* name : {names.send, names.throw_, names.close}) {
    Value method = find(type, name);
    if (!method || method.is_none()) return false;
  }
  return true;
}

// Every task is in the list of tasks from when it is made; begin_task gives it its coroutine.
static Ref allocate_task(Type* type) {
  AsyncioState& state = asyncio_state();
  auto* task = make_object<Task>(type, 0);
  task->is_task = true;
  task->state = Future::State::Finished;  // until it has one
  task->result = task->coroutine = Value::none();
  task->name = new_str({});
  task->order = state.task_order++;
  task->previous = state.last_task;
  (state.last_task ? state.last_task->next : state.first_task) = task;
  state.last_task = task;
  return Ref::adopt(task);
}

// eager: its first step is not one of the loop's, see start_eagerly().
static bool begin_task(Task* task, Value coroutine, Value loop, Value name, bool shown,
                       Value context, bool eager = false) {
  if (!is_coroutine(coroutine)) {
    Ref described = repr_fast(coroutine);
    if (!described && is_pending()) return false;
    std::string text = described ? std::string(text_of(described)) : short_repr(coroutine);
    raise_type_error({"a coroutine was expected, got ", text});
    return false;
  }
  if (since(Version::V3_15) && context && !context.is_none() && !is_context(context)) {
    raise_type_error({"a contextvars.Context was expected, got ", type_name(context)});
    return false;
  }
  AsyncioState& state = asyncio_state();
  task->loop = loop;
  task->coroutine = coroutine;
  task->state = Future::State::Pending;
  task->result = Ref();
  task->context = context && !context.is_none() ? Ref(context) : copy_context();
  if (name && !name.is_none()) {
    task->name = is<Str>(name) ? Ref(name) : str_fast(name);
  } else {
    task->name = new_str(concat({"Task-", std::to_string(++state.tasks_made)}));
  }
  if (as_loop(loop)->debug) keep_source(task, vm().current && vm().current->native);
  if (shown && vm().recorder.recording) {
    Recording* recording = vm().recorder.recording;
    task->number = recording->add_task(
        {recording->intern(text_of(task->name)), recording->intern(coroutine_name(coroutine))});
    vm().recorder.record(EventKind::TaskCreated, task->number, 0, recording->last());
  }
  if (!eager) call_soon(as_loop(loop), Handle::What::Step, Value::of(task), {}, task->context);
  return true;
}

// Its first step, now, inside of the step of the task that makes it (3.12).
static Native start_eagerly(Ref ref) {
  Task* task = as_task(ref);
  Ref outer = asyncio_state().current_task;
  const uint32_t outer_number = outer ? as_task(outer)->number : 0;
  Ref before;
  if (!enter_context_once(task->context, before)) {
    if (since(Version::V3_15)) task->log_destroy_pending = false;
    co_return Ref();
  }
  asyncio_state().current_task = ref;
  if (task->number) vm().recorder.record(EventKind::TaskStep, task->number);
  Outcome outcome = co_await send(task->coroutine, Value::none());
  leave_context(task->context, std::move(before));
  bool fine;
  if (is_waited_for_by_methods(outcome)) {
    Ref waits = co_await wait_by_methods(ref, outcome.value);
    fine = bool(waits);
  } else {
    fine = end_step(task, std::move(outcome));
  }
  asyncio_state().current_task = outer;
  if (task->number) vm().recorder.record(EventKind::TaskStepOver, task->number, 0, outer_number);
  if (task->state != Future::State::Pending) task->coroutine = Value::none();
  co_return fine ? ref : Ref();
}

static bool starts_now(Value eager, Value loop) {
  return eager && truth_fast(eager) == 1 && as_loop(loop)->running;
}

Ref new_task(Value coroutine, Value loop, Value name, bool shown, Value context) {
  Ref made = allocate_task(asyncio_types.task);
  if (!begin_task(as_task(made), coroutine, loop, name, shown, context)) return Ref();
  return made;
}

Native make_task_in(Ref loop, Ref coroutine, Ref name, Ref context) {
  if (as_loop(loop)->closed) co_return raise_runtime_error({"Event loop is closed"});
  Ref factory = as_loop(loop)->task_factory;
  if (factory && since(Version::V3_14)) {
    Ref keywords = new_dict();
    if (name && !name.get().is_none()) dict_set(as<Dict>(keywords), intern("name"), name);
    if (context) dict_set(as<Dict>(keywords), intern("context"), context);
    co_return co_await make_task_with(loop, coroutine, keywords);
  }
  if (!factory) co_return new_task(coroutine, loop, name, true, context);
  const bool with_context = context && !context.get().is_none();
  Ref keywords = new_tuple({Value::of(intern("context"))});
  const Value values[] = {loop, coroutine, context};
  const Args args{values, 2, with_context ? as<Tuple>(keywords) : nullptr};
  Ref task = co_await call_with(factory, args);
  if (!task || !name || name.get().is_none()) co_return task;
  Ref set = co_await call_method(task, intern("set_name"), name);
  co_return set ? task : Ref();
}

Native make_task_with(Ref loop, Ref coroutine, Ref keywords_ref) {
  if (as_loop(loop)->closed) co_return raise_runtime_error({"Event loop is closed"});
  Dict* keywords = as<Dict>(keywords_ref);
  std::vector<Value> values{loop, coroutine}, names;
  Value name, context, eager;
  Ref factory = as_loop(loop)->task_factory;
  for (uint32_t i = 0; i < keywords->filled; ++i) {
    const Dict::Entry& entry = keywords->entries[i];
    if (!entry.key) continue;
    names.push_back(entry.key);
    values.push_back(entry.value);
    std::string_view word = text_of(entry.key);
    if (word == "name") {
      name = entry.value;
    } else if (word == "context") {
      context = entry.value;
    } else if (word == "eager_start") {
      eager = entry.value;
    } else if (!factory) {
      co_return raise_unknown_keyword("Task", word,
                                      {"coro", "loop", "name", "context", "eager_start"});
    }
  }
  if (factory) {
    Ref tuple = new_tuple(names);
    const Args args{values.data(), 2, names.empty() ? nullptr : as<Tuple>(tuple)};
    co_return co_await call_with(factory, args);
  }
  const bool now = starts_now(eager, loop);
  Ref made = allocate_task(asyncio_types.task);
  if (!begin_task(as_task(made), coroutine, loop, name, true, context, now)) co_return Ref();
  if (!now) co_return made;
  coroutine = keywords_ref = Ref();
  co_return co_await start_eagerly(made);
}

void uncancel(Task* task) {
  if (task->cancel_requests > 0) --task->cancel_requests;
  // What was asked for and has not reached the coroutine yet is taken back, too (3.13).
  if (task->cancel_requests == 0 && since(Version::V3_13)) task->must_cancel = false;
}

static void note_cancel(Task* task) {
  ++task->cancel_requests;
  if (task->number && vm().recorder.recording) {
    vm().recorder.record(EventKind::TaskCancel, task->number, 0, vm().recorder.recording->last());
  }
}

bool cancel_task(Task* task, Value message) {
  task->log_traceback = false;  // whoever cancels it, even too late, has heard of it
  if (task->state != Future::State::Pending) return false;
  note_cancel(task);
  if (task->waiter && is_future(task->waiter) && cancel_future(Ref(task->waiter), message))
    return true;
  if (is_pending()) return false;  // they await each other
  task->must_cancel = true;
  task->cancel_message = message;
  return true;
}

// --- a step ---

bool begin_step(Task* task, Ref& exception, uint32_t cause) {
  if (task->state != Future::State::Pending) {
    raise_error(asyncio_types.InvalidStateError,
                concat({"__step(): already done: ", future_repr(Value::of(task))}));
    return false;
  }
  if (task->must_cancel) {
    if (!exception || !is_subtype(type_of(exception), types.CancelledError))
      exception = cancelled_error(task);
    task->must_cancel = false;
  }
  if (task->waiter) discard_from_awaited_by(task->waiter, Value::of(task));
  task->waiter = Ref();
  asyncio_state().current_task = Value::of(task);
  if (task->number) vm().recorder.record(EventKind::TaskStep, task->number, 0, cause);
  return true;
}

static void step_soon(Task* task, Ref exception) {
  Ref handle =
      call_soon(as_loop(task->loop), Handle::What::Step, Value::of(task), {}, task->context);
  static_cast<Handle*>(handle.get().object())->exception = std::move(exception);
}

static void step_soon_with_error(Task* task, std::initializer_list<std::string_view> message) {
  step_soon(task, new_exception(types.RuntimeError, concat(message)));
}

static void record_wait(const Task* task, const Future* future) {
  if (!task->number || !vm().recorder.recording) return;
  vm().recorder.record(EventKind::TaskWaits, task->number, future->is_task ? 0 : future->number,
                       future->is_task ? future->number : future->set_by);
}

static void wait_on(Task* task, Value yielded) {
  Value self = Value::of(task);
  if (yielded == self)
    return step_soon_with_error(task, {"Task cannot await on itself: ", future_repr(self)});
  if (is_future(yielded)) {
    Future* future = as_future(yielded);
    if (!future->loop) return step_soon_with_error(task, {"Future object is not initialized."});
    if (future->loop.get() != task->loop.get()) {
      return step_soon_with_error(task, {"Task ", future_repr(self), " got Future ",
                                         future_repr(yielded), " attached to a different loop"});
    }
    if (!future->blocking) {
      return step_soon_with_error(task, {"yield was used instead of yield from in task ",
                                         future_repr(self), " with ", future_repr(yielded)});
    }
    future->blocking = false;
    if (future->state == Future::State::Pending) {
      future->callbacks.push_back({self, task->context, true});
    } else {
      call_soon(as_loop(task->loop), Handle::What::Wakeup, self, {yielded}, task->context);
    }
    task->waiter = yielded;
    add_to_awaited_by(yielded, self);
    record_wait(task, future);
    if (task->must_cancel && cancel_future(yielded, task->cancel_message))
      task->must_cancel = false;
    return;
  }
  if (yielded.is_none()) return step_soon(task, Ref());
  if (is<Frame>(yielded) && is_generator(yielded.object())) {
    return step_soon_with_error(
        task, {"yield was used instead of yield from for generator in task ", future_repr(self),
               " with ", Describer().full(yielded)});
  }
  step_soon_with_error(task, {"Task got bad yield: ", Describer().full(yielded)});
}

// --- other classes of futures ---

// A task's wakeup() as a callback.
struct TaskWakeup : NativeObject {
  Ref task;
  auto parts() { return std::tie(task); }
};
static Type* wakeup_type;

Value task_to_wake(Value callback) {
  if (type_of(callback) != wakeup_type) return Value();
  return static_cast<TaskWakeup*>(callback.object())->task;
}

Ref wakeup_of(Value task) {
  auto* wakeup = make_object<TaskWakeup>(wakeup_type, 0);
  wakeup->task = task;
  return Ref::adopt(wakeup);
}

bool is_waited_for_by_methods(const Outcome& outcome) {
  if (outcome.how != Outcome::Yielded || !outcome.value.get().is_object()) return false;
  Type* type = type_of(outcome.value);
  if (type == asyncio_types.future || type == asyncio_types.task) return false;
  if (is_future(outcome.value)) {
    Str* name = intern("add_done_callback");
    return find(type, name) != find(asyncio_types.future, name);
  }
  Str* name = intern("_asyncio_future_blocking");
  const Instance* instance = as_if<Instance>(outcome.value);
  const bool is_its_own = instance && instance->attributes && dict_get(instance->attributes, name);
  return is_its_own || find(type, name);
}

Native wait_by_methods(Ref ref, Ref future) {
  Task* task = as_task(ref);
  if (future.get() == ref.get()) {
    step_soon_with_error(task, {"Task cannot await on itself: ", future_repr(ref)});
    co_return Value::none();
  }
  Ref blocking = co_await get_attribute(future, intern("_asyncio_future_blocking"));
  if (!blocking) co_return Ref();
  CO_TRY(blocks, truth_of(blocking));
  CO_TRY(loop, call_method(future, intern("get_loop")));
  if (loop.get() != task->loop.get()) {
    CO_TRY(text, repr_of(future));
    step_soon_with_error(task, {"Task ", future_repr(ref), " got Future ", text_of(text),
                                " attached to a different loop"});
    co_return Value::none();
  }
  if (blocks.get() != Value::boolean(true)) {
    CO_TRY(text, repr_of(future));
    step_soon_with_error(task, {"yield was used instead of yield from in task ", future_repr(ref),
                                " with ", text_of(text)});
    co_return Value::none();
  }
  CO_TRY(set, set_attribute(future, intern("_asyncio_future_blocking"), Value::boolean(false)));
  Ref callback = wakeup_of(ref);
  CO_TRY(add, get_attribute(future, intern("add_done_callback")));
  Ref keywords = new_tuple({Value::of(intern("context"))});
  const Value values[] = {callback, known_context(task->context)};
  const Args args{values, 1, as<Tuple>(keywords)};
  CO_TRY(added, call_with(add, args));
  task->waiter = future;
  add_to_awaited_by(future, ref);
  if (is_future(future)) record_wait(task, as_future(future));
  if (task->must_cancel) {
    CO_TRY(cancelled, call_method(future, intern("cancel")));
    if (truth_fast(cancelled) == 1) task->must_cancel = false;
  }
  co_return Value::none();
}

// A future that is not ours wakes the task.
static Native wake(Args args) {
  Ref ref = task_to_wake(args[0]);
  Task* task = as_task(ref);
  Ref result = co_await call_method(args[1], intern("result"));
  Ref exception = result ? Ref() : take_pending();
  if (!begin_step(task, exception, 0)) co_return Ref();
  Ref before = enter_context(task->context);
  Outcome outcome;
  if (exception)
    outcome = co_await throw_into(task->coroutine, std::move(exception));
  else
    outcome = co_await send(task->coroutine, Value::none());
  leave_context(task->context, std::move(before));
  if (is_waited_for_by_methods(outcome)) {
    asyncio_state().current_task = Ref();
    co_return co_await wait_by_methods(ref, outcome.value);
  }
  co_return end_step(task, std::move(outcome)) ? Ref(Value::none()) : Ref();
}
static const NativeDefinition kWakeupMethods[] = {
    method("__call__", "(self, future, /)", wake),
};

// --- the end of a step ---

bool end_step(Task* task, Outcome outcome) {
  asyncio_state().current_task = Ref();
  Ref keep = Value::of(task);
  switch (outcome.how) {
    case Outcome::Yielded: wait_on(task, outcome.value); return true;
    case Outcome::Returned:
      if (task->must_cancel) {
        task->must_cancel = false;
        cancel_plain(task, task->cancel_message);
      } else {
        set_result(task, outcome.value);
      }
      return true;
    default: break;
  }
  Type* type = type_of(outcome.value);
  if (is_subtype(type, types.CancelledError)) {
    task->cancelled_exception = outcome.value;
    cancel_plain(task, Value());
    return true;
  }
  // (Frames of the library's, which CPython has in Python, are in the traceback.)
  auto* raised = as<Exception>(outcome.value);
  auto* frame = as_if<Frame>(task->coroutine);
  if (!raised->traceback && frame && !frame->native && is_of_library(frame))
    add_traceback(raised, Value::of(vm().current), 0);
  set_exception(task, outcome.value);
  if (is_subtype(type, types.KeyboardInterrupt) || is_subtype(type, types.SystemExit)) {
    restore_pending(std::move(outcome.value));
    return false;
  }
  return true;
}

// --- ensure_future ---

static Native awaitable_as_coroutine(Args args) { co_return co_await await_on(args[0]); }
static const NativeDefinition kWrapAwaitable =
    async_function("_wrap_awaitable", "(awaitable, /)", awaitable_as_coroutine);
static const NativeDefinition kWrapAwaitableSince312 = async_function(
    "ensure_future.<locals>._wrap_awaitable", "(awaitable, /)", awaitable_as_coroutine);

Native ensure_future(Ref awaitable, Ref loop) {
  if (is_future(awaitable)) {
    if (loop && !is_alive(awaitable)) co_return Ref();
    if (loop && as_future(awaitable)->loop.get() != loop.get()) {
      co_return raise_value_error(
          {"The future belongs to a different loop than the one specified as the loop argument"});
    }
    co_return awaitable;
  }
  Ref coroutine = awaitable;
  if (!is_coroutine(awaitable)) {
    if (!is_iterable_coroutine(awaitable) && !find_special(type_of(awaitable), Special::await)) {
      co_return raise_type_error({"An asyncio.Future, a coroutine or an awaitable is required"});
    }
    Ref wrap =
        new_native_function(since(Version::V3_12) ? &kWrapAwaitableSince312 : &kWrapAwaitable);
    coroutine = co_await call(wrap, awaitable);
    if (!coroutine) co_return Ref();
  }
  if (!loop) {
    loop = get_event_loop();
    if (!loop) co_return Ref();
  }
  Ref task = co_await create_task_in(loop, coroutine, Ref(), Ref());
  if (task || !pending_is(types.RuntimeError) || coroutine.get() != awaitable.get()) co_return task;
  Ref error = take_pending();
  CO_TRY(closed, call_method(coroutine, names.close));
  restore_pending(error);
  co_return Ref();
}

Native leave_unreported(Ref made) {
  if (!is_future(made))
    co_return co_await set_attribute(made, intern("_log_destroy_pending"), Value::boolean(false));
  if (is_task(made)) as_task(made)->log_destroy_pending = false;
  co_return made;
}

// --- the type ---

// Where the task waits for a future that has its own cancel(), that is asked.
static Ref task_cancel(Args& args) {
  if (!is_alive(args[0])) return Ref();
  Value waiter = as_task(args[0])->waiter;
  Str* name = intern("cancel");
  if (waiter && find(type_of(waiter), name) != find(asyncio_types.future, name) &&
      find(type_of(waiter), name) != find(asyncio_types.task, name)) {
    return try_coroutine();
  }
  bool done = cancel_future(args[0], args[1]);
  return is_pending() ? Ref() : Ref(Value::boolean(done));
}
static Native task_cancel_slow(Args args) {
  Task* task = as_task(args[0]);
  task->log_traceback = false;
  if (task->state != Future::State::Pending) co_return Value::boolean(false);
  note_cancel(task);
  CO_TRY(cancel, get_attribute(task->waiter, intern("cancel")));
  Ref keywords = new_tuple({Value::of(intern("msg"))});
  const Value values[] = {args[1]};
  const Args given{values, 0, as<Tuple>(keywords)};
  CO_TRY(cancelled, call_with(cancel, given));
  CO_TRY(done, truth_of(cancelled));
  if (done.get() == Value::boolean(true)) co_return done;
  task->must_cancel = true;
  task->cancel_message = args[1];
  co_return Value::boolean(true);
}

static Ref task_new(Args& args) { return allocate_task(as<Type>(args[0])); }
static Ref task_init(Args& args) {
  Ref loop = args[2].is_none() ? get_event_loop() : Ref(args[2]);
  if (!loop) return Ref();
  if (!is_loop(loop)) return raise_attribute_error(loop, intern("get_debug"));
  if (starts_now(args[5], loop)) return try_coroutine();
  if (!begin_task(as_task(args[0]), args[1], loop, args[3], true, args[4])) return Ref();
  return Value::none();
}
static Native task_init_eagerly(Args args) {
  Ref loop = args[2].is_none() ? get_event_loop() : Ref(args[2]);
  if (!begin_task(as_task(args[0]), args[1], loop, args[3], true, args[4], true)) co_return Ref();
  Ref done = co_await start_eagerly(args[0]);
  co_return done ? Ref(Value::none()) : Ref();
}
static Ref task_get_name(Args& args) { return as_task(args[0])->name; }
static Native task_set_name(Args args) {
  Task* task = as_task(args[0]);
  CO_TRY(name, str_of(args[1]));
  task->name = name;
  task->step_label = task->wakeup_label = 0;
  if (task->number && vm().recorder.recording) {
    vm().recorder.record(EventKind::TaskNamed, task->number,
                         vm().recorder.recording->intern(text_of(name)));
  }
  co_return Value::none();
}
static Ref task_get_coro(Args& args) { return as_task(args[0])->coroutine; }
static Ref task_get_context(Args& args) {
  Task* task = as_task(args[0]);
  const bool runs = asyncio_state().current_task.get() == args[0];
  if (runs && !task->context) task->context = running_context();
  return known_context(task->context);
}
static Ref task_cancelling(Args& args) { return Value::of_int(as_task(args[0])->cancel_requests); }
static Ref task_uncancel(Args& args) {
  Task* task = as_task(args[0]);
  uncancel(task);
  return Value::of_int(task->cancel_requests);
}
// The frame where its coroutine is, or those that its exception has gone through.
static Ref task_get_stack(Args& args) {
  Task* task = as_task(args[0]);
  std::vector<Value> frames;
  Ref own;
  if (task->exception) {
    Value entry = as<Exception>(task->exception)->traceback;
    for (; is<Traceback>(entry); entry = as<Traceback>(entry)->next) {
      Frame* frame = frame_of(as<Traceback>(entry)->frame);
      if (frame && !frame->native && static_cast<PyFrame*>(frame)->code->file) {
        frames.push_back(as<Traceback>(entry)->frame);
      }
    }
  } else if (auto* frame = as_if<Frame>(task->coroutine);
             frame && !frame->native && frame->state != FrameState::Finished) {
    own = frame_object(frame);
    frames.push_back(own);
  }
  int64_t limit;
  if (!args[1].is_none() && as_int64(args[1], limit) && limit >= 0 &&
      uint64_t(limit) < frames.size()) {  // of a traceback the first, of a stack the last
    if (task->exception) {
      frames.resize(size_t(limit));
    } else {
      frames.erase(frames.begin(), frames.end() - limit);
    }
  }
  return new_list(frames);
}
static Native task_print_stack(Args args) {
  Task* task = as_task(args[0]);
  CO_TRY(described, future_text(args[0]));
  std::string entries;
  if (task->exception) {
    entries = format_traceback(as<Exception>(task->exception)->traceback);
  } else if (auto* frame = as_if<Frame>(task->coroutine);
             frame && !frame->native && frame->state != FrameState::Finished) {
    auto* python = static_cast<PyFrame*>(frame);
    const Code& code = *python->code->code;
    int line = frame->state == FrameState::Created ? code.first_line
                                                   : code.positions[python->offset()].line;
    entries = concat({"  File \"main.py\", line ", std::to_string(line), ", in ",
                      frame_qualname(frame), "\n    ", program_line(line), "\n"});
  }
  std::string head =
      concat({entries.empty()   ? "No stack"
              : task->exception ? "Traceback"
                                : "Stack",
              " for ", text_of(described), entries.empty() ? "\n" : " (most recent call last):\n"});
  std::string end;
  if (task->exception) end = format_exception_only(as<Exception>(task->exception)) + "\n";
  if (args[2].is_none()) {  // as print() and traceback.print_list() have it
    vm().output.write_out(head);
    vm().output.write_err(entries);
    vm().output.write_out(end);
    co_return Value::none();
  }
  Ref output = new_str(concat({head, entries, end}));
  co_return co_await call_method(args[2], intern("write"), output);
}

// Names that are private, and that libraries read all the same.
static Ref task_get_waiter(Args& args) {
  const Ref& waiter = as_task(args[0])->waiter;
  return waiter ? waiter : Ref(Value::none());
}
static Ref task_get_must_cancel(Args& args) {
  return Value::boolean(as_task(args[0])->must_cancel);
}
static Ref task_get_log_destroy(Args& args) {
  return Value::boolean(as_task(args[0])->log_destroy_pending);
}
static Ref task_set_log_destroy(Args& args) {
  as_task(args[0])->log_destroy_pending = args.values[1] && truth_fast(args.values[1]) == 1;
  return Value::none();
}

static const NativeDefinition kTaskMethods[] = {
    static_method("__new__", "(cls, /, *args, **kwargs)", task_new),
    method("__init__", "(self, coro, *, loop=None, name=None, context=None)", task_init)
        .until(Version::V3_12),
    method("__init__", "(self, coro, *, loop=None, name=None, context=None, eager_start=False)",
           task_init, task_init_eagerly)
        .since(Version::V3_12),
    method("cancel", "(self, /, msg=None)", task_cancel, task_cancel_slow),
    method("get_name", "(self, /)", task_get_name),
    method("set_name", "(self, value, /)", task_set_name),
    method("get_coro", "(self, /)", task_get_coro),
    method("get_context", "(self, /)", task_get_context).since(Version::V3_12),
    method("cancelling", "(self, /)", task_cancelling),
    method("uncancel", "(self, /)", task_uncancel),
    method("get_stack", "(self, /, *, limit=None)", task_get_stack),
    method("print_stack", "(self, /, *, limit=None, file=None)", task_print_stack),
    getter("_coro", task_get_coro),
    getter("_fut_waiter", task_get_waiter),
    getter("_must_cancel", task_get_must_cancel),
    getter("_log_destroy_pending", task_get_log_destroy, task_set_log_destroy),
};

void register_tasks() {
  TypeSpec wakeup;
  wakeup.name = "TaskWakeupMethWrapper";
  wakeup.layout = Kind::Native;
  wakeup.instance_size = sizeof(TaskWakeup);
  wakeup.flags = Type::kNoSubclass | Type::kNoInstance;
  wakeup.methods = kWakeupMethods;
  wakeup.slots = {.destroy = destroy_native<TaskWakeup>, .visit = visit_native<TaskWakeup>};
  wakeup_type = new_builtin_type(wakeup);
  TypeSpec spec;
  spec.name = "_asyncio.Task";
  spec.base = asyncio_types.future;
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(Task);
  spec.attributes_offset = uint16_t(sizeof(Object));
  spec.methods = kTaskMethods;
  spec.slots = future_slots<Task>();
  asyncio_types.task = new_builtin_type(spec);
  name_in_full(asyncio_types.task);
}

}  // namespace awaitscope
