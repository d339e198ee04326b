#pragma once
// The state of a run as plain numbers, made by folding events one after the other.
//
// This is the only place that knows what each event changes; Reader restores it from a checkpoint,
// folds on to the event asked for and turns it into a Moment. What has ended is forgotten (frames
// at once, tasks when kFinishedTasks others have ended since), so the state is as large as what is
// alive.
//
// Frames are linked to what they wait for: `child` is the frame that a frame has called or awaits,
// `parent` the reverse. A frame that suspends in SEND passes on what its child has yielded and
// stays linked to it; one that suspends in a yield of its own is not linked to anything. An
// exception is thrown into the innermost frame of a chain first, so a running frame may have a
// suspended parent.

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/recording/events/recording.h"
#include "engine/recording/reading/pool.h"

namespace awaitscope {

class Fold {
 public:
  static constexpr uint32_t kFinishedTasks = 200;

  enum class Place : uint8_t { Running, Suspended };
  enum class Outcome : uint8_t { None, Done, Failed, Cancelled };

  struct Frame {
    uint32_t number = 0, parent = 0, child = 0;
    uint32_t offset = 0;   // of the instruction it is at
    uint32_t entered = 0;  // the event by which it has started or gone on last
    uint32_t values = 0;   // where its variables begin in Fold::values()
    Place place = Place::Running;
    bool called_by_task = false;  // while its coroutine waits, not by a frame of that
  };

  struct Task {
    uint32_t number = 0, name = 0;  // name: text
    uint32_t root = 0;              // the outermost frame of its coroutine; 0 where there is none
    uint32_t waits_for_future = 0,
             waits_for_task = 0;  // where waiting; both: for the future that the task's end sets
    uint32_t frames_outside = 0;  // of its first step, where that is taken inside of another's
    Outcome outcome = Outcome::None;
    bool waiting = false, running = false, scheduled = false, cancel_requested = false,
         started = false;
    uint64_t result = 0;  // Shown
  };

  struct Future {  // of a future that a task waits for
    uint32_t number = 0, waiters = 0;
    Outcome outcome = Outcome::None;
  };

  struct Timer {
    uint32_t number = 0;  // of the handle
    uint32_t future = 0;  // the future that was made for it, 0 where none
  };

  struct Primitive {
    uint32_t number = 0;  // of the object
    uint32_t state = 0;   // place in Recording::primitive_states
  };

  enum class ThreadState : uint8_t { Ready, Running, Waiting };
  // A thread that has not ended. What the others have of the state while one runs is in the last
  // members; that of the one that runs is what Fold itself says.
  struct Thread {
    uint32_t number = 0;  // the thread's and 1
    uint32_t wait = 0;    // place in Recording::waits, while it waits
    ThreadState state = ThreadState::Ready;
    uint32_t handle = 0, task = 0, frames_outside_loop = 0, just_suspended = 0;
  };

  explicit Fold(const Recording& recording);

  size_t next() const { return now_.next; }  // the event to be folded next
  void run_to(size_t event);                 // folds up to and including that event

  // A checkpoint is a block of plain numbers.
  using Checkpoint = std::vector<uint32_t>;
  Checkpoint save() const;
  void restore(const Checkpoint& checkpoint);
  size_t checkpoint_bytes() const;  // how large one would be now
  size_t bytes() const;             // memory that the fold itself takes

  // --- the state ---
  const Frame* frame(uint32_t number) const { return frames_.find(number); }
  uint32_t just_suspended() const { return now_.just_suspended; }  // 0: none
  const std::vector<Task>& tasks() const { return tasks_.records(); }
  const Task* task(uint32_t number) const { return tasks_.find(number); }
  const Future* future(uint32_t number) const { return futures_.find(number); }
  const std::vector<Timer>& timers() const { return timers_.records(); }
  const std::vector<Primitive>& primitives() const { return primitives_.records(); }
  // Variables of a frame: one for each of Code::locals; a class or module body has one for each of
  // Code::names after them.
  const uint64_t* values(const Frame& frame) const { return &values_[frame.values]; }
  static uint32_t value_count(const Code& code);
  // Handles in the ready queue, front first.
  const uint32_t* ready_begin() const { return ready_.data() + now_.ready_front; }
  const uint32_t* ready_end() const { return ready_.data() + ready_.size(); }
  // Frames that run, outermost first; if a loop runs, those after the first frames_outside_loop()
  // are run by it.
  const std::vector<uint32_t>& running_frames() const { return running_; }
  uint32_t frames_outside_loop() const { return now_.frames_outside_loop; }
  uint32_t current_handle() const { return now_.handle; }
  uint32_t current_task() const { return now_.task; }
  uint32_t current_thread() const { return now_.thread; }                    // 0: the main one
  const std::vector<Thread>& threads() const { return threads_.records(); }  // none: only that
  const Thread* thread(uint32_t number) const { return threads_.find(number + 1); }
  // Frames of a thread that does not run now, as running_frames().
  const std::vector<uint32_t>& frames_of(uint32_t thread) const;
  uint32_t turn() const { return now_.turn; }
  double time() const { return now_.time; }
  // The frame that runs now: 0 where the loop or nothing does.
  uint32_t running_frame() const;

 private:
  uint32_t innermost_waiting() const;
  struct Now {  // all that is not a list
    double time = 0;
    uint32_t next = 0, turn = 0;
    uint32_t handle = 0, task = 0, frames_outside_loop = 0;
    uint32_t just_suspended = 0;    // the frame that suspended last, until another frame event
    uint32_t just_made_future = 0;  // until the next step
    uint32_t ready_front = 0;
    uint32_t oldest_finished = 0;  // in finished_, which goes round
    uint32_t thread = 0;
  };

  void fold(const Event& event);
  void start(const Event& event);
  void begin_chain(uint32_t frame);
  void enter_again(const Event& event);
  void suspend(const Event& event);
  void leave(const Event& event);
  void stop_running(uint32_t frame);
  void leave_running();  // all frames that the step or callback has left
  void end_task(const Event& event, Outcome outcome);
  void end_waiting(Task& task);
  void end_future(const Event& event, Outcome outcome);
  void thread_event(const Event& event);
  void switch_thread(uint32_t to);
  void take_from_ready(uint32_t handle);
  uint32_t make_values(uint32_t count);
  void free_values(uint32_t at, uint32_t count);

  const Recording& recording_;
  Now now_;
  Pool<Frame> frames_;
  Pool<Task> tasks_;
  Pool<Future> futures_;
  Pool<Timer> timers_;
  Pool<Primitive> primitives_;
  Pool<Thread> threads_;
  std::vector<std::vector<uint32_t>> aside_;  // by thread: frames_of()
  std::vector<uint32_t> ready_, running_;
  std::vector<uint32_t> finished_;  // the last kFinishedTasks tasks that ended
  std::vector<uint64_t> values_;
  size_t live_values_ = 0;             // of frames that have not ended
  std::vector<uint32_t> free_values_;  // by count: the first of a list of free places, 0: none
};

}  // namespace awaitscope
