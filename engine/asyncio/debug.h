#pragma once
// The loop's debug mode: where futures, tasks and handles were made, and callbacks that take long.
// Specified in: https://docs.python.org/3.11/library/asyncio-dev.html#debug-mode

#include <string>

#include "engine/asyncio/loop.h"

namespace awaitscope {

bool environment_asks_for_debug();  // PYTHONASYNCIODEBUG, which a program may have set

// Keep where the program is, if the loop is in debug mode. Tasks: `made_by_library` is false for
// Task(...) itself. Futures: `by_loop` for loop.create_future(), a function of the library.
void keep_source(Task* task, bool made_by_library);
void keep_source(Future* future, bool by_loop);
// Ten frames: its own and those of the loop's methods that have made it are among them.
void keep_source(Handle* handle, size_t frames);
void keep_source_of_call(Future* future);  // the program has called its class

std::string created_at(Value source);  // " created at main.py:3", or nothing
// A report gets the item, if there is something.
void add_source(Ref& report, Value source);
// "Object created at (most recent call last):\n  File ..."
std::string source_text(std::string_view what, Value source);

bool takes_long(const Loop* loop, double seconds);  // a callback that the loop is to complain of
Native complain_of_long_callback(Ref handle, double seconds);

}  // namespace awaitscope
