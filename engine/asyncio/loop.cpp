// The event loop: handles, timers, turns.

#include "engine/asyncio/loop.h"

#include <algorithm>

#include "engine/asyncio/debug.h"
#include "engine/asyncio/hooks.h"
#include "engine/asyncio/outside.h"
#include "engine/asyncio/task.h"
#include "engine/asyncio/text.h"
#include "engine/builtins/errors/errors.h"
#include "engine/machine/context.h"
#include "engine/machine/generators.h"
#include "engine/machine/interpreter_support.h"
#include "engine/machine/operators.h"
#include "engine/objects/collect.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

// --- handles ---

static Handle* handle_of(const Ref& ref) { return static_cast<Handle*>(ref.get().object()); }

static std::string handle_label(const Handle* handle) {
  if (handle->what == Handle::What::Call) {
    Describer describer;
    describer.for_recording = true;
    return describer.callable(handle->callback, handle->arguments);
  }
  Task* task = as_task(handle->callback);
  std::string name = is<Str>(task->name) ? std::string(text_of(task->name)) : std::string("Task");
  return concat({name, handle->what == Handle::What::Step ? " step" : " wakeup"});
}

// Is it worth showing? Steps of asyncio's own tasks are not.
static bool is_shown(const Handle* handle) {
  return handle->what == Handle::What::Call || as_task(handle->callback)->number;
}

// Where the text of a label that comes again and again is kept; null where it is not.
static uint32_t* place_of_label(const Handle* handle) {
  if (handle->what != Handle::What::Call) {
    Task* task = as_task(handle->callback);
    return handle->what == Handle::What::Step ? &task->step_label : &task->wakeup_label;
  }
  Function* function = as_if<Function>(handle->callback);
  if (!function || !handle->arguments.empty()) return nullptr;
  CodeObject* code = function->code;
  return function->qualname == Value::of(code->qualname) ? &code->recorded.call : nullptr;
}

static void number_handle(Handle* handle) {
  Recording* recording = vm().recorder.recording;
  if (!recording || !is_shown(handle)) return;
  uint32_t task = handle->what == Handle::What::Call ? 0 : as_task(handle->callback)->number;
  uint32_t made = 0;
  uint32_t* kept = place_of_label(handle);
  uint32_t& label = kept ? *kept : made;
  if (!label) label = recording->intern(handle_label(handle));
  handle->number = recording->add_handle({label, task, handle->is_timer ? handle->when : -1});
}

static Ref new_handle(Loop* loop, Handle::What what, Value callback, std::vector<Ref> arguments,
                      Value context, bool is_timer) {
  auto* handle =
      make_object<Handle>(is_timer ? asyncio_types.timer_handle : asyncio_types.handle, 0);
  handle->what = what;
  handle->callback = callback;
  handle->arguments = std::move(arguments);
  if (context && !context.is_none()) {
    handle->context = context;
  } else if (what == Handle::What::Call) {
    handle->context = copy_context();
  }
  handle->loop = Value::of(loop);
  handle->is_timer = is_timer;
  if (loop->debug) keep_source(handle, 8);
  return Ref::adopt(handle);
}

Ref call_soon(Loop* loop, Handle::What what, Value callback, std::vector<Ref> arguments,
              Value context) {
  Ref ref = new_handle(loop, what, callback, std::move(arguments), context, false);
  Handle* handle = handle_of(ref);
  number_handle(handle);
  if (handle->number) {
    handle->scheduled = vm().recorder.record(EventKind::HandleScheduled, handle->number, 0,
                                             vm().recorder.recording->last());
  }
  loop->ready.push_back(ref);
  return ref;
}

// Is timer `a` due after `b`? Makes a heap whose front is the earliest.
static bool later(const Loop::Timer& a, const Loop::Timer& b) {
  return a.when != b.when ? a.when > b.when : a.order > b.order;
}

Ref call_at(Loop* loop, double when, Value callback, std::vector<Ref> arguments, Value context) {
  Ref ref = new_handle(loop, Handle::What::Call, callback, std::move(arguments), context, true);
  Handle* handle = handle_of(ref);
  handle->when = when;
  handle->in_heap = true;
  number_handle(handle);
  if (handle->number) {
    handle->scheduled = vm().recorder.record(EventKind::TimerArmed, handle->number, 0,
                                             vm().recorder.recording->last());
  }
  loop->scheduled.push_back({when, asyncio_state().timers_made++, ref});
  std::push_heap(loop->scheduled.begin(), loop->scheduled.end(), later);
  return ref;
}

static Ref pop_timer(Loop* loop) {
  std::pop_heap(loop->scheduled.begin(), loop->scheduled.end(), later);
  Ref ref = std::move(loop->scheduled.back().handle);
  loop->scheduled.pop_back();
  handle_of(ref)->in_heap = false;
  return ref;
}

void cancel_handle(Handle* handle) {
  if (handle->cancelled) return;
  handle->cancelled = true;
  if (handle->source_traceback) handle->kept_repr = new_str(Describer().handle(handle));
  handle->callback = Ref();
  handle->arguments.clear();
  if (handle->number && vm().recorder.recording) {
    vm().recorder.record(EventKind::HandleCancelled, handle->number, 0,
                         vm().recorder.recording->last());
  }
}

// --- what goes wrong in callbacks ---

