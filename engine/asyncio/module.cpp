// The asyncio module: its functions, and what it is filled with.

#include "engine/asyncio/hooks.h"
#include "engine/asyncio/loop.h"
#include "engine/asyncio/sync.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/machine/attributes.h"
#include "engine/machine/operators.h"
#include "engine/machine/warnings.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

Type* get_timeout_type();
Type* get_task_group_type();

// --- sleep ---

static void set_result_unless_cancelled(Value result, Value future) {
  if (as_future(future)->state == Future::State::Pending) set_result(as_future(future), result);
}

// A future, and the timer that sets its result.
static Ref future_and_timer(double delay, Value result) {
  Ref loop = get_running_loop();
  if (!loop) return Ref();
  Ref future = new_future(loop);
  Ref callback = new_native_callback(set_result_unless_cancelled, result,
                                     "futures._set_result_unless_cancelled()");
  Ref timer = call_at(as_loop(loop), vm().now + delay, callback, {future});
  return new_tuple({future, timer});
}

static Native sleep(Args args) {
  double delay;
  if (!as_seconds(args[0], delay)) {
    if (is_pending()) co_return Ref();
    co_return raise_type_error(
        {"'<=' not supported between instances of '", type_name(args[0]), "' and 'int'"});
  }
  if (delay != delay) co_return raise_value_error({"Invalid delay: NaN (not a number)"});
  if (delay <= 0) {
    Ref sent = co_yield Value::none();
    co_return sent ? Ref(args[1]) : Ref();
  }
  // Whoever sleeps when nobody knows the loop any more is garbage with it.
  auto* frame = static_cast<NativeFrame*>(vm().current);
  frame->local = future_and_timer(delay, args[1]);
  if (!frame->local) co_return Ref();
  frame->transparent = true;
  const Tuple* held = as<Tuple>(frame->local);
  Ref result = co_await wait_for(held->items[0]);
  Ref error = result ? Ref() : take_pending();
  auto* timer = static_cast<Handle*>(held->items[1].object());
  // Cancelling it once it has run has no effect, and is not worth showing.
  if (!result || timer->in_heap) cancel_handle(timer);
  if (error) restore_pending(error);
  co_return result;
}

// --- tasks and futures ---

static Native create_task(Args args) {
  Ref loop = get_running_loop();
  if (!loop) co_return Ref();
  if (since(Version::V3_14)) co_return co_await create_task_with(loop, args[0], args[1]);
  Ref task = co_await create_task_in(loop, args[0], args[1], args[2]);
  if (task && !args[1].is_none() && !as_loop(loop)->task_factory && !since(Version::V3_13))
    ++asyncio_state().tasks_made;  // it is given its name afterwards
  co_return task;
}

static Native gather_function(Args args) {
  Tuple* given = as<Tuple>(args[0]);
  return gather(std::vector<Ref>(given->items, given->items + given->size),
                truth_fast(args[1]) == 1);
}

static Native ensure_future_function(Args args) {
  return ensure_future(args[0], args[1].is_none() ? Ref() : Ref(args[1]));
}

static Ref current_task(Args& args) {
  if (args[0].is_none() && !running_loop()) return raise_runtime_error({"no running event loop"});
  Value task = asyncio_state().current_task;
  return task ? task : Value::none();
}

static Ref all_tasks(Args& args) {
  Ref loop = args[0].is_none() ? get_running_loop() : Ref(args[0]);
  if (!loop) return Ref();
  Ref set = new_set();
  for (const Ref& task : pending_tasks(loop)) set_add(as<Set>(set), task);
  return set;
}

static Ref timeout(Args& args) {
  Ref loop = get_running_loop();
  if (!loop) return Ref();
  if (args[0].is_none()) return new_timeout(args[0]);
  double delay;
  if (!as_seconds(args[0], delay)) {
    if (is_pending()) return Ref();
    return raise_type_error(
        {"unsupported operand type(s) for +: 'float' and '", type_name(args[0]), "'"});
  }
  return new_timeout(new_float(vm().now + delay));
}
static Ref timeout_at(Args& args) { return new_timeout(args[0]); }

static Ref get_running_loop_function(Args&) { return get_running_loop(); }

