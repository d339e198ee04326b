#pragma once
// What the machine asks of asyncio. The loop that runs keeps the async generators that it iterates,
// and closes those that are dropped or left over (loop.shutdown_asyncgens, sys.set_asyncgen_hooks).

#include "engine/vm/frame.h"

namespace awaitscope {

// An async generator runs for the first time: the running loop, if any, keeps a note of it.
void asyncio_first_iteration(Frame* generator);
// The last reference to a suspended async generator has gone. True: a running loop has taken the
// reference over and schedules its aclose(). False: nobody does.
bool asyncio_adopts_async_generator(Frame* generator);
// An async generator is gone.
void asyncio_forget_async_generator(Frame* generator);
// Makes the types and functions of the asyncio module, once (world.cpp).
void register_asyncio();
// The program has ended: what the loop still holds is let go, with CPython's complaints about it.
void asyncio_end_of_program();
// The run is torn down: what asyncio holds for it is released, silently.
void asyncio_forget_run();
// Fills the module's dict for a run.
void make_asyncio_module(Dict* module);

}  // namespace awaitscope