// logger.error, or another level, of the logger "asyncio". Where the program has not imported
// logging, that is the message and the traceback on standard error.
Native log_of_asyncio(const char* level, std::string message, Ref exception) {
  if (Ref logging = dict_get(vm().modules, intern("logging"))) {
    Ref name = new_str("asyncio");
    CO_TRY(logger, call_method(logging, intern("getLogger"), name));
    CO_TRY(error, get_attribute(logger, intern(level)));
    Ref text = new_str(message);
    Ref keywords = new_tuple({Value::of(intern("exc_info"))});
    const Value values[] = {text, exception ? exception.get() : Value::boolean(false)};
    const Args args{values, 1, as<Tuple>(keywords)};
    co_return co_await call_with(error, args);
  }
  if (exception) {
    Ref prepared = co_await prepare_exception_text(exception);
    if (!prepared) take_pending();
  }
  std::string text = message + "\n";
  if (exception) text += format_exception(as<Exception>(exception), PrintedBy::TracebackModule);
  vm().output.write_err(text);
  co_return Value::none();
}

// At level DEBUG, for which a program has to have asked.
bool loops_are_logged() { return bool(dict_get(vm().modules, intern("logging"))); }

Native log_new_loop() {
  if (!loops_are_logged()) co_return Value::none();
  co_return co_await log_of_asyncio("debug", "Using selector: EpollSelector", Ref());
}

// Which is about to be closed.
static Native log_end_of_loop(Ref loop) {
  if (!as_loop(loop)->debug || as_loop(loop)->closed || !loops_are_logged()) {
    co_return Value::none();
  }
  CO_TRY(text, repr_of(loop));
  std::string message = "Close " + std::string(text_of(text));
  co_return co_await log_of_asyncio("debug", message, Ref());
}

Ref exception_context(std::string_view message, Value exception, const char* name, Value value) {
  Ref context = new_dict();
  dict_set(as<Dict>(context), intern("message"), new_str(message));
  dict_set(as<Dict>(context), intern("exception"), exception);
  dict_set(as<Dict>(context), intern(name), value);
  return context;
}

Ref own_method(Value object, Type* ours, const char* name) {
  const Dict* attributes = static_cast<NativeObject*>(object.object())->attributes;
  if (!attributes && type_of(object) == ours) return Ref();
  Str* key = intern(name);
  if (Value own = attributes ? dict_get(attributes, key) : Value()) return own;
  Value method = find(type_of(object), key);
  return method == find(ours, key) ? Ref() : bind_special(method, object);
}

// Those of a loop's methods are called that we can wait for.
static Ref own_method(Value loop, const char* name) {
  return own_method(loop, asyncio_types.loop, name);
}

// loop.default_exception_handler
static Native default_exception_handler(Ref loop, Ref context_ref) {
  if (const Ref& handle = as_loop(loop)->current_handle;
      handle && !dict_get(as<Dict>(context_ref), intern("source_traceback"))) {
    if (Value source = handle_of(handle)->source_traceback) {
      dict_set(as<Dict>(context_ref), intern("handle_traceback"), source);
    }
  }
  Dict* context = as<Dict>(context_ref);
  Ref message = dict_get(context, intern("message"));
  Ref exception = dict_get(context, intern("exception"));
  std::string text = "Unhandled exception in event loop";
  if (message && truth_fast(message) != 0) {
    message = co_await str_of(message);
    if (!message) co_return Ref();
    text = text_of(message);
  }
  std::vector<std::pair<Ref, Ref>> others;
  for (uint32_t i = 0; i < context->filled; ++i) {
    const Dict::Entry& entry = context->entries[i];
    if (!entry.key || !is<Str>(entry.key)) continue;
    std::string_view key = text_of(entry.key);
    if (key != "message" && key != "exception") others.push_back({entry.key, entry.value});
  }
  std::sort(others.begin(), others.end(), [](const auto& a, const auto& b) {
    return compare_text(as<Str>(a.first), as<Str>(b.first)) < 0;
  });
  for (const auto& [key, value] : others) {
    std::string shown;
    if (text_of(key) == "source_traceback" && is<Tuple>(value)) {
      shown = source_text("Object", value);
    } else if (text_of(key) == "handle_traceback" && is<Tuple>(value)) {
      shown = source_text("Handle", value);
    } else {
      CO_TRY(asked, repr_of(value));
      shown = text_of(asked);
    }
    text += concat({"\n", text_of(key), ": ", shown});
  }
  if (exception && !is_exception(exception)) exception = Ref();
  co_return co_await log_of_asyncio("error", text, exception);
}

static bool ends_the_loop() {
  return pending_is(types.SystemExit) || pending_is(types.KeyboardInterrupt);
}

// The context of the task or the handle that a report is about; null where it is about neither.
static Ref context_of_report(Value report) {
  for (const char* key : {"task", "future", "handle"}) {
    Value about = dict_get(as<Dict>(report), intern(key));
    if (!about || about.is_none()) continue;
    if (is_task(about)) return as_task(about)->context;
    const bool is_handle = is_subtype(type_of(about), asyncio_types.handle);
    return is_handle ? static_cast<Handle*>(about.object())->context : Ref();
  }
  return Ref();
}

static Native handle_exception(Ref loop_ref, Ref context);

Native call_exception_handler(Ref loop, Ref context) {
  // A handle that the program has made may have any object for its loop.
  if (!is_loop(loop))
    co_return co_await call_method(loop, intern("call_exception_handler"), context);
  Ref own = own_method(loop, "call_exception_handler");
  if (own) co_return co_await call(own, context);
  co_return co_await handle_exception(loop, context);
}

