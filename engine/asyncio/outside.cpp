// What of a loop leads outside of it: executors, the network, and which thread has which loop. Most
// of it is written in Python, and is loaded when it is asked for.

#include "engine/asyncio/outside.h"

#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {

void AsyncioState::switch_thread(std::unique_ptr<RunPart>& from, std::unique_ptr<RunPart>& to) {
  auto kept = std::make_unique<AsyncioOfThread>();
  kept->running_loop = std::move(running_loop);
  kept->current_task = std::move(current_task);
  kept->current_loop = std::move(current_loop);
  kept->loop_was_set = loop_was_set;
  from = std::move(kept);
  AsyncioOfThread nothing;
  auto* own = to ? static_cast<AsyncioOfThread*>(to.get()) : &nothing;
  running_loop = std::move(own->running_loop);
  current_task = std::move(own->current_task);
  current_loop = std::move(own->current_loop);
  loop_was_set = own->loop_was_set;
  to = nullptr;
}

// What is written in Python: _asyncio_threads.py.
static Native find_in(const char* home, const char* name) {
  Ref own = Value::of(intern(home));
  CO_TRY(module, machine_hooks.load_module(own));
  co_return co_await get_attribute(module, intern(name));
}
static Native call_of_threads(const char* name, std::vector<Ref> arguments) {
  CO_TRY(function, find_in("_asyncio_threads", name));
  std::vector<Value> values(arguments.begin(), arguments.end());
  co_return co_await call_with(function, Args{values.data(), uint32_t(values.size()), nullptr});
}

// The coroutine that _asyncio_network.py has for it: `self` and all that is given go there.
static Native call_network(const char* name, Args args) {
  CO_TRY(function, find_in("_asyncio_network", name));
  co_return co_await call_with(function, args);
}
Native loop_create_server(Args args) { return call_network("create_server", args); }
Native loop_create_unix_server(Args args) { return call_network("create_unix_server", args); }
Native loop_create_connection(Args args) { return call_network("create_connection", args); }
Native loop_create_unix_connection(Args args) {
  return call_network("create_unix_connection", args);
}
Native loop_create_datagram_endpoint(Args args) {
  return call_network("create_datagram_endpoint", args);
}

Native shutdown_default_executor(Ref loop, Ref timeout) {
  as_loop(loop)->executor_gone = true;
  if (!as_loop(loop)->executor) co_return Value::none();
  std::vector<Ref> arguments{loop, timeout};
  CO_TRY(awaited, call_of_threads("shut_down", arguments));
  co_return co_await await_on(awaited);
}
Native loop_shutdown_default_executor(Args args) {
  Ref timeout = args[1] ? Ref(args[1]) : Ref(Value::none());
  co_return co_await shutdown_default_executor(args[0], timeout);
}
Native loop_run_in_executor(Args args) {
  if (as_loop(args[0])->closed) co_return raise_runtime_error({"Event loop is closed"});
  if (!check_callback(as_loop(args[0]), args[2], "run_in_executor")) co_return Ref();
  std::vector<Ref> arguments{args[0], args[1], args[2], args[3]};
  co_return co_await call_of_threads("run_in_executor", arguments);
}
Ref loop_get_executor(Args& args) {
  const Ref& executor = as_loop(args[0])->executor;
  return executor ? executor : Ref(Value::none());
}
Ref loop_set_executor(Args& args) {
  as_loop(args[0])->executor = args[1].is_none() ? Ref() : Ref(args[1]);
  return Value::none();
}
Native loop_set_default_executor(Args args) {
  std::vector<Ref> arguments{args[0], args[1]};
  co_return co_await call_of_threads("set_default_executor", arguments);
}
Ref loop_executor_is_gone(Args& args) { return Value::boolean(as_loop(args[0])->executor_gone); }

}  // namespace awaitscope
