#pragma once
// Threads: stacks of frames that take turns, on the virtual clock.
//
// One runs at a time. It does so until it waits (for a lock, for the clock, for what wakes its
// event loop), ends, or has run kLinesOfATurn lines of the program; then the next in line runs.
// Threads stand in line in the order in which they became able to run. Where none can run, the
// clock moves to the earliest time that one waits for; where none waits for the clock, nothing can
// go on any more. So the same program switches at the same places in every run.
//
// All frames are on the heap, so a thread that does not run is a few members that are put aside.
// Vm::threads is null as long as a run has only the main thread: then nothing here costs anything.

#include <coroutine>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/machine/vm.h"

namespace awaitscope {

struct Thread;

// A lock of _thread's: who lets go of it makes the first in line able to run, and that tries again.
struct ThreadLock : NativeObject {
  bool held = false;
  bool internal = false;  // a library's, which waits for something else by it
  Ref what;               // Str: what who waits for it really waits for; null: for a lock
  Ref holder;             // Str: the name of the thread that has it, where it was taken
  std::deque<Thread*> line;
};

struct Thread {
  static constexpr double kForEver = std::numeric_limits<double>::infinity();

  uint32_t number = 0;  // 0: the main thread
  Ref name;             // Str
  bool waits = false;
  bool timed_out = false;
  bool stopped_at_line = false;  // which has been counted
  double until = kForEver;       // while it waits
  uint64_t order = 0;            // in which waiting began
  ThreadLock* lock = nullptr;    // in whose line it stands
  std::string what;              // what it waits for, in words

  // What the machine has of the thread that runs, while another does.
  Frame* current = nullptr;
  Outcome outcome;
  bool delivering = false;
  uint32_t depth = 0, unhandled_entries = 0, origin_depth = 0;
  Value pending;
  Ref context;
  std::unique_ptr<RunPart> asyncio;
};

class Threads {
 public:
  // A thread is stopped after so many lines, if others can run. (A prime: so it is another line of
  // a loop each time.)
  static constexpr uint32_t kLinesOfATurn = 97;

  Threads();
  ~Threads();

  Thread& running() { return *running_; }
  size_t alive() const { return alive_.size(); }
  bool has_others() const { return alive_.size() > 1 && !frozen_; }

  // A new one at the end of the line, which will call that. Its number.
  uint32_t start(Value function, Value arguments, Value keywords, Value name);
  // Puts one that waits at the end of the line.
  void wake(Thread* thread, bool timed_out = false);
  // A line of the program is about to run. True: another thread runs now.
  bool has_switched_at_line();
  // The frames of the thread that ran have all left. False: it is the main thread.
  bool end_running();
  void freeze();  // the program has ended: nobody is switched to any more
  void release_frames();

  // For park(): the running thread waits. Who is to run next; null: nobody ever can.
  Thread* next_after_waiting(double until, std::string what, ThreadLock* lock);
  void yield();  // to the end of the line
  Thread* next();
  void switch_to(Thread* thread);
  void stop_for_ever();

 private:
  void wake_those_due();
  void begin_waiting(Thread* thread);
  std::string who_waits() const;

  std::vector<std::unique_ptr<Thread>> alive_;
  Thread* running_;
  std::deque<Thread*> ready_;
  std::map<std::pair<double, uint64_t>, Thread*> timed_;  // those that wait for the clock
  uint32_t started_ = 0;
  uint64_t waits_ = 0;
  uint32_t lines_ = 0;       // of the turn of the running thread
  uint32_t idle_turns_ = 0;  // it has used up alone while the clock stood still
  double idle_at_ = -1;
  bool frozen_ = false;
};

inline bool has_other_threads() { return vm().threads && vm().threads->has_others(); }

// co_await park(...): the running thread waits until somebody wakes it, or until then. False: its
// time has come. Only where there are other threads.
struct ParkAwaiter {
  double until;
  std::string what;
  ThreadLock* lock;
  Thread* next = nullptr;

  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  bool await_resume();
};
inline ParkAwaiter park(double until, std::string_view what, ThreadLock* lock = nullptr) {
  return {until, std::string(what), lock};
}
// The thread goes to the end of the line.
struct YieldAwaiter {
  Thread* next = nullptr;
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume() const {}
};

}  // namespace awaitscope