static Native handle_exception(Ref loop_ref, Ref context) {
  Loop* loop = as_loop(loop_ref);
  if (loop->exception_handler) {
    Ref own = context_of_report(context);  // what runs the handler (3.12)
    const bool entered = own && is_context(own) && since(Version::V3_12);
    Ref before = entered ? enter_context(own) : Ref();
    Ref done = co_await call(loop->exception_handler, loop_ref, context);
    if (entered) leave_context(own, std::move(before));
    if (done) co_return Value::none();
    if (ends_the_loop()) co_return Ref();
    Ref error = take_pending();
    context = exception_context("Unhandled error in exception handler", error, "context", context);
  }
  Ref done;
  if (Ref own = own_method(loop_ref, "default_exception_handler")) {
    done = co_await call(own, context);
  } else {
    done = co_await default_exception_handler(loop_ref, context);
  }
  if (done) co_return done;
  if (ends_the_loop()) co_return Ref();
  Ref error = take_pending();
  co_return co_await log_of_asyncio("error", "Exception in default exception handler", error);
}

// --- turns ---

// The run is stopped: leaves to the machine, for good.
struct Halt {
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<>) const {}
  void await_resume() const {}
};

// Turns take no time, so that what a program does within a timeout() it does here too. But tasks
// that go round with sleep(0) until a timer has fired wait for time to pass: after so many turns at
// one and the same time, further ones move the clock. A turn costs about what one costs in
// reality, 20 microseconds, a millisecond at a time since every move is recorded.
static constexpr uint32_t kFreeTurns = 10'000, kTurnsForAMove = 50;
static constexpr double kSecondsForAMove = 0.001;

static void count_busy_turn(Loop* loop) {
  if (loop->turned_at != vm().now) {
    loop->turned_at = vm().now;
    loop->busy_turns = 0;
  }
  if (++loop->busy_turns <= kFreeTurns) return;
  const uint32_t looks = vm().looks;  // what the program's own looks cost stays as it is
  vm().move_clock(vm().now + kSecondsForAMove, true);
  vm().looks = looks;
  loop->turned_at = vm().now;
  loop->busy_turns = kFreeTurns - kTurnsForAMove;
}

// When the first timer that is not cancelled is due.
static double next_deadline(Loop* loop) {
  auto& heap = loop->scheduled;
  while (!heap.empty() && handle_of(heap.front().handle)->cancelled) pop_timer(loop);
  return heap.empty() ? Thread::kForEver : heap.front().when;
}

// Has the loop's thread to wait for others, or for a timer while others run?
static bool waits_among_threads(Loop* loop) {
  if (!vm().threads) return false;
  const bool woken = std::exchange(loop->woken, false);
  return has_other_threads() && !woken && loop->ready.empty() && !loop->stopping &&
         next_deadline(loop) > vm().now;
}

// Moves time on to the next timer where nothing is ready, and the timers that are due into the
// ready queue. False: nothing can ever wake the loop.
static bool wait_and_fire(Loop* loop) {
  auto& heap = loop->scheduled;
  const double when = next_deadline(loop);
  if (loop->ready.empty() && !loop->stopping) {
    if (!has_other_threads()) {
      if (heap.empty()) return false;
      if (when > vm().now) vm().move_clock(when);
    }
  } else if (!heap.empty()) {
    count_busy_turn(loop);
  }
  constexpr double kClockResolution = 1e-9;
  double end = vm().now + kClockResolution;
  while (!heap.empty() && heap.front().when < end) {
    Ref ref = pop_timer(loop);
    Handle* handle = handle_of(ref);
    if (handle->number && !handle->cancelled) {
      handle->scheduled =
          vm().recorder.record(EventKind::TimerFired, handle->number, 0, handle->scheduled);
    }
    loop->ready.push_back(std::move(ref));
  }
  return true;
}

static std::string handle_callback(Describer& describer, Value value) {
  auto* handle = static_cast<const Handle*>(value.object());
  describer.with_arguments = is_loop(handle->loop) && as_loop(handle->loop)->debug;
  return handle->what == Handle::What::Call
             ? describer.callable(handle->callback, handle->arguments)
             : handle_label(handle);
}

Native report_callback(Ref loop, Ref handle, Ref exception) {
  CO_TRY(callback, describe(handle, handle_callback));
  // (Handle._run, which CPython has in Python, is in every traceback.)
  auto* raised = as<Exception>(exception);
  if (!raised->traceback) add_traceback(raised, Value::of(vm().current), 0);
  vm().current->handled = Ref(exception).take();  // the context of what the handler fails with
  std::string message = concat({"Exception in callback ", text_of(callback)});
  Ref context = exception_context(message, exception, "handle", handle);
  add_source(context, handle_of(handle)->source_traceback);
  co_return co_await call_exception_handler(loop, context);
}

