// What a run is to do to its tasks from outside: between two callbacks, where nothing runs.

#include "engine/asyncio/hooks.h"
#include "engine/asyncio/loop.h"
#include "engine/builtins/errors/exceptions.h"
#include "engine/builtins/functions/evaluate.h"
#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {

void asyncio_inject(std::vector<Injection> injections, std::string& problem) {
  asyncio_state().injections = std::move(injections);
  asyncio_state().injection_problem = &problem;
}

// The task goes on with the exception at its next step, whatever it waits for.
static void raise_in(Task* task, Ref exception) {
  for (Ref& ready : as_loop(task->loop)->ready) {
    auto* handle = static_cast<Handle*>(ready.get().object());
    if (handle->what == Handle::What::Call || handle->callback.get() != Value::of(task)) continue;
    handle->what = Handle::What::Step;
    handle->arguments.clear();
    handle->exception = std::move(exception);
    return;
  }
  if (task->waiter) {
    std::erase_if(as_future(task->waiter)->callbacks, [&](const Future::Callback& callback) {
      return callback.wakeup && callback.callable.get() == Value::of(task);
    });
    task->waiter = Ref();
  }
  Ref handle =
      call_soon(as_loop(task->loop), Handle::What::Step, Value::of(task), {}, task->context);
  static_cast<Handle*>(handle.get().object())->exception = std::move(exception);
}

// The exception that a text stands for.
static Native exception_of(Ref text) {
  CO_TRY(value, evaluate(text));
  if (is_exception_type(value)) co_return new_exception(as<Type>(value), "injected");
  if (is_exception(value)) co_return value;
  co_return raise_type_error({"exceptions must derive from BaseException"});
}

// "NameError: name 'Lost' is not defined"
static std::string in_words(Ref failure) {
  const auto* exception = as<Exception>(failure);
  const bool syntax = is_subtype(exception->type, types.SyntaxError);
  // (Of a SyntaxError without its place, which is in a text of one line.)
  Ref words = syntax ? Ref(as<Tuple>(exception->args)->items[0]) : str_fast(failure);
  return concat({type_name(failure), ": ", words ? text_of(words) : std::string_view()});
}

Native inject_next() {
  AsyncioState& state = asyncio_state();
  const Injection injection = std::move(state.injections.front());
  state.injections.erase(state.injections.begin());
  Ref found;
  for (Task* task = state.first_task; task && !found; task = task->next) {
    if (task->number == injection.task) found = Value::of(task);
  }
  Ref exception;
  if (found && !injection.exception.empty()) {
    Ref text = new_str(injection.exception);
    exception = co_await exception_of(text);
    if (!exception) {
      *state.injection_problem = in_words(take_pending());
      co_return Value::none();
    }
  }
  // (What was evaluated may have run anything of the program.)
  if (!found || as_task(found)->state != Future::State::Pending) {
    *state.injection_problem =
        "The task runs to its end before the event loop is back, so nothing can reach it.";
    co_return Value::none();
  }
  if (exception)
    raise_in(as_task(found), std::move(exception));
  else
    cancel_task(as_task(found), Value::none());
  co_return Value::none();
}

}  // namespace awaitscope
