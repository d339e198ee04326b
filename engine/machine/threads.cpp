#include "engine/machine/threads.h"

#include <algorithm>

#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {

static Recording* recording() { return vm().recorder.recording; }

static void record(EventKind kind, const Thread& thread, uint32_t operand = 0) {
  if (recording()) vm().recorder.record(kind, thread.number, operand, recording()->last());
}

Threads::Threads() {
  alive_.push_back(std::make_unique<Thread>());
  running_ = alive_.back().get();
  running_->name = new_str("MainThread");
}
Threads::~Threads() = default;

// --- beginning and end ---

static Native run_thread(Ref function, Ref arguments, Ref keywords) {
  const Tuple* items = as<Tuple>(arguments);
  std::vector<Value> values(items->items, items->items + items->size), names;
  if (Dict* dict = as_if<Dict>(keywords)) {
    for (uint32_t i = 0; i < dict->filled; ++i) {
      if (!dict->entries[i].key) continue;
      names.push_back(dict->entries[i].key);
      values.push_back(dict->entries[i].value);
    }
  }
  Ref tuple = new_tuple(std::span<const Value>(names));
  Ref done = co_await call_with(
      function, Args{values.data(), items->size, names.empty() ? nullptr : as<Tuple>(tuple)});
  if (!done && is_pending()) {  // threading's own function leaves nothing; this is _thread's
    Ref exception = take_pending();
    if (!is_subtype(type_of(exception), types.SystemExit)) {
      Ref told = co_await machine_hooks.report_unraisable(exception, function);
      if (!told && is_pending()) take_pending();
    }
  }
  co_return Value::none();
}

uint32_t Threads::start(Value function, Value arguments, Value keywords, Value name) {
  alive_.push_back(std::make_unique<Thread>());
  Thread* thread = alive_.back().get();
  thread->number = ++started_;
  thread->name = name;
  NativeFrame* frame = run_thread(function, arguments, keywords).release();
  frame->state = FrameState::Running;
  thread->current = frame;
  thread->depth = 1;
  if (recording()) recording()->add_thread({recording()->intern(text_of(name))});
  record(EventKind::ThreadStarted, *thread);
  ready_.push_back(thread);
  vm().attention = true;
  return thread->number;
}

bool Threads::end_running() {
  if (running_->number == 0) return false;
  vm().delivering = false;
  vm().outcome = Outcome();
  record(EventKind::ThreadDone, *running_);
  Thread* ended = running_;
  Thread* after = next();
  if (!after) {
    stop_for_ever();
    return false;
  }
  switch_to(after);
  auto at = std::find_if(alive_.begin(), alive_.end(),
                         [&](const auto& thread) { return thread.get() == ended; });
  alive_.erase(at);
  return true;
}

void Threads::freeze() { frozen_ = true; }

void Threads::release_frames() {
  for (const auto& thread : alive_) {
    if (thread.get() == running_) continue;
    while (Frame* frame = thread->current) {
      thread->current = frame->back;
      frame->back = nullptr;
      frame->state = FrameState::Finished;
      release(static_cast<Object*>(frame));
    }
    thread->outcome = Outcome();
    release(std::exchange(thread->pending, Value()));
    thread->context = Ref();
    thread->asyncio = nullptr;
    thread->name = Ref();
  }
}

// --- who runs ---

void Threads::begin_waiting(Thread* thread) {
  thread->waits = true;
  thread->timed_out = false;
  thread->order = ++waits_;
  if (thread->until != Thread::kForEver) timed_[{thread->until, thread->order}] = thread;
  if (recording()) {
    const double until = thread->until == Thread::kForEver ? -1 : thread->until;
    const uint32_t what = recording()->intern(thread->what);
    record(EventKind::ThreadWaits, *thread, recording()->add_wait({what, until}));
  }
}

void Threads::wake(Thread* thread, bool timed_out) {
  if (!thread->waits) return;
  thread->waits = false;
  thread->timed_out = timed_out;
  if (thread->until != Thread::kForEver) timed_.erase({thread->until, thread->order});
  if (thread->lock) {
    std::deque<Thread*>& line = thread->lock->line;
    line.erase(std::remove(line.begin(), line.end(), thread), line.end());
    thread->lock = nullptr;
  }
  record(EventKind::ThreadReady, *thread, timed_out);
  ready_.push_back(thread);
}