// Turns until the loop is stopped, or one of them.
static Native take_turns(Ref loop_ref, bool once) {
  Loop* loop = as_loop(loop_ref);
  AsyncioState& state = asyncio_state();
  do {
    ++vm().turn;
    vm().recorder.record(EventKind::TurnBegun, 0, vm().turn);
    while (injection_is_due(state)) co_await inject_next();
    if (waits_among_threads(loop)) {
      loop->thread = &vm().threads->running();
      co_await park(next_deadline(loop), "its event loop to have something to do");
      loop->thread = nullptr;
      loop->woken = false;
    }
    if (!wait_and_fire(loop)) {
      vm().idle = true;
      vm().limits.stop(
          "deadlock: no task is ready and no timer is set, so nothing can wake the event loop");
      co_await Halt{};
    }
    size_t count = loop->ready.size();
    for (size_t i = 0; i < count; ++i) {
      while (injection_is_due(state)) co_await inject_next();
      Ref ref = std::move(loop->ready.front());
      loop->ready.pop_front();
      Handle* handle = handle_of(ref);
      if (handle->cancelled) continue;
      bool over = false;  // SystemExit or KeyboardInterrupt ends the loop
      uint32_t run = 0;
      const double began = vm().now;
      if (loop->debug) loop->current_handle = ref;
      if (handle->number)
        run = vm().recorder.record(EventKind::HandleRun, handle->number, 0, handle->scheduled);
      if (!can_run_in(handle->context)) {
        // which is reported below
      } else if (handle->what != Handle::What::Call) {
        Ref task_ref = handle->callback;
        Task* task = as_task(task_ref);
        Ref exception = std::move(handle->exception);
        if (handle->what == Handle::What::Wakeup) {
          Ref result = future_result(as_future(handle->arguments[0]));
          if (!result) exception = take_pending();
        }
        if (begin_step(task, exception, run)) {
          Ref before = enter_context(task->context);
          Outcome outcome;
          if (exception)
            outcome = co_await throw_into(task->coroutine, std::move(exception));
          else
            outcome = co_await send(task->coroutine, Value::none());
          leave_context(task->context, std::move(before));
          if (is_waited_for_by_methods(outcome)) {
            state.current_task = Ref();
            co_await wait_by_methods(task_ref, outcome.value);
            over = ends_the_loop();
          } else {
            over = !end_step(task, std::move(outcome));
          }
        }
      } else if (type_of(handle->callback) == asyncio_types.native_callback) {
        auto* callback = static_cast<NativeCallback*>(handle->callback.get().object());
        Ref before = enter_context(handle->context);
        callback->function(callback->data,
                           handle->arguments.empty() ? Value() : handle->arguments[0].get());
        leave_context(handle->context, std::move(before));
      } else {
        std::vector<Value> values;
        for (const Ref& argument : handle->arguments) values.push_back(argument);
        Ref before = enter_context(handle->context);
        Ref result = co_await call_with(handle->callback,
                                        Args{values.data(), uint32_t(values.size()), nullptr});
        leave_context(handle->context, std::move(before));
        over = !result && ends_the_loop();
      }
      if (is_pending() && !over) {  // the callback failed, or a step could not begin
        Ref exception = take_pending();
        Ref done = co_await report_callback(loop_ref, ref, exception);
        over = !done;
      }
      if (run) vm().recorder.record(EventKind::HandleDone, handle->number, 0, run);
      loop->current_handle = Ref();
      if (over) {  // (The variables of _run_once, which CPython has in Python, are in the
                   // traceback.)
        auto* frame = static_cast<NativeFrame*>(vm().current);
        frame->in_traceback = true;
        frame->local = ref;
        loop_ref = Ref();
        co_return Ref();
      }
      if (loop->debug && takes_long(loop, vm().now - began)) {
        Ref told = co_await complain_of_long_callback(ref, vm().now - began);
        if (!told) co_return Ref();
      }
      ref = Ref();  // with what nobody else holds: a task that has failed is reported now
      if (!vm().finalizers.empty()) co_await run_due_finalizers();
    }
  } while (!once && !loop->stopping);
  co_return Value::none();
}

// _run_once() of a loop whose class has one of its own is called for each turn.
static Native run_turns(Ref loop) {
  Ref own = own_method(loop, "_run_once");
  if (!own) co_return co_await take_turns(loop, false);
  do {
    CO_TRY(done, call(own));
  } while (!as_loop(loop)->stopping);
  co_return Value::none();
}

Native run_forever(Ref loop_ref) {
  Loop* loop = as_loop(loop_ref);
  if (loop->closed) co_return raise_runtime_error({"Event loop is closed"});
  if (loop->running) co_return raise_runtime_error({"This event loop is already running"});
  if (running_loop()) {
    co_return raise_runtime_error({"Cannot run the event loop while another loop is running"});
  }
  vm().recorder.record(EventKind::LoopRun, 0);
  loop->running = true;
  loop->of_thread = vm().threads ? vm().threads->running().number : 0;
  asyncio_state().running_loop = loop_ref;
  constexpr uint32_t kOriginDepth = 10;
  const uint32_t depth_before = vm().origin_depth;
  if (loop->debug) vm().origin_depth = kOriginDepth;
  Ref result = co_await run_turns(loop_ref);
  vm().origin_depth = depth_before;
  asyncio_state().running_loop = Ref();
  loop->running = loop->stopping = false;
  vm().recorder.record(EventKind::LoopStop, 0);
  co_return result;
}

static void stop_when_done(Value loop, Value future_value) {
  Future* future = as_future(future_value);
  if (future->state == Future::State::Finished && future->exception) {
    future->log_traceback = false;
    Type* type = type_of(future->exception);
    if (is_subtype(type, types.SystemExit) || is_subtype(type, types.KeyboardInterrupt)) return;
  }
  as_loop(loop)->stopping = true;
}

static Native call_own(Ref method, Ref argument) { co_return co_await call(method, argument); }

Native run_until_complete_in(Ref loop, Ref awaitable) {
  Ref own = own_method(loop, "run_until_complete");
  return own ? call_own(own, awaitable) : run_until_complete(loop, awaitable);
}

Native close_loop_of(Ref loop) {
  Ref own = own_method(loop, "close");
  if (own) co_return co_await call(own);
  CO_TRY(logged, log_end_of_loop(loop));
  close_loop(as_loop(loop));
  co_return Value::none();
}

