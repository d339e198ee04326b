#pragma once
// What the machine asks of asyncio. The loop that runs keeps the async generators that it iterates,
// and closes those that are dropped or left over (loop.shutdown_asyncgens, sys.set_asyncgen_hooks).

#include <string>
#include <vector>

#include "engine/asyncio/injection.h"
#include "engine/vm/frame.h"
#include "engine/vm/native.h"

namespace awaitscope {

// An async generator runs for the first time: the running loop, if any, keeps a note of it.
void asyncio_first_iteration(Frame* generator);
// The last reference to a suspended async generator has gone. True: a running loop has taken the
// reference over and schedules its aclose(). False: nobody does.
bool asyncio_adopts_async_generator(Frame* generator);
// An async generator is gone.
void asyncio_forget_async_generator(Frame* generator);
// Of the run that begins: what to do to its tasks, in order of the events; and where to write why
// something cannot be raised.
void asyncio_inject(std::vector<Injection> injections, std::string& problem);
// Makes the types and functions of the asyncio module, once (world.cpp).
void register_asyncio();
// A future or task whose last reference has gone complains: of an exception that nobody has looked
// at, or that it is still pending.
Native asyncio_finalize(Ref future);
bool asyncio_complains(Object* object);  // whether it would
// Calls visit for every reference that a future, task, handle or callback of asyncio's holds.
// False: it is none of those.
bool asyncio_visit(Object* object, void (*visit)(Value, void*), void* data);
// The program has ended: the tasks that are pending and that no loop will ever run go to
// Vm::finalizers, their coroutines first.
void asyncio_abandon_tasks();
// The program has ended: what the loop still holds is let go, with CPython's complaints about it.
void asyncio_end_of_program();
// The run is torn down: what asyncio holds for it is released, silently.
void asyncio_forget_run();
// Fills the module's dict for a run.
void make_asyncio_module(Dict* module);

}  // namespace awaitscope
