#include "engine/recording/reading/fold.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace awaitscope {

Fold::Fold(const Recording& recording) : recording_(recording), values_(1) {}

uint32_t Fold::value_count(const Code& code) {
  size_t names = code.flags & Code::kOptimized ? 0 : code.names.size();
  return uint32_t(code.locals.size() + names);
}

uint32_t Fold::running_frame() const {
  return running_.size() > now_.frames_outside_loop ? running_.back() : 0;
}

void Fold::run_to(size_t event) {
  for (; now_.next <= event; ++now_.next) fold(recording_[now_.next]);
}

void Fold::fold(const Event& event) {
  const EventKind kind = event.kind();
  if (event.is_step() && kind != EventKind::TimerArmed) now_.just_made_future = 0;
  switch (kind) {
    case EventKind::Start: start(event); break;
    case EventKind::Resume:
    case EventKind::Throw:
    case EventKind::GoesOn: enter_again(event); break;
    case EventKind::Suspend: suspend(event); break;
    case EventKind::Return:
    case EventKind::Raise: leave(event); break;

    case EventKind::Bind:
    case EventKind::BindName:
    case EventKind::Unbind:
    case EventKind::UnbindName:
      if (const Frame* frame = frames_.find(event.subject)) {
        const Code& code = recording_.code_of(event.subject);
        bool by_name = kind == EventKind::BindName || kind == EventKind::UnbindName;
        bool unbind = kind == EventKind::Unbind || kind == EventKind::UnbindName;
        uint32_t slot = event.offset() + (by_name ? uint32_t(code.locals.size()) : 0);
        if (slot < value_count(code)) {
          const Shown value = unbind ? Shown::nothing() : event.shown();
          values_[frame->values + slot] = value == Shown::nothing() ? 0 : value.bits;
        }
      }
      break;

    case EventKind::TaskCreated: {
      Task task;
      task.number = event.subject;
      task.name = recording_.tasks()[event.subject].name;
      task.root = event.operand;
      if (!tasks_.find(event.subject)) tasks_.add(task);
      break;
    }
    case EventKind::TaskNamed:
      if (Task* task = tasks_.find(event.subject)) task->name = event.operand;
      break;
    case EventKind::TaskStep:
      now_.task = event.subject;
      now_.just_suspended = 0;
      if (Task* task = tasks_.find(event.subject)) {
        end_waiting(*task);
        if (event.cause == 0) {  // eagerly: what is below waits for it
          task->frames_outside = now_.frames_outside_loop;
          now_.frames_outside_loop = uint32_t(running_.size());
        }
        task->running = task->started = true;
        task->scheduled = task->cancel_requested = false;
      }
      break;
    case EventKind::TaskWaits:
      if (Task* task = tasks_.find(event.subject)) {
        end_waiting(*task);
        task->waiting = true;
        task->waits_for_task = event.cause;  // with a future: the one whose end sets that
        task->waits_for_future = event.operand;
        if (event.operand) {
          Future* future = futures_.find(event.operand);
          if (!future) future = &futures_.add({event.operand});
          ++future->waiters;
        }
      }
      break;
    case EventKind::TaskCancel:
      if (Task* task = tasks_.find(event.subject)) task->cancel_requested = true;
      break;
    case EventKind::TaskDone: end_task(event, Outcome::Done); break;
    case EventKind::TaskFailed: end_task(event, Outcome::Failed); break;
    case EventKind::TaskCancelled: end_task(event, Outcome::Cancelled); break;

    case EventKind::FutureCreated: now_.just_made_future = event.subject; break;
    case EventKind::FutureDone: end_future(event, Outcome::Done); break;
    case EventKind::FutureFailed: end_future(event, Outcome::Failed); break;
    case EventKind::FutureCancelled: end_future(event, Outcome::Cancelled); break;

    case EventKind::HandleScheduled:
      ready_.push_back(event.subject);
      if (Task* task = tasks_.find(recording_.handles()[event.subject].task)) {
        task->scheduled = true;
      }
      break;
    case EventKind::HandleRun:
      take_from_ready(event.subject);
      now_.handle = event.subject;
      now_.just_suspended = 0;
      break;
    case EventKind::TaskStepOver:
      leave_running();
      if (Task* task = tasks_.find(event.subject)) {
        task->running = false;
        now_.frames_outside_loop = task->frames_outside;
      }
      now_.task = event.cause;
      now_.just_suspended = 0;
      break;
    case EventKind::HandleDone:
      if (Task* task = tasks_.find(now_.task)) task->running = false;
      leave_running();
      now_.handle = now_.task = now_.just_suspended = 0;
      break;
    case EventKind::HandleCancelled:
      if (Timer* timer = timers_.find(event.subject)) {
        timers_.remove(timer);
      } else {
        take_from_ready(event.subject);
      }
      break;
    case EventKind::TimerArmed:
      timers_.add({event.subject, now_.just_made_future});
      now_.just_made_future = 0;
      break;
    case EventKind::TimerFired:
      if (Timer* timer = timers_.find(event.subject)) timers_.remove(timer);
      ready_.push_back(event.subject);
      break;
    case EventKind::LoopRun: now_.frames_outside_loop = uint32_t(running_.size()); break;
    case EventKind::LoopStop: now_.frames_outside_loop = 0; break;
    case EventKind::TurnBegun: now_.turn = event.operand; break;
    case EventKind::IdleJump: now_.time = recording_.jumps()[event.operand].to; break;

    case EventKind::ThreadStarted:
    case EventKind::ThreadSwitch:
    case EventKind::ThreadWaits:
    case EventKind::ThreadReady:
    case EventKind::ThreadDone: thread_event(event); break;

    case EventKind::PrimitiveChange: {
      Primitive* primitive = primitives_.find(event.subject);
      if (!primitive) primitive = &primitives_.add({event.subject});
      primitive->state = event.operand;
      break;
    }
    case EventKind::PrimitiveGone:
      if (Primitive* primitive = primitives_.find(event.subject)) primitives_.remove(primitive);
      break;

    default:
      if (!is_of_frame(kind)) break;  // a line, or what await & co. found
      now_.just_suspended = 0;
      if (Frame* frame = frames_.find(event.subject)) frame->offset = event.offset();
      break;
  }
}

