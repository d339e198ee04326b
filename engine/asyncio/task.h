#pragma once
// The two halves of a task's step. Between them the loop runs the coroutine on. Not for other
// layers.

#include "engine/asyncio/loop.h"

namespace awaitscope {

// Makes the task the current one. `exception` is what to throw in, and may become a CancelledError.
// False: InvalidStateError pending.
bool begin_step(Task* task, Ref& exception, uint32_t cause);
// Takes what the coroutine has left with. False: SystemExit or KeyboardInterrupt is pending.
bool end_step(Task* task, Outcome outcome);

}  // namespace awaitscope