Native run_until_complete(Ref loop_ref, Ref awaitable) {
  Loop* loop = as_loop(loop_ref);
  if (loop->closed) co_return raise_runtime_error({"Event loop is closed"});
  if (loop->running) co_return raise_runtime_error({"This event loop is already running"});
  if (running_loop()) {
    co_return raise_runtime_error({"Cannot run the event loop while another loop is running"});
  }
  bool is_new = !is_future(awaitable);
  CO_TRY(future_ref, ensure_future(awaitable, loop_ref));
  static_cast<NativeFrame*>(vm().current)->local = future_ref;
  if (is_new) {
    CO_TRY(quiet, leave_unreported(future_ref));
  }
  if (!can_be_waited_for(future_ref)) co_return Ref();
  Future* future = as_future(future_ref);
  awaitable = Ref();
  Ref callback = new_native_callback(stop_when_done, loop_ref, "_run_until_complete_cb()");
  add_done_callback(future, callback);
  Ref finished;
  if (Ref own = own_method(loop_ref, "run_forever")) {
    finished = co_await call(own);
  } else {
    finished = co_await run_forever(loop_ref);
  }
  if (!finished) {
    Ref error = take_pending();
    if (is_new && future->state == Future::State::Finished) future->log_traceback = false;
    remove_done_callback(future, callback);
    loop_ref = Ref();  // what a traceback keeps of the call are its arguments
    restore_pending(error);
    co_return Ref();
  }
  remove_done_callback(future, callback);
  if (future->state == Future::State::Pending) {
    co_return raise_runtime_error({"Event loop stopped before Future completed."});
  }
  co_return future_result(future);
}

// --- async generators ---

// The loop that runs keeps the async generators that it iterates, and closes those that are dropped
// or left over.
static void forget_async_generator(Frame* generator) {
  if (Value loop = generator->origin) std::erase(as_loop(loop)->async_generators, generator);
}
static void keep_async_generator(Value loop, Frame* generator) {
  forget_async_generator(generator);
  release(std::exchange(generator->origin, Ref(loop).take()));
  as_loop(loop)->async_generators.push_back(generator);
}
static void note_first_iteration(Frame* generator) {
  if (Value loop = running_loop()) keep_async_generator(loop, generator);
}

static void create_task_for(Value step, Value) {
  Ref loop = running_loop();
  if (!loop) return;
  Ref task = new_task(step, loop);
  if (!task) take_pending();
}

static void close_in_a_task(Loop* loop, Frame* generator) {
  Ref step = new_async_step(generator, AsyncStep::Close, Value());
  Ref callback = new_native_callback(create_task_for, step, "BaseEventLoop.create_task()");
  call_soon(loop, Handle::What::Call, callback, {step});
}

// What sys.get_asyncgen_hooks() has while a loop runs.
static Frame* async_generator_in(const Args& args) {
  if (type_of(args[1]) == types.async_generator) return as<Frame>(args[1]);
  raise_type_error({"an asynchronous generator is expected, not ", type_name(args[1])});
  return nullptr;
}
static Ref loop_first_iteration(Args& args) {
  Frame* generator = async_generator_in(args);
  if (!generator) return {};
  keep_async_generator(args[0], generator);
  return Value::none();
}
static Ref loop_finalize_generator(Args& args) {
  Frame* generator = async_generator_in(args);
  if (!generator) return {};
  std::erase(as_loop(args[0])->async_generators, generator);
  if (!as_loop(args[0])->closed) close_in_a_task(as_loop(args[0]), generator);
  return Value::none();
}

static bool adopt_async_generator(Frame* generator) {
  if (!generator->origin) return false;
  Ref kept = Ref::adopt(generator), loop = generator->origin;
  forget_async_generator(generator);
  if (!as_loop(loop)->closed) close_in_a_task(as_loop(loop), generator);
  return true;
}

Native shutdown_async_generators(Ref loop_ref) {
  Loop* loop = as_loop(loop_ref);
  std::vector<Ref> closing;
  // Those that have finished too, as long as somebody has them: it takes turns.
  for (Frame* generator : loop->async_generators) closing.push_back(Value::of(generator));
  loop->async_generators.clear();
  if (closing.empty()) co_return Value::none();
  std::vector<Ref> steps;
  for (const Ref& generator : closing)
    steps.push_back(new_async_step(as<Frame>(generator), AsyncStep::Close, Value()));
  CO_TRY(outer, gather(steps, true));
  CO_TRY(results, wait_for(outer));
  for (size_t i = 0; i < closing.size(); ++i) {
    Value result = as<List>(results)->items[i];
    if (!is_exception(result) || !is_subtype(type_of(result), types.Exception)) continue;
    Ref shown = repr_fast(closing[i]);
    std::string message =
        concat({"an error occurred during closing of asynchronous generator ", text_of(shown)});
    Ref context = exception_context(message, result, "asyncgen", closing[i]);
    CO_TRY(done, call_exception_handler(loop_ref, context));
  }
  co_return Value::none();
}

// --- which loop ---

Ref get_running_loop() {
  if (Value loop = running_loop()) return loop;
  return raise_runtime_error({"no running event loop"});
}

static Ref new_loop_of(Type* type) {
  auto* loop = make_object<Loop>(type, 0);
  loop->debug = environment_asks_for_debug();
  return Ref::adopt(loop);
}
Ref new_loop() { return new_loop_of(asyncio_types.loop); }

Ref get_event_loop() {
  if (Value loop = running_loop()) return loop;
  AsyncioState& state = asyncio_state();
  const bool is_main = !vm().threads || vm().threads->running().number == 0;
  if (!state.current_loop && !state.loop_was_set && is_main && !since(Version::V3_14)) {
    state.current_loop = new_loop();
    state.loop_was_set = true;
  }
  if (state.current_loop) return state.current_loop;
  const Ref name = vm().threads ? vm().threads->running().name : Ref(new_str("MainThread"));
  const Ref quoted = repr_fast(name);
  return raise_runtime_error({"There is no current event loop in thread ", text_of(quoted), "."});
}