// --- frames ---

void Fold::start(const Event& event) {
  now_.just_suspended = 0;
  if (frames_.find(event.subject)) return;
  Frame frame;
  frame.number = event.subject;
  frame.offset = event.offset();
  frame.entered = now_.next;
  frame.values = make_values(value_count(recording_.code_of(event.subject)));
  uint32_t outer = running_frame();
  if (!outer) {
    outer = innermost_waiting();
    frame.called_by_task = outer != 0;
  }
  frame.parent = outer;
  if (Frame* parent = frames_.find(outer)) parent->child = event.subject;
  frames_.add(frame);
  running_.push_back(event.subject);
  if (!outer) begin_chain(event.subject);
}

// Of the task that takes a step, once it waits again: the task itself may call methods of what it
// is to wait for.
uint32_t Fold::innermost_waiting() const {
  const Task* task = tasks_.find(now_.task);
  const Frame* frame = task ? frames_.find(task->root) : nullptr;
  while (const Frame* inner = frame ? frames_.find(frame->child) : nullptr) frame = inner;
  return frame && frame->place == Place::Suspended ? frame->number : 0;
}

// A native coroutine's task has no frame of its own: the first it runs is as good.
void Fold::begin_chain(uint32_t frame) {
  Task* task = tasks_.find(now_.task);
  if (task && !frames_.find(task->root)) task->root = frame;
}

