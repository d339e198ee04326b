// wait, wait_for, as_completed, shield.
// Specified in: https://docs.python.org/3.11/library/asyncio-task.html

#include "engine/asyncio/sync.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/tables.h"
#include "engine/objects/text.h"

namespace awaitscope {

static void release_waiter(Value waiter, Value) {
  if (as_future(waiter)->state == Future::State::Pending)
    set_result(as_future(waiter), Value::none());
}

static void cancel_timer(const Ref& handle) {
  if (handle) cancel_handle(static_cast<Handle*>(handle.get().object()));
}

// --- wait ---

struct Waiting : NativeObject {
  enum class Until : uint8_t { All, FirstException, First } until = Until::All;
  Ref waiter, timer, task;
  size_t left = 0;
};
static Type* waiting_type;

static void one_done(Value data, Value future_value) {
  auto* waiting = static_cast<Waiting*>(data.object());
  Future* future = as_future(future_value);
  discard_from_awaited_by(future_value, waiting->task);
  --waiting->left;
  bool enough = waiting->left == 0 || waiting->until == Waiting::Until::First;
  if (!enough && waiting->until == Waiting::Until::FirstException &&
      future->state == Future::State::Finished) {
    future->log_traceback = false;
    enough = bool(future->exception);
  }
  if (!enough) return;
  cancel_timer(waiting->timer);
  release_waiter(waiting->waiter, Value());
}

// That they could be in a set, or keys of a dict; `refuse` has the words for what cannot.
static Native check_hashes(Ref list, bool (*refuse)(Value)) {
  for (uint32_t i = 0; i < as<List>(list)->size; ++i) {
    Ref element = as<List>(list)->items[i];
    Ref hash = co_await hash_of(element);
    if (hash) continue;
    refuse(element);
    co_return Ref();
  }
  co_return Value::none();
}

static Native wait(Args args) {
  Value given = args[0], timeout = args[1], until = args[2];
  if (is_future(given) || is_coroutine(given)) {
    co_return raise_type_error({"expect a list of futures, not ", type_name(given)});
  }
  CO_TRY(list_ref, list_of(given));
  List* list = as<List>(list_ref);
  if (!list->size) co_return raise_value_error({"Set of Tasks/Futures is empty."});
  std::string_view wanted = is<Str>(until) ? text_of(until) : std::string_view();
  if (wanted != "ALL_COMPLETED" && wanted != "FIRST_COMPLETED" && wanted != "FIRST_EXCEPTION") {
    CO_TRY(text, str_of(until));
    co_return raise_value_error({"Invalid return_when value: ", text_of(text)});
  }
  CO_TRY(fine, check_hashes(list_ref, cannot_be_element));
  std::vector<Ref> futures;
  for (uint32_t i = 0; i < list->size; ++i) {
    Value future = list->items[i];
    if (is_coroutine(future)) {
      co_return raise_type_error({"Passing coroutines is forbidden, use tasks explicitly."});
    }
    if (!can_be_waited_for(future)) co_return Ref();
    bool known = false;
    for (const Ref& each : futures) known |= each.get() == future;
    if (!known) futures.push_back(future);
  }
  Ref loop = get_running_loop();
  if (!loop) co_return Ref();
  auto* waiting = make_object<Waiting>(waiting_type, 0);
  Ref data = Ref::adopt(waiting);
  waiting->left = futures.size();
  waiting->until = wanted == "FIRST_COMPLETED"   ? Waiting::Until::First
                   : wanted == "FIRST_EXCEPTION" ? Waiting::Until::FirstException
                                                 : Waiting::Until::All;
  waiting->waiter = new_future(loop);
  Ref waiter = waiting->waiter;
  if (!timeout.is_none()) {
    double delay;
    if (!as_seconds(timeout, delay)) {
      if (!is_pending())
        raise_type_error(
            {"unsupported operand type(s) for +: 'float' and '", type_name(timeout), "'"});
      co_return Ref();
    }
    Ref wake = new_native_callback(release_waiter, waiter, "_release_waiter()");
    waiting->timer = call_at(as_loop(loop), vm().now + delay, wake);
  }
  Ref callback = new_native_callback(one_done, data, "_wait.<locals>._on_completion()");
  waiting->task = asyncio_state().current_task;
  for (const Ref& future : futures) {
    add_to_awaited_by(future, waiting->task);
    add_done_callback(as_future(future), callback);
  }
  Ref result = co_await wait_for(waiter);
  Ref error = result ? Ref() : take_pending();
  cancel_timer(waiting->timer);
  for (const Ref& future : futures) {
    remove_done_callback(as_future(future), callback);
    discard_from_awaited_by(future, waiting->task);
  }
  if (error) {
    restore_pending(error);
    co_return Ref();
  }
  Ref done = new_set(), pending_set = new_set();
  for (const Ref& future : futures) {
    set_add(as<Set>(as_future(future)->state == Future::State::Pending ? pending_set : done),
            future);
  }
  co_return new_tuple({done.get(), pending_set.get()});
}

// --- wait_for ---

// Whose end it is that the waiter waits for.
static void set_by(const Ref& waiter, const Ref& future) {
  if (as_future(future)->is_task) as_future(waiter)->set_by = as_future(future)->number;
}

static Native cancel_and_wait(Ref future, Ref loop) {
  Ref waiter = new_future(loop), task = asyncio_state().current_task;
  add_to_awaited_by(future, task);
  Ref callback = new_native_callback(release_waiter, waiter, "_release_waiter()");
  add_done_callback(as_future(future), callback);
  set_by(waiter, future);
  cancel_future(future, Value());
  Ref result = co_await wait_for(waiter);
  remove_done_callback(as_future(future), callback);
  discard_from_awaited_by(future, task);
  co_return result;
}

static Ref timed_out_unless_done(Future* future) {
  Ref result = future_result(future);
  if (result || !pending_is(types.CancelledError)) return result;
  Ref cause = take_pending();
  Ref error = new_exception(types.TimeoutError, "");
  as<Exception>(error)->cause = Ref(cause).take();
  as<Exception>(error)->context = cause.take();
  as<Exception>(error)->suppress_context = true;
  restore_pending(error);
  return Ref();
}

// Since 3.12: `async with timeout(...): return await fut`, so that no task is made for it.
static Native wait_within_timeout(Args args) {
  Ref awaitable = args[0], when = Value::none();
  if (!args[1].is_none()) {
    double timeout;
    if (!as_seconds(args[1], timeout)) {
      if (!is_pending())
        raise_type_error(
            {"'<=' not supported between instances of '", type_name(args[1]), "' and 'int'"});
      co_return Ref();
    }
    if (timeout <= 0) {
      CO_TRY(ref, ensure_future(awaitable, Ref()));
      if (!can_be_waited_for(ref, "done")) co_return Ref();
      if (as_future(ref)->state != Future::State::Pending) co_return future_result(as_future(ref));
      Ref loop = get_running_loop();
      if (!loop) co_return Ref();
      CO_TRY(waited, cancel_and_wait(ref, loop));
      co_return timed_out_unless_done(as_future(ref));
    }
    if (!get_running_loop()) co_return Ref();
    when = new_float(vm().now + timeout);
  }
  Ref limit = new_timeout(when);
  if (!timeout_begins(limit)) co_return Ref();
  Ref result = co_await await_on(awaitable);
  Ref error = result ? Ref() : take_pending();
  if (!timeout_ends(limit, error)) co_return Ref();
  if (error) restore_pending(error);
  co_return result;
}

static Native wait_for_function(Args args) {
  if (since(Version::V3_12)) co_return co_await wait_within_timeout(args);
  Ref loop = get_running_loop();
  if (!loop) co_return Ref();
  Ref awaitable = args[0];
  if (args[1].is_none()) co_return co_await await_on(awaitable);
  double timeout;
  if (!as_seconds(args[1], timeout)) {
    if (!is_pending())
      raise_type_error(
          {"'<=' not supported between instances of '", type_name(args[1]), "' and 'int'"});
    co_return Ref();
  }
  if (timeout <= 0) {
    CO_TRY(ref, ensure_future(awaitable, loop));
    if (!can_be_waited_for(ref, "done")) co_return Ref();
    if (as_future(ref)->state != Future::State::Pending) co_return future_result(as_future(ref));
    CO_TRY(waited, cancel_and_wait(ref, loop));
    co_return timed_out_unless_done(as_future(ref));
  }
  Ref waiter = new_future(loop);
  Ref callback = new_native_callback(release_waiter, waiter, "_release_waiter()");
  Ref timer = call_at(as_loop(loop), vm().now + timeout, callback);
  CO_TRY(ref, ensure_future(awaitable, loop));
  if (!can_be_waited_for(ref)) co_return Ref();
  awaitable = Ref();
  static_cast<NativeFrame*>(vm().current)->local = ref;
  Future* future = as_future(ref);
  add_done_callback(future, callback);
  set_by(waiter, ref);
  Ref result;
  Ref woken = co_await wait_for(waiter);
  if (!woken) {
    if (pending_is(types.CancelledError)) {
      Ref error = take_pending();
      if (future->state != Future::State::Pending) {
        result = future_result(future);
      } else {
        remove_done_callback(future, callback);
        Ref waited = co_await cancel_and_wait(ref, loop);
        if (waited) restore_pending(error);
      }
    }
  } else if (future->state != Future::State::Pending) {
    result = future_result(future);
  } else {
    remove_done_callback(future, callback);
    Ref waited = co_await cancel_and_wait(ref, loop);
    if (waited) result = timed_out_unless_done(future);
  }
  Ref error = result ? Ref() : take_pending();
  cancel_timer(timer);
  if (error) restore_pending(error);
  co_return result;
}

// --- shield ---

struct Shield : NativeObject {
  Ref inner, outer, inner_callback;
  Ref task;  // that has called shield: for call graphs
};
static Type* shield_type;

static void inner_done(Value data, Value inner_value) {
  auto* shield = static_cast<Shield*>(data.object());
  Future *inner = as_future(inner_value), *outer = as_future(shield->outer);
  Ref keep = shield->outer;
  shield->inner_callback = Ref();
  discard_from_awaited_by(inner_value, shield->task);
  if (outer->state == Future::State::Cancelled) {
    if (inner->state != Future::State::Cancelled && !since(Version::V3_14))
      inner->log_traceback = false;
    return;
  }
  if (inner->state == Future::State::Cancelled) {
    cancel_plain(outer, Value());
    return;
  }
  inner->log_traceback = false;
  if (inner->exception)
    set_exception(outer, inner->exception);
  else
    set_result(outer, inner->result);
}

static void outer_done(Value data, Value) {
  auto* shield = static_cast<Shield*>(data.object());
  if (as_future(shield->inner)->state == Future::State::Pending && shield->inner_callback) {
    remove_done_callback(as_future(shield->inner), shield->inner_callback);
    discard_from_awaited_by(shield->inner, shield->task);
  }
  shield->inner_callback = Ref();
}

static Native shield_function(Args args) {
  Ref inner = co_await ensure_future(args[0], Ref());
  if (!inner) co_return Ref();
  if (!is_future(inner)) co_return raise_attribute_error(inner, intern("done"));
  if (!is_alive(inner)) co_return Ref();
  if (as_future(inner)->state != Future::State::Pending) co_return inner;
  Ref outer = new_future(as_future(inner)->loop);
  auto* shield = make_object<Shield>(shield_type, 0);
  Ref data = Ref::adopt(shield);
  shield->inner = inner;
  shield->outer = outer;
  shield->task = asyncio_state().current_task;
  add_to_awaited_by(inner, shield->task);
  shield->inner_callback =
      new_native_callback(inner_done, data, "shield.<locals>._inner_done_callback()");
  add_done_callback(as_future(inner), shield->inner_callback);
  Ref callback = new_native_callback(outer_done, data, "shield.<locals>._outer_done_callback()");
  add_done_callback(as_future(outer), callback);
  co_return outer;
}

// --- as_completed ---

struct Completion : NativeObject {
  std::vector<Ref> todo;
  size_t left = 0;  // to be handed out (3.13)
  Ref task;
  std::deque<Ref> done;  // futures; None where the time was up
  Waiters getters;
  Ref callback, timer;
};
static Type* completion_type;
static Completion* completion_of(Value v) { return static_cast<Completion*>(v.object()); }

static void put_done(Completion* completion, Value future) {
  completion->done.push_back(future);
  while (!completion->getters.line.empty()) {
    Ref waiter = std::move(completion->getters.line.front());
    completion->getters.line.pop_front();
    if (as_future(waiter)->state != Future::State::Pending) continue;
    set_result(as_future(waiter), Value::none());
    return;
  }
}

static void completed(Value data, Value future) {
  Completion* completion = completion_of(data);
  if (completion->todo.empty()) return;
  std::erase_if(completion->todo, [&](const Ref& each) { return each.get() == future; });
  discard_from_awaited_by(future, completion->task);
  put_done(completion, future);
  if (completion->todo.empty()) {
    cancel_timer(completion->timer);
    completion->callback = Ref();
  }
}

static void completion_timeout(Value data, Value) {
  Completion* completion = completion_of(data);
  std::vector<Ref> todo = std::move(completion->todo);
  completion->todo.clear();
  for (const Ref& future : todo) {
    remove_done_callback(as_future(future), completion->callback);
    discard_from_awaited_by(future, completion->task);
    put_done(completion, Value::none());
  }
  completion->callback = Ref();
}

static Native next_completed(Ref ref) {
  Completion* completion = completion_of(ref);
  while (completion->done.empty()) {
    Ref loop = get_running_loop();
    if (!loop) co_return Ref();
    Ref waiter = new_future(loop);
    completion->getters.line.push_back(waiter);
    Ref woken = co_await wait_for(waiter);
    if (!woken) {
      Ref error = take_pending();
      cancel_plain(as_future(waiter), Value());
      completion->getters.remove(waiter);
      ++completion->left;
      restore_pending(error);
      co_return Ref();
    }
  }
  Ref future = std::move(completion->done.front());
  completion->done.pop_front();
  if (future.get().is_none()) co_return raise_error(types.TimeoutError, std::string_view());
  co_return future;
}

static Native wait_for_one(Args args) {
  CO_TRY(future, next_completed(args[0]));
  static_cast<NativeFrame*>(vm().current)->local = future;
  co_return future_result(as_future(future));
}
static const NativeDefinition kWaitForOne =
    async_function("_wait_for_one", "(completion, /)", wait_for_one);
static const NativeDefinition kWaitForOneSince313 =
    async_function("_AsCompletedIterator._wait_for_one", "(completion, /)", wait_for_one);

// Makes futures of all that is given, which starts its coroutines, and an object that hands them
// out as they are done.
static Native begin_completion(Ref given, Ref timeout) {
  CO_TRY(list_ref, list_of(given));
  List* list = as<List>(list_ref);
  Ref loop = get_event_loop();
  if (!loop) co_return Ref();
  // Who waits is noted (3.14), which takes a loop that runs.
  if (since(Version::V3_14) && !get_running_loop()) co_return Ref();
  CO_TRY(fine, check_hashes(list_ref, cannot_be_key));
  auto* completion = make_object<Completion>(completion_type, 0);
  Ref data = Ref::adopt(completion);
  std::vector<Ref> seen;
  for (uint32_t i = 0; i < list->size; ++i) {
    Ref item = list->items[i];
    bool known = false;
    for (const Ref& each : seen) known |= each.get() == item.get();
    if (known) continue;
    seen.push_back(item);
    CO_TRY(future, ensure_future(item, loop));
    completion->todo.push_back(future);
  }
  list_ref = Ref();
  seen.clear();
  const bool is_object = since(Version::V3_13);
  completion->callback = new_native_callback(completed, data,
                                             is_object ? "_AsCompletedIterator._handle_completion()"
                                                       : "as_completed.<locals>._on_completion()");
  completion->task = asyncio_state().current_task;
  std::vector<Ref> todo = completion->todo;
  for (const Ref& future : todo) {
    if (!can_be_waited_for(future)) co_return Ref();
    add_done_callback(as_future(future), completion->callback);
    add_to_awaited_by(future, completion->task);
  }
  double delay;
  if (!todo.empty() && !timeout.get().is_none() && as_seconds(timeout, delay)) {
    Ref callback = new_native_callback(completion_timeout, data,
                                       is_object ? "_AsCompletedIterator._handle_timeout()"
                                                 : "as_completed.<locals>._on_timeout()");
    completion->timer = call_at(as_loop(loop), vm().now + delay, callback);
  }
  completion->left = todo.size();
  co_return data;
}

static Ref itself(Args& args) { return args[0]; }
static Native completion_anext(Args args) {
  if (!completion_of(args[0])->left)
    co_return raise_error(types.StopAsyncIteration, std::string_view());
  --completion_of(args[0])->left;
  co_return co_await next_completed(args[0]);
}
static Native completion_next(Args args) {
  if (!completion_of(args[0])->left) co_return raise_stop_iteration(Value());
  --completion_of(args[0])->left;
  Ref function = new_native_function(&kWaitForOneSince313);
  co_return co_await call(function, args[0]);
}
static const NativeDefinition kCompletionMethods[] = {
    method("__iter__", "(self, /)", itself),
    method("__next__", "(self, /)", completion_next),
    method("__aiter__", "(self, /)", itself),
    async_method("__anext__", "(self, /)", completion_anext),
};

// A generator, as CPython's before 3.13: nothing happens before the first next().
static Native yield_completed(Ref given, Ref timeout) {
  if (is_future(given) || is_coroutine(given)) {
    co_return raise_type_error({"expect an iterable of futures, not ", type_name(given)});
  }
  CO_TRY(data, begin_completion(given, timeout));
  given = Ref();
  const size_t count = completion_of(data)->left;
  Ref function = new_native_function(&kWaitForOne);
  for (size_t i = 0; i < count; ++i) {
    CO_TRY(coroutine, call(function, data));
    Ref sent = co_yield coroutine;
    if (!sent) co_return Ref();
  }
  co_return Value::none();
}

static Ref as_completed(Args& args) {
  if (since(Version::V3_13)) {
    if (is_future(args[0]) || is_coroutine(args[0]) ||
        find_special(type_of(args[0]), Special::await)) {
      return raise_type_error({"expects an iterable of awaitables, not ", type_name(args[0])});
    }
    return try_coroutine();
  }
  NativeFrame* frame = yield_completed(args[0], args[1]).release();
  frame->type = types.generator;
  frame->name = Ref(Value::of(intern("as_completed"))).take();
  frame->qualname = Ref(frame->name).take();
  return Ref::adopt(frame);
}

static Native as_completed_object(Args args) { return begin_completion(args[0], args[1]); }

static const NativeDefinition kWaitingFunctions[] = {
    async_function("wait", "(fs, *, timeout=None, return_when='ALL_COMPLETED')", wait),
    async_function("wait_for", "(fut, timeout)", wait_for_function),
    function("shield", "(arg)", shield_function).in_tracebacks(),
    function("as_completed", "(fs, *, timeout=None)", as_completed, as_completed_object),
};

void register_waiting() {
  waiting_type = native_type<Waiting>("asyncio.waiting", {});
  shield_type = native_type<Shield>("asyncio.shield", {});
  completion_type =
      native_type<Completion>("asyncio.tasks._AsCompletedIterator", kCompletionMethods);
}

void fill_waiting(Dict* module) {
  add_functions(module, "asyncio.tasks", kWaitingFunctions, std::size(kWaitingFunctions));
  for (const char* name : {"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"}) {
    dict_set(module, intern(name), Value::of(intern(name)));
  }
}

}  // namespace awaitscope
