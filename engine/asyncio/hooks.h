#pragma once
// What a run asks of asyncio: its types and its module, and what it does at the end of the program.

#include <string>
#include <vector>

#include "engine/asyncio/injection.h"
#include "engine/machine/native.h"
#include "engine/objects/frame.h"

namespace awaitscope {

// Of the run that begins: what to do to its tasks, in order of the events; and where to write why
// something cannot be raised.
void asyncio_inject(std::vector<Injection> injections, std::string& problem);
// Makes the types and functions of the asyncio module, once.
void register_asyncio();
// The program has ended: the tasks that are pending and that no loop will ever run go to
// RunContext::finalizers. CPython's garbage collector comes to what the variables of the program
// have led to (`of`: the dict, before it is cleared) in that order, so from a task to its
// coroutine; to the rest in the order of making, so to the coroutine first.
void asyncio_note_tasks_in_reach(Value of);
void asyncio_abandon_tasks(bool in_reach);
bool asyncio_has_pending_tasks();  // else none of this has anything to do
// Does the current event loop hold it, by what is ready or waits for its time?
bool asyncio_keeps(Value object);
// The run is torn down: what asyncio holds for it is released, silently.
void asyncio_forget_run();
// Fills the module's dict for a run.
void make_asyncio_module(Dict* module);

}  // namespace awaitscope