void Fold::enter_again(const Event& event) {
  const uint32_t just_suspended = std::exchange(now_.just_suspended, 0);
  Frame* frame = frames_.find(event.subject);
  if (!frame) return;
  // An exception was thrown past it into what it awaits, an asynchronous generator, which has
  // yielded: it goes on with that.
  if (frame->child == just_suspended) frame->child = 0;
  frame->offset = event.offset();
  frame->entered = now_.next;
  frame->place = Place::Running;
  // A chain that waits is entered at its innermost frame where an exception is thrown into it; then
  // what has called is outside the whole chain.
  Frame* root = frame;
  while (Frame* parent = frames_.find(root->parent)) {
    if (parent->place != Place::Suspended || parent->child != root->number) break;
    root = parent;
  }
  if (!running_.empty() && running_.back() == event.subject) return;
  root->parent = running_frame();
  if (Frame* parent = frames_.find(root->parent))
    parent->child = root->number;
  else
    begin_chain(root->number);
  running_.push_back(event.subject);
}

void Fold::suspend(const Event& event) {
  Frame* frame = frames_.find(event.subject);
  if (!frame) return;
  frame->offset = event.offset();
  frame->place = Place::Suspended;
  const Code& code = recording_.code_of(event.subject);
  bool passes_on = event.offset() < code.instructions.size() &&
                   code.instructions[event.offset()].opcode() == Opcode::SEND;
  const Frame* inner = passes_on ? frames_.find(now_.just_suspended) : nullptr;
  frame->child = inner && inner->parent == event.subject ? inner->number : 0;
  stop_running(event.subject);
  // Whether the parent waits for this frame shows when the parent suspends.
  Frame* parent = frames_.find(frame->parent);
  if (parent && parent->place == Place::Running) parent->child = 0;
  now_.just_suspended = event.subject;
}

void Fold::leave(const Event& event) {
  now_.just_suspended = 0;
  Frame* frame = frames_.find(event.subject);
  if (!frame) return;
  stop_running(event.subject);
  if (Frame* parent = frames_.find(frame->parent)) {
    if (parent->child == event.subject) {
      parent->child = 0;
      // It was entered by an exception, past its parent, and has dealt with that: the parent goes
      // on with what it returns, and has no event of its own.
      if (event.kind() == EventKind::Return && parent->place == Place::Suspended &&
          !frame->called_by_task) {
        parent->place = Place::Running;
        running_.push_back(parent->number);
      }
    }
  }
  free_values(frame->values, value_count(recording_.code_of(event.subject)));
  frames_.remove(frame);
}

void Fold::leave_running() {
  while (running_.size() > now_.frames_outside_loop) {
    if (Frame* frame = frames_.find(running_.back())) frame->place = Place::Suspended;
    running_.pop_back();
  }
}

void Fold::stop_running(uint32_t frame) {
  if (running_.empty()) return;
  if (running_.back() == frame) {
    running_.pop_back();
  } else if (auto at = std::find(running_.begin(), running_.end(), frame); at != running_.end()) {
    running_.erase(at);
  }
}

uint32_t Fold::make_values(uint32_t count) {
  if (count == 0) return 0;
  live_values_ += count;
  if (count < free_values_.size() && free_values_[count]) {
    uint32_t at = free_values_[count];
    free_values_[count] = uint32_t(values_[at]);
    std::fill_n(values_.begin() + at, count, 0);
    return at;
  }
  uint32_t at = uint32_t(values_.size());
  values_.resize(at + count);
  return at;
}

void Fold::free_values(uint32_t at, uint32_t count) {
  if (count == 0) return;
  live_values_ -= count;
  if (count >= free_values_.size()) free_values_.resize(count + 1);
  values_[at] = free_values_[count];
  free_values_[count] = at;
}

// --- tasks, futures, handles ---