// What loops and tasks of other makes call to say that they run.
static Ref set_running_loop(Args& args) {
  if (!args[0].is_none() && !is_loop(args[0])) {
    return raise_type_error({"asyncio's own loops run here, not '", type_name(args[0]), "'"});
  }
  asyncio_state().running_loop = args[0].is_none() ? Ref() : Ref(args[0]);
  return Value::none();
}
static Ref set_current_task(Args& args) {
  if (!args[0].is_none() && !is_task(args[0])) {
    return raise_type_error({"asyncio's own tasks run here, not '", type_name(args[0]), "'"});
  }
  asyncio_state().current_task = args[0].is_none() ? Ref() : Ref(args[0]);
  return Value::none();
}
static Ref running_loop_or_none(Args&) {
  Value loop = running_loop();
  return loop ? loop : Value::none();
}

// --- event loop policies: see engine/modules/python/_asyncio_policies.py, which is loaded when one
// of its names is asked for ---

static Native of_policy(const char* method) {
  Ref policy = asyncio_state().policy;
  CO_TRY(bound, get_attribute(policy, intern(method)));
  co_return co_await call(bound);
}

static Ref get_event_loop_function(Args&) {
  const AsyncioState& state = asyncio_state();
  const bool asks = state.policy || (!state.current_loop && loops_are_logged());
  return asks && !state.running_loop ? try_coroutine() : get_event_loop();
}
static Native get_event_loop_slow(Args) {
  AsyncioState& state = asyncio_state();
  if (state.policy) co_return co_await of_policy("get_event_loop");
  Ref loop = get_event_loop();  // a new one, or none
  if (!loop) co_return Ref();
  CO_TRY(logged, log_new_loop());
  co_return loop;
}

Native new_event_loop() {
  if (asyncio_state().policy) co_return co_await of_policy("new_event_loop");
  CO_TRY(logged, log_new_loop());
  co_return new_loop();
}
static Native new_event_loop_function(Args) { return new_event_loop(); }

static void keep_loop(Value loop, bool was_set) {
  AsyncioState& state = asyncio_state();
  state.current_loop = loop.is_none() ? Ref() : Ref(loop);
  state.loop_was_set = was_set;
}

Native set_event_loop(Ref loop) {
  if (Ref policy = asyncio_state().policy) {
    CO_TRY(bound, get_attribute(policy, intern("set_event_loop")));
    co_return co_await call(bound, loop);
  }
  if (!loop.get().is_none() && !is_loop(loop)) {
    co_return raise_type_error(
        {"loop must be an instance of AbstractEventLoop or None, not '", type_name(loop), "'"});
  }
  keep_loop(loop, true);
  co_return Value::none();
}
static Native set_event_loop_function(Args args) { return set_event_loop(args[0]); }

static Ref kept_loop(Args&) {
  const AsyncioState& state = asyncio_state();
  Ref loop = state.current_loop ? state.current_loop : Ref(Value::none());
  return new_tuple({loop, Value::boolean(state.loop_was_set)});
}
static Ref keep_loop_function(Args& args) {
  keep_loop(args[0], args[1] == Value::boolean(true));
  return Value::none();
}
static Ref policy(Args&) {
  return asyncio_state().policy ? asyncio_state().policy : Ref(Value::none());
}
static Ref set_policy(Args& args) {
  asyncio_state().policy = args[0].is_none() ? Ref() : Ref(args[0]);
  return Value::none();
}

// asyncio's submodules, and what is written in Python: _asyncio_modules.py, which is loaded when
// one of its names is asked for.
static Native later_attribute(Args args) {
  Ref name = args[0];
  const std::string_view text = text_of(name);
  if (text.substr(0, 2) != "__" || text == "__all__") {
    Ref home = Value::of(intern("_asyncio_modules")), none = Value::none();
    CO_TRY(module, machine_hooks.import_name(home, none, 0));
    CO_TRY(later, get_attribute(module, intern("later")));
    CO_TRY(value, call(later, name));
    if (!value.get().is_none()) co_return value;
  }
  Value asyncio = dict_get(vm().modules, intern("asyncio"));
  co_return raise_attribute_error(asyncio ? asyncio : Value::none(), as<Str>(name));
}

static Native all_names(Args) {
  Ref home = Value::of(intern("_asyncio_modules")), none = Value::none();
  CO_TRY(module, machine_hooks.import_name(home, none, 0));
  CO_TRY(names, get_attribute(module, intern("names")));
  co_return co_await call(names);
}

// Once one of those has been asked for, they are known.
static void add_later_names(const Module* module, std::vector<std::string_view>& names) {
  if (dict_get(vm().modules, intern("asyncio")) != Value::of(const_cast<Module*>(module))) return;
  const Module* home = as_if<Module>(dict_get(vm().modules, intern("_asyncio_modules")));
  const Tuple* later = home ? as_if<Tuple>(dict_get(home->dict, intern("_LATER"))) : nullptr;
  for (uint32_t i = 0; later && i < later->size; ++i) names.push_back(text_of(later->items[i]));
}

