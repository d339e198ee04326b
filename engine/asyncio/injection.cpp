// What a run is to do to its tasks from outside: between two callbacks, where nothing runs.

#include "engine/asyncio/hooks.h"
#include "engine/asyncio/loop.h"
#include "engine/runtime/containers.h"
#include "engine/runtime/text.h"

namespace awaitscope {

void asyncio_inject(std::vector<Injection> injections) {
  asyncio_state().injections = std::move(injections);
}

// The task goes on with the exception at its next step, whatever it waits for.
static void raise_in(Task* task, Value type) {
  Ref exception = new_exception(as<Type>(type), "injected");
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

// The program's own comes before a builtin one, as where the program names it. Null: there is none.
static Value exception_called(std::string_view name) {
  for (Dict* dict : {vm->main->dict, vm->builtins}) {
    const Value type = dict_get(dict, intern(name));
    if (type && is<Type>(type) && is_subtype(as<Type>(type), types.BaseException)) return type;
  }
  return Value();
}

void inject(AsyncioState& state) {
  const Injection injection = std::move(state.injections.front());
  state.injections.erase(state.injections.begin());
  for (Task* task = state.first_task; task; task = task->next) {
    if (task->number != injection.task || task->state != Future::State::Pending) continue;
    Ref keep = Value::of(task);
    if (injection.exception.empty()) {
      cancel_task(task, Value::none());
    } else if (Value type = exception_called(injection.exception)) {
      raise_in(task, type);
    }
    return;
  }
}

}  // namespace awaitscope
