#pragma once
// The whole state of a run at one step, rebuilt from the recording alone.
//
// A step is an event that is_step(); steps count from 0 (the Begin event) to steps()-1. The state
// at step n is that just when event n has happened: a Line step has its line about to run. Reader
// keeps an index (checkpoints) which it extends when the recording has grown; a jump anywhere costs
// the same, at most 4 ms in a recording of 1,000,000 events.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/recording/events/recording.h"

namespace awaitscope {

struct Variable {
  std::string_view name;
  std::string value;  // as shown: short, safe, never run by the program's own __repr__
};

struct FrameView {
  uint32_t frame = 0;
  std::string_view function;  // qualified name
  int line = 0;
  bool running = false;  // or suspended
  std::vector<Variable> locals;
};

enum class TaskState : uint8_t { Ready, Running, Waiting, Done, Failed, Cancelled };

struct TaskView {
  uint32_t task = 0;
  std::string_view name, coroutine;
  TaskState state = TaskState::Ready;
  bool started = false;          // it has taken its first step
  std::vector<FrameView> chain;  // from the task's coroutine down to the innermost frame
  uint32_t waits_for_future = 0, waits_for_task = 0;
  bool waits_for_primitive = false;
  double until = -1;      // of a timer that ends the waiting
  std::string waits_for;  // in words: "timer at 1 s", "Task-2", "Lock #1", "future 3", "Task-2,
                          // at most until 1 s", empty
  std::string result;     // of a done task: result or exception as shown
  bool cancel_requested = false;
};

struct HandleView {
  uint32_t handle = 0;
  std::string_view label;
  uint32_t task = 0;
  double deadline = -1;  // of a timer
};

struct FutureView {
  uint32_t future = 0;
  std::string state;              // "pending", "done", "failed", "cancelled"
  std::vector<uint32_t> waiters;  // tasks
};

// A lock, condition, semaphore, event, barrier or queue of the program's.
struct PrimitiveView {
  struct Line {
    std::string_view role;        // "waiting", "waiting to get"
    size_t total = 0;             // how many
    std::vector<uint32_t> tasks;  // the first of them, in order; 0: no task that is shown
  };
  uint32_t object = 0;      // as in Recording::objects
  std::string_view kind;    // "Lock"
  std::string_view label;   // "<Lock #1>"
  std::string value;        // "locked", "2 free", "set", "filling, 1 of 3", "['a', 'b'] of 2"
  uint32_t holder = 0;      // the task that has the lock, 0 where there is none
  std::vector<Line> lines;  // those that are not empty
};

enum class ThreadState : uint8_t { Ready, Running, Waiting };

struct ThreadView {
  uint32_t thread = 0;  // 0: the main one
  std::string_view name;
  ThreadState state = ThreadState::Ready;
  std::string_view waits_for;    // "time.sleep", "an item in the queue"; while it waits
  double until = -1;             // of the time that ends the waiting
  bool in_loop = false;          // it runs an event loop
  std::vector<FrameView> stack;  // its frames outside any task
};

struct Moment {
  size_t step = 0, event = 0;  // event: index into the recording
  std::string_view function;   // of the frame that is running or was just left
  ast::Position at;            // its place in the source; line 0 where there is none
  uint32_t frame = 0, task = 0;
  bool in_loop = false;  // the program is in run_until_complete(), run_forever() or run()
  int turn = 0;
  double time = 0;
  std::vector<FrameView> stack;   // frames outside any task: the module and what it called
  std::vector<TaskView> tasks;    // in order of making
  std::vector<HandleView> ready;  // front first; the one being run is not in it
  uint32_t running_handle = 0;
  std::vector<HandleView> timers;         // by deadline, then order of making
  std::vector<FutureView> futures;        // those that somebody waits for
  std::vector<PrimitiveView> primitives;  // in order of making
  uint32_t thread = 0;                    // that runs; `task` and `running_handle` are its own
  std::vector<ThreadView> threads;        // that have not ended; empty where there is only one
  size_t out_bytes = 0, err_bytes = 0;    // how much of the output had been written
};

}  // namespace awaitscope