// Names that are only asked for to be deprecated go through here.
static Ref deprecated(Args& args) {
  if (!is<Str>(args[0])) return raise_type_error({"message must be str"});
  return warn_of_use(types.DeprecationWarning, text_of(args[0])) ? Ref(Value::none()) : Ref();
}
static Ref add_awaited_by(Args& args) {
  add_to_awaited_by(args[0], args[1]);
  return Value::none();
}
static Ref discard_awaited_by(Args& args) {
  discard_from_awaited_by(args[0], args[1]);
  return Value::none();
}

static Ref isfuture(Args& args) {
  if (is_future(args[0])) return Value::boolean(true);
  if (!find(type_of(args[0]), intern("_asyncio_future_blocking"))) return Value::boolean(false);
  return try_coroutine();
}
static Native isfuture_slow(Args args) {
  CO_TRY(blocking, get_attribute(args[0], intern("_asyncio_future_blocking")));
  co_return Value::boolean(!blocking.get().is_none());
}
static Ref iscoroutine(Args& args) { return Value::boolean(is_coroutine(args[0])); }
static Ref iscoroutinefunction(Args& args) {
  if (since(Version::V3_14) &&
      !warn_of_use(types.DeprecationWarning,
                   "'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python "
                   "3.16; use inspect.iscoroutinefunction() instead")) {
    return Ref();
  }
  Value function = args[0];
  uint32_t depth = 0;
  while (is<Instance>(function) && type_name(function) == "functools.partial") {
    Ref wrapped;
    if (!get_attribute_fast(function, intern("func"), wrapped) || !wrapped) break;
    function = wrapped;  // which the partial holds
    if (++depth > vm().limits.recursion)
      return raise_error(types.RecursionError, "maximum recursion depth exceeded");
  }
  if (const Instance* marked = as_if<Instance>(function);
      marked && marked->attributes && dict_get(marked->attributes, intern("_is_coroutine_mark"))) {
    return Value::boolean(true);
  }
  if (Method* method = as_if<Method>(function)) function = method->function;
  if (const NativeFunction* native = as_if<NativeFunction>(function)) {
    return Value::boolean(native->definition->flags & NativeDefinition::kAsync);
  }
  Function* python = as_if<Function>(function);
  return Value::boolean(python && (python->code->flags & Code::kCoroutine));
}
template <int kWhat>  // what a page cannot have
static Ref not_here(Args&) {
  static const char* const kWords[] = {
      "there are no processes here: asyncio.create_subprocess_exec cannot work",
      "there are no processes here: asyncio.create_subprocess_shell cannot work",
      "there are no processes here: there is no child watcher",
  };
  return raise_error(types.NotImplementedError, kWords[kWhat]);
}