// --- the end of a run ---

static bool is_pending_task(const Task* task) { return task->state == Future::State::Pending; }

static Task* first_pending_task() {
  Task* task = asyncio_state().first_task;
  while (task && !is_pending_task(task)) task = task->next;
  return task;
}

bool asyncio_has_pending_tasks() { return first_pending_task(); }

void asyncio_note_tasks_in_reach(Value of) {
  Task* task = first_pending_task();
  if (!task) return;
  const AddressTable reached = reachable_from(of);
  for (; task; task = task->next) task->in_reach = is_pending_task(task) && reached.contains(task);
}

void asyncio_abandon_tasks(bool in_reach) {
  AsyncioState& state = asyncio_state();
  const AddressTable kept = reachable_from(state.current_loop);
  for (Task* task = state.first_task; task; task = task->next) {
    if (task->in_reach != in_reach || kept.contains(task) || task->state != Future::State::Pending)
      continue;
    Frame* frame = as_if<Frame>(task->coroutine);
    const bool closes = frame && frame->state == FrameState::Suspended;
    if (closes && !in_reach) vm().finalize_later(task->coroutine);
    if (complains(task)) vm().finalize_later(Value::of(task));
    if (closes && in_reach) vm().finalize_later(task->coroutine);
  }
}

bool asyncio_keeps(Value object) {
  const Ref& loop = asyncio_state().current_loop;
  return loop && reachable_from(loop).contains(object.object());
}

void asyncio_forget_run() { vm().asyncio = nullptr; }

// --- the types ---

static std::vector<Ref> arguments_from(const Args& args, uint32_t first) {
  Tuple* rest = as<Tuple>(args[first]);
  return std::vector<Ref>(rest->items, rest->items + rest->size);
}
bool as_seconds(Value v, double& seconds) { return is_number(v) && as_double(v, seconds); }

// Wakes the thread that runs the loop, if it waits. (What other threads do to a loop by other
// means is seen when it wakes by itself, as in reality.)
static void wake_loop(Loop* loop) {
  if (!vm().threads) return;
  if (loop->thread) {
    vm().threads->wake(loop->thread);
  } else {
    loop->woken = true;
  }
}

bool check_callback(Loop* loop, Value callback, std::string_view method) {
  if (loop->closed) {
    raise_runtime_error({"Event loop is closed"});
    return false;
  }
  if (!loop->debug) return true;
  if (loop->running && vm().threads && method != "call_soon_threadsafe" &&
      method != "run_in_executor" && loop->of_thread != vm().threads->running().number) {
    raise_runtime_error(
        {"Non-thread-safe operation invoked on an event loop other than the current one"});
    return false;
  }
  Function* function = as_if<Function>(callback);
  if (is_coroutine(callback) || (function && function->code->code->flags & Code::kCoroutine)) {
    raise_type_error({"coroutines cannot be used with ", method, "()"});
    return false;
  }
  if (find_special(type_of(callback), Special::call)) return true;
  raise_type_error(
      {"a callable object was expected by ", method, "(), got ", Describer().full(callback)});
  return false;
}
static Ref loop_call_soon(Args& args) {
  Loop* loop = as_loop(args[0]);
  if (!check_callback(loop, args[1], "call_soon")) return Ref();
  return call_soon(loop, Handle::What::Call, args[1], arguments_from(args, 2), args[3]);
}
static Ref loop_call_soon_threadsafe(Args& args) {
  Loop* loop = as_loop(args[0]);
  if (!check_callback(loop, args[1], "call_soon_threadsafe")) return Ref();
  Ref handle = call_soon(loop, Handle::What::Call, args[1], arguments_from(args, 2), args[3]);
  if (since(Version::V3_14)) {
    Object* object = handle.get().object();
    retain(static_cast<Object*>(asyncio_types.thread_safe_handle));
    release(static_cast<Object*>(object->type));
    object->type = asyncio_types.thread_safe_handle;
  }
  wake_loop(loop);
  return handle;
}
static Ref loop_call_later(Args& args) {
  Loop* loop = as_loop(args[0]);
  if (args[1].is_none()) return raise_type_error({"delay must not be None"});
  double delay;
  if (!as_seconds(args[1], delay)) {
    if (is_pending()) return Ref();
    return raise_type_error(
        {"unsupported operand type(s) for +: 'float' and '", type_name(args[1]), "'"});
  }
  if (!check_callback(loop, args[2], "call_at")) return Ref();
  Ref handle = call_at(loop, vm().now + delay, args[2], arguments_from(args, 3), args[4]);
  if (handle && loop->debug) keep_source(handle_of(handle), 7);  // call_later() is one more
  return handle;
}
static Ref loop_call_at(Args& args) {
  Loop* loop = as_loop(args[0]);
  if (args[1].is_none()) return raise_type_error({"when cannot be None"});
  if (!check_callback(loop, args[2], "call_at")) return Ref();
  double when;
  if (!as_seconds(args[1], when)) {
    if (is_pending()) return Ref();
    return raise_type_error(
        {"'<' not supported between instances of '", type_name(args[1]), "' and 'float'"});
  }
  return call_at(loop, when, args[2], arguments_from(args, 3), args[4]);
}
static Ref loop_time(Args&) { return new_float(vm().look_at_clock()); }
static Ref loop_create_future(Args& args) {
  Ref future = new_future(args[0]);
  if (as_loop(args[0])->debug) keep_source(as_future(future), true);
  return future;
}
static Native loop_create_task(Args args) {
  if (since(Version::V3_14)) return make_task_with(args[0], args[1], args[2]);
  return make_task_in(args[0], args[1], args[2], args[3]);
}