void Fold::end_task(const Event& event, Outcome outcome) {
  Task* task = tasks_.find(event.subject);
  if (!task) return;
  end_waiting(*task);
  task->outcome = outcome;
  task->running = task->scheduled = task->cancel_requested = false;
  task->result = carries_value(event.kind()) ? event.shown().bits : 0;
  task->root = 0;
  if (finished_.size() < kFinishedTasks) {
    finished_.push_back(event.subject);
    return;
  }
  uint32_t oldest = finished_[now_.oldest_finished];
  finished_[now_.oldest_finished] = event.subject;
  now_.oldest_finished = (now_.oldest_finished + 1) % kFinishedTasks;
  if (Task* gone = tasks_.find(oldest)) tasks_.remove(gone);
}

void Fold::end_waiting(Task& task) {
  if (Future* future = task.waits_for_future ? futures_.find(task.waits_for_future) : nullptr) {
    if (--future->waiters == 0) futures_.remove(future);
  }
  task.waits_for_future = task.waits_for_task = 0;
  task.waiting = false;
}

void Fold::end_future(const Event& event, Outcome outcome) {
  if (Future* future = futures_.find(event.subject)) future->outcome = outcome;
}

void Fold::take_from_ready(uint32_t handle) {
  uint32_t& front = now_.ready_front;
  auto at = std::find(ready_.begin() + front, ready_.end(), handle);
  if (at == ready_.end()) return;
  if (at != ready_.begin() + front) {
    ready_.erase(at);
    return;
  }
  ++front;
  if (front >= 64 && front * 2 >= ready_.size()) {
    ready_.erase(ready_.begin(), ready_.begin() + front);
    front = 0;
  }
}

// --- threads ---

const std::vector<uint32_t>& Fold::frames_of(uint32_t thread) const {
  static const std::vector<uint32_t> kNone;
  if (thread == now_.thread) return running_;
  return thread < aside_.size() ? aside_[thread] : kNone;
}

void Fold::thread_event(const Event& event) {
  if (!threads_.find(1))
    threads_.add({.number = 1, .state = ThreadState::Running});  // the main one
  Thread* thread = threads_.find(event.subject + 1);
  if (!thread) thread = &threads_.add({.number = event.subject + 1});
  switch (event.kind()) {
    case EventKind::ThreadWaits:
      thread->state = ThreadState::Waiting;
      thread->wait = event.operand;
      break;
    case EventKind::ThreadReady:  // which goes on at once where no switch follows
      thread->state = event.subject == now_.thread ? ThreadState::Running : ThreadState::Ready;
      break;
    case EventKind::ThreadSwitch: switch_thread(event.subject); break;
    case EventKind::ThreadDone:
      threads_.remove(thread);
      running_.clear();
      break;
    default: break;
  }
}

void Fold::switch_thread(uint32_t to) {
  if (to >= aside_.size()) aside_.resize(to + 1);
  if (now_.thread >= aside_.size()) aside_.resize(now_.thread + 1);
  if (Thread* from = threads_.find(now_.thread + 1)) {
    if (from->state == ThreadState::Running) from->state = ThreadState::Ready;
    from->handle = now_.handle;
    from->task = now_.task;
    from->frames_outside_loop = now_.frames_outside_loop;
    from->just_suspended = now_.just_suspended;
  }
  std::swap(aside_[now_.thread], running_);
  running_.clear();
  std::swap(aside_[to], running_);
  now_.thread = to;
  Thread* thread = threads_.find(to + 1);
  thread->state = ThreadState::Running;
  now_.handle = thread->handle;
  now_.task = thread->task;
  now_.frames_outside_loop = thread->frames_outside_loop;
  now_.just_suspended = thread->just_suspended;
}

// --- checkpoints ---

namespace {

template <class T>
void put(std::vector<uint32_t>& to, const T* from, size_t count) {
  static_assert(sizeof(T) % sizeof(uint32_t) == 0);
  size_t at = to.size();
  to.resize(at + 1 + count * (sizeof(T) / sizeof(uint32_t)));
  to[at] = uint32_t(count);
  if (count) std::memcpy(&to[at + 1], from, count * sizeof(T));
}

template <class T>
std::vector<T> take(const uint32_t*& from) {
  std::vector<T> values(*from++);
  if (!values.empty())
    std::memcpy(static_cast<void*>(values.data()), from, values.size() * sizeof(T));
  from += values.size() * (sizeof(T) / sizeof(uint32_t));
  return values;
}

}  // namespace

