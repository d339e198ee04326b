#pragma once
// Methods of a loop that lead outside of it: to executors of threads, and to the network in memory.
// Specified in: https://docs.python.org/3.11/library/asyncio-eventloop.html

#include "engine/asyncio/loop.h"

namespace awaitscope {

// Whether the loop can be asked to call that, by a method of this name; else it raised.
bool check_callback(Loop* loop, Value callback, std::string_view method);

Native loop_create_server(Args args);
Native loop_create_unix_server(Args args);
Native loop_create_connection(Args args);
Native loop_create_unix_connection(Args args);
Native loop_create_datagram_endpoint(Args args);
Native loop_run_in_executor(Args args);
Native loop_set_default_executor(Args args);
Native loop_shutdown_default_executor(Args args);
Ref loop_get_executor(Args& args);
Ref loop_set_executor(Args& args);
Ref loop_executor_is_gone(Args& args);

}  // namespace awaitscope
