// asyncio.run and Runner. Specified in: https://docs.python.org/3.11/library/asyncio-runner.html

#include "engine/asyncio/sync.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/machine/context.h"
#include "engine/machine/interpreter_support.h"
#include "engine/machine/operators.h"
#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {

struct Runner : NativeObject {
  enum class State : uint8_t { Created, Initialized, Closed };
  State state = State::Created;
  Ref loop, factory;
  Ref context;  // that what it runs shares
  Value debug;  // None, True or False
};
static Type* runner_type;
static Runner* runner_of(Value v) { return static_cast<Runner*>(v.object()); }

std::vector<Ref> pending_tasks(Value loop) {
  std::vector<Ref> list;
  for (Task* task = asyncio_state().first_task; task; task = task->next) {
    if (task->state == Future::State::Pending && task->loop.get() == loop)
      list.push_back(Value::of(task));
  }
  return list;
}

static Native cancel_all_tasks(Ref loop) {
  std::vector<Ref> tasks = pending_tasks(loop);
  if (tasks.empty()) co_return Value::none();
  for (const Ref& task : tasks) {
    cancel_future(task, Value());
    if (is_pending()) co_return Ref();
  }
  CO_TRY(outer, gather(tasks, true));
  CO_TRY(done, run_until_complete_in(loop, outer));
  for (const Ref& task : tasks) {
    Future* future = as_future(task);
    if (future->state == Future::State::Cancelled || !future->exception) continue;
    future->log_traceback = false;
    Ref context = exception_context("unhandled exception during asyncio.run() shutdown",
                                    future->exception, "task", task);
    done = co_await call_exception_handler(loop, context);
    if (!done) co_return Ref();
  }
  co_return Value::none();
}

static Native end_executor(Args args) {
  Ref timeout = since(Version::V3_12) ? Value::of_int(300) : Value::none();
  co_return co_await shutdown_default_executor(args[0], timeout);
}
static Native end_generators(Args args) { return shutdown_async_generators(args[0]); }
static const NativeDefinition kShutdowns[] = {
    async_function("shutdown_asyncgens", "(loop, /)", end_generators),
    async_function("shutdown_default_executor", "(loop, /)", end_executor),
};

// What is done with the loop before it is closed. The last two are tasks too, which count for the
// names of later ones and for the loop's turns, but are asyncio's own and not shown.
static Native wind_up(Ref loop) {
  Ref done = co_await cancel_all_tasks(loop);
  for (const NativeDefinition& definition : kShutdowns) {
    if (!done) co_return Ref();
    Ref function = new_native_function(&definition);
    as<NativeFunction>(function)->qualname = intern(concat({"BaseEventLoop.", definition.name}));
    CO_TRY(coroutine, call(function, loop));
    if (running_loop()) {  // which is refused: the error leads to what was to be run
      auto* frame = static_cast<NativeFrame*>(vm().current);
      frame->in_traceback = true;
      frame->local = coroutine;
    }
    const bool is_plain = !as_loop(loop)->task_factory && type_of(loop) == asyncio_types.loop;
    // Where a loop runs already it is refused before there is a task.
    Ref awaited =
        is_plain && !running_loop() ? new_task(coroutine, loop, Value(), false) : coroutine;
    if (!awaited) co_return Ref();
    done = co_await run_until_complete_in(loop, awaited);
  }
  co_return done;
}

static Native close_runner(Ref ref) {
  Runner* runner = runner_of(ref);
  if (runner->state != Runner::State::Initialized) co_return Value::none();
  Ref done = co_await wind_up(runner->loop);
  Ref failure = done ? Ref() : take_pending();
  if (!runner->factory) {
    Ref none = Value::none();
    Ref unset = co_await set_event_loop(none);
    if (!unset && !failure) failure = take_pending();
  }
  Ref loop = std::move(runner->loop);
  Ref closed = co_await close_loop_of(loop);
  if (!closed && !failure) failure = take_pending();
  runner->state = Runner::State::Closed;
  if (!failure) co_return Value::none();
  restore_pending(failure);
  co_return Ref();
}

static Native begin_runner(Ref ref) {
  Runner* runner = runner_of(ref);
  if (runner->state == Runner::State::Closed) co_return raise_runtime_error({"Runner is closed"});
  if (runner->state == Runner::State::Initialized) co_return Value::none();
  if (runner->factory) {
    CO_TRY(made, call(runner->factory));
    if (!is_loop(made)) {
      co_return raise_type_error({"loop_factory must make an event loop, not ", type_name(made)});
    }
    runner->loop = made;
  } else {
    CO_TRY(made, new_event_loop());
    if (!is_loop(made)) {
      co_return raise_type_error(
          {"the event loop policy must make an event loop, not ", type_name(made)});
    }
    CO_TRY(set, set_event_loop(made));
    runner->loop = made;
  }
  if (!runner->debug.is_none()) as_loop(runner->loop)->debug = runner->debug.bits == Value::kTrue;
  runner->context = copy_context();
  runner->state = Runner::State::Initialized;
  co_return Value::none();
}

static Native await_for_run(Args args) { co_return co_await await_on(args[0]); }
static const NativeDefinition kWrapForRun =
    async_function("Runner.run.<locals>._wrap_awaitable", "(awaitable, /)", await_for_run);