// By the modules of CPython that have them, as __module__ says; those in _asyncio are builtins.
static const NativeDefinition kTaskFunctions[] = {
    async_function("sleep", "(delay, result=None)", sleep),
    function("create_task", "(coro, *, name=None, context=<null>)", create_task)
        .in_tracebacks()
        .until(Version::V3_14),
    function("create_task", "(coro, **kwargs)", create_task).in_tracebacks().since(Version::V3_14),
    function("gather", "(*coros_or_futures, return_exceptions=False)", gather_function)
        .in_tracebacks(),
    function("ensure_future", "(coro_or_future, *, loop=None)", ensure_future_function)
        .in_tracebacks(),
    function("current_task", "(loop=None)", current_task).until(Version::V3_12),
    function("all_tasks", "(loop=None)", all_tasks).until(Version::V3_14),
};
static const NativeDefinition kFastFunctions[] = {
    function("current_task", "(loop=None)", current_task).since(Version::V3_12),
    function("all_tasks", "(loop=None)", all_tasks).since(Version::V3_14),
    function("future_add_to_awaited_by", "(fut, waiter, /)", add_awaited_by).since(Version::V3_14),
    function("future_discard_from_awaited_by", "(fut, waiter, /)", discard_awaited_by)
        .since(Version::V3_14),
    function("get_running_loop", "()", get_running_loop_function),
    function("_get_running_loop", "()", running_loop_or_none),
    function("_set_running_loop", "(loop, /)", set_running_loop),
    function("get_event_loop", "()", get_event_loop_function, get_event_loop_slow),
};
static const NativeDefinition kTimeoutFunctions[] = {
    function("timeout", "(delay)", timeout),
    function("timeout_at", "(when)", timeout_at),
};
static const NativeDefinition kEventFunctions[] = {
    function("new_event_loop", "()", new_event_loop_function),
    function("set_event_loop", "(loop)", set_event_loop_function),
    function("get_child_watcher", "()", not_here<2>).until(Version::V3_14),
    function("set_child_watcher", "(watcher)", not_here<2>).until(Version::V3_14),
};
static const NativeDefinition kFutureFunctions[] = {
    function("isfuture", "(obj)", isfuture, isfuture_slow),
};
static const NativeDefinition kCoroutineFunctions[] = {
    function("iscoroutine", "(obj)", iscoroutine),
    function("iscoroutinefunction", "(func)", iscoroutinefunction),
};
static const NativeDefinition kProcessFunctions[] = {
    function("create_subprocess_exec", "(*args, **kwargs)", not_here<0>),
    function("create_subprocess_shell", "(*args, **kwargs)", not_here<1>),
};
static const NativeDefinition kOwnFunctions[] = {
    function("_deprecated", "(message, /)", deprecated),
    function("_set_current_task", "(task, /)", set_current_task),
    function("_kept_loop", "()", kept_loop),
    function("_keep_loop", "(loop, was_set, /)", keep_loop_function),
    function("_policy", "()", policy),
    function("_set_policy", "(policy, /)", set_policy),
    function("__getattr__", "(name, /)", later_attribute),
    function("__dir__", "()", all_names),
};
static const std::pair<const char*, std::span<const NativeDefinition>> kModuleFunctions[] = {
    {"asyncio.tasks", kTaskFunctions},          {"_asyncio", kFastFunctions},
    {"asyncio.timeouts", kTimeoutFunctions},    {"asyncio.events", kEventFunctions},
    {"asyncio.base_futures", kFutureFunctions}, {"asyncio.coroutines", kCoroutineFunctions},
    {"asyncio.subprocess", kProcessFunctions},  {"asyncio", kOwnFunctions},
};

static Type* exception_type(const char* name, Type* base) {
  TypeSpec spec;
  spec.name = name;
  spec.base = base;
  spec.layout = Kind::Exception;
  spec.instance_size = sizeof(Exception);
  spec.attributes_offset = uint16_t(sizeof(Object));
  spec.flags = Type::kException;
  return new_builtin_type(spec);
}

void register_asyncio() {
  register_handles();
  register_loop();
  register_futures();
  register_tasks();
  register_gather();
  register_timeouts();
  register_task_groups();
  register_sync();
  register_queues();
  register_waiting();
  register_runner();
  machine_hooks.add_later_names = add_later_names;
  asyncio_types.BrokenBarrierError =
      exception_type("asyncio.exceptions.BrokenBarrierError", types.RuntimeError);
  asyncio_types.QueueEmpty = exception_type("asyncio.queues.QueueEmpty", types.Exception);
  asyncio_types.QueueFull = exception_type("asyncio.queues.QueueFull", types.Exception);
  asyncio_types.QueueShutDown = exception_type("asyncio.queues.QueueShutDown", types.Exception);
  asyncio_types.InvalidStateError =
      exception_type("asyncio.exceptions.InvalidStateError", types.Exception);
}

void make_asyncio_module(Dict* module) {
  for (const auto& [name, functions] : kModuleFunctions)
    add_functions(module, name, functions.data(), functions.size());
  fill_sync(module);
  fill_queues(module);
  fill_waiting(module);
  fill_runner(module);
  const std::pair<const char*, Type*> exported[] = {
      {"Future", asyncio_types.future},
      {"Task", asyncio_types.task},
      {"Handle", asyncio_types.handle},
      {"TimerHandle", asyncio_types.timer_handle},
      {"AbstractEventLoop", asyncio_types.loop->base},
      {"BaseEventLoop", asyncio_types.loop->base},
      {"SelectorEventLoop", asyncio_types.loop},
      {"Timeout", get_timeout_type()},
      {"TaskGroup", get_task_group_type()},
      {"CancelledError", types.CancelledError},
      {"TimeoutError", types.TimeoutError},
      {"InvalidStateError", asyncio_types.InvalidStateError},
      {"BrokenBarrierError", asyncio_types.BrokenBarrierError},
  };
  for (const auto& [name, type] : exported) dict_set(module, intern(name), Value::of(type));
  if (since(Version::V3_13)) dict_set(module, intern("EventLoop"), Value::of(asyncio_types.loop));
}

}  // namespace awaitscope