static Native call_own_create_task(Ref own, Ref coroutine, Ref keywords_ref) {
  Dict* keywords = as<Dict>(keywords_ref);
  std::vector<Value> values{coroutine}, names;
  for (uint32_t i = 0; i < keywords->filled; ++i) {
    if (!keywords->entries[i].key) continue;
    names.push_back(keywords->entries[i].key);
    values.push_back(keywords->entries[i].value);
  }
  Ref tuple = new_tuple(names);
  co_return co_await call_with(own, Args{values.data(), 1, as<Tuple>(tuple)});
}

Native create_task_in(Ref loop, Ref coroutine, Ref name, Ref context) {
  Ref own = own_method(loop, "create_task");
  if (!own) return make_task_in(loop, coroutine, name, context);
  Ref keywords = new_dict();
  if (name && !name.get().is_none()) dict_set(as<Dict>(keywords), intern("name"), name);
  if (context && !context.get().is_none()) dict_set(as<Dict>(keywords), intern("context"), context);
  return call_own_create_task(own, coroutine, keywords);
}

Native create_task_with(Ref loop, Ref coroutine, Ref keywords) {
  Ref own = own_method(loop, "create_task");
  if (!own) return make_task_with(loop, coroutine, keywords);
  return call_own_create_task(own, coroutine, keywords);
}
static Ref loop_get_task_factory(Args& args) {
  const Ref& factory = as_loop(args[0])->task_factory;
  return factory ? factory : Ref(Value::none());
}
static Ref loop_set_task_factory(Args& args) {
  if (!args[1].is_none() && !find_special(type_of(args[1]), Special::call)) {
    return raise_type_error({"task factory must be a callable or None"});
  }
  as_loop(args[0])->task_factory = args[1].is_none() ? Ref() : Ref(args[1]);
  return Value::none();
}
static Ref loop_get_slow_duration(Args& args) {
  const Ref& duration = as_loop(args[0])->slow_callback_duration;
  return duration ? duration : new_float(0.1);
}
static Ref loop_set_slow_duration(Args& args) {
  as_loop(args[0])->slow_callback_duration = args[1];
  return Value::none();
}
static Native loop_run_until_complete(Args args) { return run_until_complete(args[0], args[1]); }
static Native loop_run_forever(Args args) { return run_forever(args[0]); }
static Ref loop_stop(Args& args) {
  as_loop(args[0])->stopping = true;
  return Value::none();
}
void close_loop(Loop* loop) {
  loop->closed = true;
  std::deque<Ref> ready = std::move(loop->ready);
  std::vector<Loop::Timer> scheduled = std::move(loop->scheduled);
  loop->ready.clear();
  loop->scheduled.clear();
}
static Ref loop_close(Args& args) {
  Loop* loop = as_loop(args[0]);
  if (loop->running) return raise_runtime_error({"Cannot close a running event loop"});
  if (loop->debug && loops_are_logged()) return try_coroutine();
  close_loop(loop);
  return Value::none();
}
static Native loop_close_slow(Args args) {
  CO_TRY(logged, log_end_of_loop(args[0]));
  close_loop(as_loop(args[0]));
  co_return Value::none();
}
static Native loop_run_once(Args args) { co_return co_await take_turns(args[0], true); }
static Ref loop_get_ready(Args& args) {
  const auto& ready = as_loop(args[0])->ready;
  return new_list(std::vector<Value>(ready.begin(), ready.end()));
}
static Ref loop_get_scheduled(Args& args) {
  std::vector<Value> handles;
  for (const Loop::Timer& timer : as_loop(args[0])->scheduled) handles.push_back(timer.handle);
  return new_list(handles);
}
static Ref loop_get_stopping(Args& args) { return Value::boolean(as_loop(args[0])->stopping); }
static Ref loop_is_running(Args& args) { return Value::boolean(as_loop(args[0])->running); }
static Ref loop_is_closed(Args& args) { return Value::boolean(as_loop(args[0])->closed); }
static Ref loop_get_debug(Args& args) { return Value::boolean(as_loop(args[0])->debug); }
static Ref loop_set_debug(Args& args) {
  as_loop(args[0])->debug = truth_fast(args[1]) == 1;
  return Value::none();
}
static Native loop_set_exception_handler(Args args) {
  if (!args[1].is_none() && !find_special(type_of(args[1]), Special::call)) {
    CO_TRY(text, repr_of(args[1]));
    co_return raise_type_error({"A callable object or None is expected, got ", text_of(text)});
  }
  as_loop(args[0])->exception_handler = args[1].is_none() ? Ref() : Ref(args[1]);
  co_return Value::none();
}
static Ref loop_get_exception_handler(Args& args) {
  Loop* loop = as_loop(args[0]);
  return loop->exception_handler ? loop->exception_handler : Ref(Value::none());
}
static bool is_report(Value context) {
  if (is<Dict>(context)) return true;
  raise_type_error({"context must be a dict, not ", type_name(context)});
  return false;
}
static Native loop_call_exception_handler(Args args) {
  if (!is_report(args[1])) co_return Ref();
  co_return co_await handle_exception(args[0], args[1]);
}
static Native loop_default_exception_handler(Args args) {
  if (!is_report(args[1])) co_return Ref();
  co_return co_await default_exception_handler(args[0], args[1]);
}
static Native loop_shutdown_asyncgens(Args args) { return shutdown_async_generators(args[0]); }
// As CPython's on a system that has no signals.
static Ref loop_without_signals(Args&) { return raise_error(types.NotImplementedError, ""); }
static Ref loop_repr(Args& args) {
  Loop* loop = as_loop(args[0]);
  return new_str(concat({"<", type_name(args[0]), " running=", loop->running ? "True" : "False",
                         " closed=", loop->closed ? "True" : "False",
                         " debug=", loop->debug ? "True" : "False", ">"}));
}

