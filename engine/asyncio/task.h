#pragma once
// The two halves of a task's step. Between them the loop runs the coroutine on. Not for other
// layers.

#include "engine/asyncio/loop.h"

namespace awaitscope {

// Makes the task the current one. `exception` is what to throw in, and may become a CancelledError.
// False: InvalidStateError pending.
bool begin_step(Task* task, Ref& exception, uint32_t cause);
// Of what the coroutine has left with: does it take Python code to wait for it? That is so where a
// class derived from Future has its own add_done_callback(), or where something else has the methods
// of a future. Then this waits; null: that has failed, as pending.
bool is_waited_for_by_methods(const Outcome& outcome);
Native wait_by_methods(Ref task, Ref future);
// Takes what the coroutine has left with. False: SystemExit or KeyboardInterrupt is pending.
bool end_step(Task* task, Outcome outcome);

}  // namespace awaitscope