static Native run_in(Ref ref, Ref coroutine, Ref context) {
  const bool is_awaitable = !is_coroutine(coroutine);
  if (is_awaitable && !since(Version::V3_14)) {
    CO_TRY(text, repr_of(coroutine));
    co_return raise_value_error({"a coroutine was expected, got ", text_of(text)});
  }
  if (running_loop()) {
    co_return raise_runtime_error({"Runner.run() cannot be called from a running event loop"});
  }
  CO_TRY(ready, begin_runner(ref));
  Ref loop = runner_of(ref)->loop;
  if (is_awaitable) {  // any awaitable will do (3.14)
    if (!is_iterable_coroutine(coroutine) && !find_special(type_of(coroutine), Special::await)) {
      co_return raise_type_error({"An asyncio.Future, a coroutine or an awaitable is required"});
    }
    Ref wrap = new_native_function(&kWrapForRun);
    coroutine = co_await call(wrap, coroutine);
    if (!coroutine) co_return Ref();
  }
  if (!context) {
    Ref& own = runner_of(ref)->context;
    const bool is_seen = as_loop(loop)->task_factory || vm().has_contexts;
    context = is_seen ? known_context(own) : own;
  }
  Ref task = co_await create_task_in(loop, coroutine, Ref(), context);
  coroutine = Ref();
  if (!task) co_return Ref();
  // What the task fails with leads to this frame, and so to the task: it lives until that is
  // collected, or handled where it leads nowhere else.
  auto* frame = static_cast<NativeFrame*>(vm().current);
  frame->in_traceback = true;
  frame->local = task;
  Ref result = co_await run_until_complete_in(loop, task);
  Ref failure = result ? Ref() : take_pending();
  // What it set is there for the next, even if it was the first to import contextvars.
  if (!context && is_task(task)) runner_of(ref)->context = as_task(task)->context;
  // Then CPython puts the old handler of SIGINT back, and looks both up among the names of
  // handlers: which makes, twice, the text of the one that holds the task. The program's own
  // __repr__ sees it. (Since 3.13 it looks up none but numbers.)
  for (int i = 0; i < 2 && !since(Version::V3_13); ++i) {
    Ref text = co_await repr_of(task);
    if (text) continue;
    if (!pending_is(types.ValueError) && !pending_is(types.TypeError)) co_return Ref();
    take_pending();
  }
  if (!failure) co_return result;
  restore_pending(failure);
  co_return Ref();
}

static Ref new_runner(Value debug, Value factory) {
  auto* runner = make_object<Runner>(runner_type, 0);
  runner->debug = debug.is_none() ? debug : Value::boolean(truth_fast(debug) == 1);
  if (!factory.is_none()) runner->factory = factory;
  return Ref::adopt(runner);
}

static Native run_program(Args args) {
  if (running_loop()) {
    co_return raise_runtime_error({"asyncio.run() cannot be called from a running event loop"});
  }
  Ref runner = new_runner(args[1], since(Version::V3_12) ? args[2] : Value::none());
  CO_TRY(ready, begin_runner(runner));
  Ref result = co_await run_in(runner, args[0], Ref());
  Ref error = result ? Ref() : take_pending();
  vm().current->handled = Ref(error).take();  // while the loop is closed: the context of what fails
  Ref closed = co_await close_runner(runner);
  release(std::exchange(vm().current->handled, Value()));
  if (!closed) {
    if (error) set_context(as<Exception>(pending_exception()), error);
    co_return Ref();
  }
  if (error) restore_pending(error);
  co_return result;
}

static Ref runner_new(Args& args) { return new_runner(args[1], args[2]); }
static Native runner_enter(Args args) {
  Ref ready = co_await begin_runner(args[0]);
  co_return ready ? Ref(args[0]) : Ref();
}
static Native runner_exit(Args args) { return close_runner(args[0]); }
static Native runner_close(Args args) { return close_runner(args[0]); }
static Native runner_get_loop(Args args) {
  Ref ready = co_await begin_runner(args[0]);
  co_return ready ? runner_of(args[0])->loop : Ref();
}
static Native runner_run(Args args) {
  return run_in(args[0], args[1], args[2].is_none() ? Ref() : Ref(args[2]));
}

static const NativeDefinition kRunnerMethods[] = {
    static_method("__new__", "(cls, *, debug=None, loop_factory=None)", runner_new),
    method("__enter__", "(self, /)", runner_enter).in_tracebacks(),
    method("__exit__", "(self, type, value, traceback, /)", runner_exit).in_tracebacks(),
    method("run", "(self, coro, *, context=None)", runner_run).in_tracebacks(),
    method("get_loop", "(self, /)", runner_get_loop).in_tracebacks(),
    method("close", "(self, /)", runner_close).in_tracebacks(),
};
static const NativeDefinition kRunnerFunctions[] = {
    function("run", "(main, *, debug=None)", run_program).in_tracebacks().until(Version::V3_12),
    function("run", "(main, *, debug=None, loop_factory=None)", run_program)
        .in_tracebacks()
        .since(Version::V3_12),
};

void register_runner() {
  runner_type = native_type<Runner>("asyncio.runners.Runner", kRunnerMethods);
}

void fill_runner(Dict* module) {
  add_functions(module, "asyncio.runners", kRunnerFunctions, std::size(kRunnerFunctions));
  dict_set(module, intern("Runner"), Value::of(runner_type));
}

}  // namespace awaitscope