void Threads::wake_those_due() {
  constexpr double kClockResolution = 1e-9;
  while (!timed_.empty() && timed_.begin()->first.first < vm().now + kClockResolution) {
    wake(timed_.begin()->second, true);
  }
}

Thread* Threads::next() {
  wake_those_due();
  if (ready_.empty()) {
    if (timed_.empty()) return nullptr;
    const double until = timed_.begin()->first.first;
    if (until > vm().now) vm().move_clock(until);
    wake_those_due();
  }
  Thread* thread = ready_.front();
  ready_.pop_front();
  return thread;
}

Thread* Threads::next_after_waiting(double until, std::string what, ThreadLock* lock) {
  running_->until = until;
  running_->what = std::move(what);
  running_->lock = lock;
  if (lock) lock->line.push_back(running_);
  begin_waiting(running_);
  return next();
}

void Threads::yield() { ready_.push_back(running_); }

void Threads::switch_to(Thread* thread) {
  Vm& machine = vm();
  if (thread != running_) {
    Thread& from = *running_;
    from.current = machine.current;
    from.outcome = std::move(machine.outcome);
    from.delivering = machine.delivering;
    from.depth = machine.depth;
    from.unhandled_entries = machine.unhandled_entries;
    from.origin_depth = machine.origin_depth;
    from.pending = std::exchange(machine.pending, Value());
    from.context = std::move(machine.context);
    machine.current = std::exchange(thread->current, nullptr);
    machine.outcome = std::move(thread->outcome);
    machine.delivering = thread->delivering;
    machine.depth = thread->depth;
    machine.unhandled_entries = thread->unhandled_entries;
    machine.origin_depth = thread->origin_depth;
    machine.pending = std::exchange(thread->pending, Value());
    machine.context = std::move(thread->context);
    if (machine.asyncio) machine.asyncio->switch_thread(from.asyncio, thread->asyncio);
    running_ = thread;
    record(EventKind::ThreadSwitch, *thread);
  }
  lines_ = std::exchange(thread->stopped_at_line, false) ? UINT32_MAX : 0;
  idle_turns_ = 0;
  machine.attention = true;
}

bool Threads::has_switched_at_line() {
  if (frozen_ || ++lines_ < kLinesOfATurn) return false;
  lines_ = 0;
  wake_those_due();
  if (ready_.empty()) {
    // Nobody else can run. Where others wait for the clock, and this one goes round until they
    // have done something, time has to pass: as for who keeps looking at the clock.
    constexpr uint32_t kFreeTurns = 100;
    constexpr double kSecondsForATurn = 0.001;
    if (idle_at_ != vm().now) idle_turns_ = 0;
    idle_at_ = vm().now;
    if (timed_.empty() || ++idle_turns_ <= kFreeTurns) return false;
    const uint32_t turns = idle_turns_;
    vm().move_clock(std::min(vm().now + kSecondsForATurn, timed_.begin()->first.first), true);
    idle_at_ = vm().now;
    idle_turns_ = turns;
    wake_those_due();
    if (ready_.empty()) return false;
  }
  running_->stopped_at_line = true;
  yield();
  switch_to(next());
  return true;
}

std::string Threads::who_waits() const {
  std::string text;
  constexpr size_t kMost = 5;
  for (size_t i = 0; i < alive_.size(); ++i) {
    if (i == kMost) return text + ", …";
    if (i) text += ", ";
    text += concat({text_of(alive_[i]->name), " waits for ", alive_[i]->what});
  }
  return text;
}

void Threads::stop_for_ever() {
  vm().idle = true;
  vm().limits.stop(
      concat({"deadlock: no thread can run, and nothing can wake one: ", who_waits()}));
}

// --- waiting ---

bool ParkAwaiter::await_ready() {
  Threads& threads = *vm().threads;
  next = threads.next_after_waiting(until, std::move(what), lock);
  return next == &threads.running();
}
void ParkAwaiter::await_suspend(std::coroutine_handle<>) {
  if (next) {
    vm().threads->switch_to(next);
  } else {
    vm().threads->stop_for_ever();
  }
}
bool ParkAwaiter::await_resume() { return !vm().threads->running().timed_out; }

bool YieldAwaiter::await_ready() {
  Threads& threads = *vm().threads;
  threads.yield();
  next = threads.next();
  return next == &threads.running();
}
void YieldAwaiter::await_suspend(std::coroutine_handle<>) { vm().threads->switch_to(next); }

}  // namespace awaitscope