Fold::Checkpoint Fold::save() const {
  Checkpoint to;
  to.reserve(checkpoint_bytes() / sizeof(uint32_t) + 8);
  Now now = now_;
  now.ready_front = 0;
  put(to, &now, 1);
  put(to, running_.data(), running_.size());
  put(to, ready_begin(), size_t(ready_end() - ready_begin()));
  put(to, finished_.data(), finished_.size());
  put(to, tasks_.records().data(), tasks_.records().size());
  put(to, futures_.records().data(), futures_.records().size());
  put(to, timers_.records().data(), timers_.records().size());
  put(to, primitives_.records().data(), primitives_.records().size());
  put(to, threads_.records().data(), threads_.records().size());
  for (const Thread& thread : threads_.records()) {
    const std::vector<uint32_t>& frames = frames_of(thread.number - 1);
    put(to, frames.data(), frames.size());
  }
  // Variables are packed: the places of frames that have ended are left out.
  std::vector<Frame> frames = frames_.records();
  std::vector<uint64_t> values(1);
  for (Frame& frame : frames) {
    uint32_t count = value_count(recording_.code_of(frame.number));
    const uint64_t* from = values_.data() + frame.values;
    frame.values = count ? uint32_t(values.size()) : 0;
    values.insert(values.end(), from, from + count);
  }
  put(to, frames.data(), frames.size());
  put(to, values.data(), values.size());
  to.shrink_to_fit();
  return to;
}

void Fold::restore(const Checkpoint& checkpoint) {
  const uint32_t* from = checkpoint.data();
  now_ = take<Now>(from)[0];
  running_ = take<uint32_t>(from);
  ready_ = take<uint32_t>(from);
  finished_ = take<uint32_t>(from);
  auto tasks = take<Task>(from);
  tasks_.replace(tasks.data(), tasks.size());
  auto futures = take<Future>(from);
  futures_.replace(futures.data(), futures.size());
  auto timers = take<Timer>(from);
  timers_.replace(timers.data(), timers.size());
  auto primitives = take<Primitive>(from);
  primitives_.replace(primitives.data(), primitives.size());
  auto threads = take<Thread>(from);
  threads_.replace(threads.data(), threads.size());
  aside_.clear();
  for (const Thread& thread : threads) {
    if (thread.number > aside_.size()) aside_.resize(thread.number);
    aside_[thread.number - 1] = take<uint32_t>(from);
  }
  if (now_.thread < aside_.size()) aside_[now_.thread].clear();
  auto frames = take<Frame>(from);
  frames_.replace(frames.data(), frames.size());
  values_ = take<uint64_t>(from);
  live_values_ = values_.size() - 1;
  free_values_.clear();
}

size_t Fold::checkpoint_bytes() const {
  size_t aside = threads_.records().size() * (sizeof(Thread) + 4);
  for (const Thread& thread : threads_.records()) aside += frames_of(thread.number - 1).size() * 4;
  return sizeof(Now) + aside + running_.size() * 4 + (ready_.size() - now_.ready_front) * 4 +
         finished_.size() * 4 + tasks_.records().size() * sizeof(Task) +
         futures_.records().size() * sizeof(Future) + timers_.records().size() * sizeof(Timer) +
         primitives_.records().size() * sizeof(Primitive) +
         frames_.records().size() * sizeof(Frame) + live_values_ * 8 + 64;
}

size_t Fold::bytes() const {
  return frames_.bytes() + tasks_.bytes() + futures_.bytes() + timers_.bytes() +
         primitives_.bytes() + threads_.bytes() +
         (ready_.capacity() + running_.capacity() + finished_.capacity() +
          free_values_.capacity()) *
             4 +
         values_.capacity() * 8;
}

}  // namespace awaitscope