static Ref loop_new(Args& args) { return new_loop_of(as<Type>(args[0])); }
// A selector of the standard library's is taken for ours; one of the program's would never be
// asked.
static Ref loop_init(Args& args) {
  const Value module = args[1].is_none() ? Value() : Value(type_of(args[1])->module);
  if (args[1].is_none() || (module && is<Str>(module) && text_of(module) == "selectors"))
    return loops_are_logged() ? try_coroutine() : Ref(Value::none());
  return raise_error(types.NotImplementedError,
                     "a selector of one's own is not supported here: time is the event loop's");
}

static Native loop_init_slow(Args) { return log_new_loop(); }

static const NativeDefinition kLoopMethods[] = {
    static_method("__new__", "(cls, /, *args, **kwargs)", loop_new),
    method("__init__", "(self, selector=None)", loop_init, loop_init_slow),
    method("call_soon", "(self, callback, /, *args, context=<null>)", loop_call_soon),
    method("call_soon_threadsafe", "(self, callback, /, *args, context=<null>)",
           loop_call_soon_threadsafe),
    method("call_later", "(self, delay, callback, /, *args, context=<null>)", loop_call_later),
    method("call_at", "(self, when, callback, /, *args, context=<null>)", loop_call_at),
    method("time", "(self, /)", loop_time),
    method("create_future", "(self, /)", loop_create_future),
    method("create_task", "(self, coro, *, name=None, context=<null>)", loop_create_task)
        .in_tracebacks()
        .until(Version::V3_14),
    method("create_task", "(self, coro, **kwargs)", loop_create_task)
        .in_tracebacks()
        .since(Version::V3_14),
    method("get_task_factory", "(self, /)", loop_get_task_factory),
    method("set_task_factory", "(self, factory, /)", loop_set_task_factory),
    getter("slow_callback_duration", loop_get_slow_duration, loop_set_slow_duration),
    method("run_until_complete", "(self, future)", loop_run_until_complete).in_tracebacks(),
    method("run_forever", "(self, /)", loop_run_forever).in_tracebacks(),
    method("_run_once", "(self, /)", loop_run_once),
    method("_asyncgen_firstiter_hook", "(self, agen)", loop_first_iteration),
    method("_asyncgen_finalizer_hook", "(self, agen)", loop_finalize_generator),
    getter("_ready", loop_get_ready),
    getter("_scheduled", loop_get_scheduled),
    getter("_stopping", loop_get_stopping),
    method("stop", "(self, /)", loop_stop),
    method("close", "(self, /)", loop_close, loop_close_slow),
    method("is_running", "(self, /)", loop_is_running),
    method("is_closed", "(self, /)", loop_is_closed),
    method("get_debug", "(self, /)", loop_get_debug),
    method("set_debug", "(self, enabled, /)", loop_set_debug),
    method("set_exception_handler", "(self, handler, /)", loop_set_exception_handler),
    method("get_exception_handler", "(self, /)", loop_get_exception_handler),
    method("call_exception_handler", "(self, context, /)", loop_call_exception_handler),
    method("default_exception_handler", "(self, context, /)", loop_default_exception_handler),
    async_method("shutdown_asyncgens", "(self, /)", loop_shutdown_asyncgens),
    async_method("shutdown_default_executor", "(self, /)", loop_shutdown_default_executor)
        .until(Version::V3_12),
    async_method("shutdown_default_executor", "(self, timeout=None)",
                 loop_shutdown_default_executor)
        .since(Version::V3_12),
    method("run_in_executor", "(self, executor, func, /, *args)", loop_run_in_executor),
    method("create_server", "", loop_create_server),
    method("create_unix_server", "", loop_create_unix_server),
    method("create_connection", "", loop_create_connection),
    method("create_unix_connection", "", loop_create_unix_connection),
    method("create_datagram_endpoint", "", loop_create_datagram_endpoint),
    method("set_default_executor", "(self, executor, /)", loop_set_default_executor),
    getter("_default_executor", loop_get_executor, loop_set_executor),
    getter("_executor_shutdown_called", loop_executor_is_gone),
    method("add_signal_handler", "(self, sig, callback, /, *args)", loop_without_signals),
    method("remove_signal_handler", "(self, sig, /)", loop_without_signals),
    method("__repr__", "(self, /)", loop_repr),
};

void register_loop() {
  machine_hooks.async_generators = {note_first_iteration, adopt_async_generator,
                                    forget_async_generator};
  auto make = [](const char* name, Type* base, std::span<const NativeDefinition> methods,
                 uint32_t size, const TypeSlots& slots) {
    TypeSpec spec;
    spec.name = name;
    spec.base = base;
    spec.layout = Kind::Native;
    spec.instance_size = size;
    spec.attributes_offset = uint16_t(sizeof(Object));
    spec.methods = methods;
    spec.slots = slots;
    return new_builtin_type(spec);
  };
  Type* base = make("asyncio.base_events.BaseEventLoop", nullptr, kLoopMethods, sizeof(Loop),
                    {.destroy = destroy_native<Loop>, .visit = visit_native<Loop>});
  asyncio_types.loop =
      make("asyncio.unix_events._UnixSelectorEventLoop", base, {}, sizeof(Loop), base->slots);
}

}  // namespace awaitscope
