#include "engine/machine/vm.h"

#include "engine/machine/native.h"
#include "engine/machine/threads.h"
#include "engine/objects/containers.h"
#include "engine/objects/text.h"

namespace awaitscope {

MachineHooks machine_hooks;

Vm::Vm(Recording* recording, Version version, const Limits& limits)
    : RunContext(recording, version, limits) {}

Vm::~Vm() = default;

Vm::Status Vm::run() {
  for (;;) {
    const Status status = run_thread();
    if (status == Status::Paused || limits.stopped()) return status;
    if (!threads || !threads->end_running()) return Status::Finished;
  }
}

Vm::Status Vm::run_thread() {
  while (current) {
    if (limits.stopped()) return Status::Finished;
    if (current->native) {
      if (paused_at_limit()) return Status::Paused;
      run_native(static_cast<NativeFrame*>(current));
    } else if (!delivering &&
               !finalizers.empty()) {  // what a native has let go dies before it calls
      run_finalizers();
    } else if (!interpret()) {
      return Status::Paused;
    }
  }
  return Status::Finished;
}

void Vm::push(Frame* frame) {
  frame->back = current;
  frame->state = FrameState::Running;
  current = frame;
  delivering = false;
  ++depth;
}

void Vm::leave(Outcome left) {
  Frame* frame = current;
  current = frame->back;
  frame->back = nullptr;
  --depth;
  frame->state = left.how == Outcome::Yielded ? FrameState::Suspended : FrameState::Finished;
  delivering = !frame->interrupting;
  outcome = std::move(left);
  release(static_cast<Object*>(frame));
}

void Vm::run_native(NativeFrame* frame) {
  auto handle = Native::Handle::from_address(frame->coroutine);
  if (frame->delegate && delivering && outcome.how != Outcome::Yielded) frame->delegate = Ref();
  for (;;) {
    if (limits.stopped()) return;
    if (frame->delegate) {  // it has yielded: so do we
      leave(std::move(outcome));
      return;
    }
    handle.resume();
    if (current != frame) return;  // it called
    if (!frame->coroutine || handle.done()) {
      Ref value = std::move(frame->result);
      if (value.is_null() && is_pending()) {
        Ref exception = take_pending();
        if (frame->in_traceback) add_traceback(as<Exception>(exception), Value::of(frame), 0);
        leave({Outcome::Raised, std::move(exception)});
      } else {
        leave({frame->leaves_yielded ? Outcome::Yielded : Outcome::Returned, std::move(value)});
      }
      return;
    }
    if (frame->yielding) {
      frame->yielding = false;
      leave({Outcome::Yielded, std::move(frame->result)});
      return;
    }
    if (limits.stopped()) return;
    // It delegated, and the answer was there at once.
    if (outcome.how != Outcome::Yielded) frame->delegate = Ref();
  }
}

void Vm::chain_passed_on(Exception* exception, Value handled) {
  if (handled != Value::of(exception)) set_context(exception, handled);
  // Until 3.12 CPython raises it anew there, with the traceback that it had where it was handled
  // last: the frames between are lost.
  if (since(Version::V3_12)) return;
  for (; unhandled_entries > 0; --unhandled_entries) {
    Traceback* entry = as<Traceback>(exception->traceback);
    Value next = entry->next;
    retain(next);
    release(std::exchange(exception->traceback, next.is_none() ? Value() : next));
  }
}

// --- clean-up that runs Python code ---

// What is pending, of which nobody else will hear.
static Native report_pending(Ref object) {
  Ref exception = take_pending();
  co_return co_await machine_hooks.report_unraisable(exception, object);
}

static Native run_del(Ref object) {
  Value del = find_special(type_of(object), Special::del);
  if (!del) co_return Value::none();
  Ref done = co_await call(del, object);
  if (!done) co_await report_pending(del);
  co_return Value::none();
}

Native run_due_finalizers() {
  // In the order in which the last references went; what goes while one runs comes before the rest.
  std::vector<Finalizer> due;
  for (;;) {
    while (!vm().finalizers.empty()) {
      due.push_back(std::move(vm().finalizers.back()));
      vm().finalizers.pop_back();
    }
    if (due.empty()) break;
    Finalizer next = std::move(due.back());
    due.pop_back();
    if (next.is_del) {
      Ref ran = co_await run_del(next.object);
      if (!ran && is_pending()) take_pending();
    } else {
      Ref done = co_await type_of(next.object)->slots.run_finalizer(next.object);
      if (!done) co_await report_pending(next.object);
    }
  }
  co_return Value::none();
}

static Native finalize_all_and_raise(Ref exception) {
  Ref done = co_await run_due_finalizers();
  restore_pending(exception);
  co_return Ref();
}

void Vm::pause_at(size_t events) {
  if (recorder.recording) recorder.recording->pause_at(events, &attention);
  attention = needs_attention() || !finalizers.empty();
}

bool Vm::needs_attention() const {
  return paused_at_limit() || limits.stopped() || (threads && threads->has_others());
}

void Vm::finalize_and_raise(Ref exception) {
  attention = needs_attention();
  push(finalize_all_and_raise(std::move(exception)).release());
}

void Vm::run_finalizers() {
  attention = needs_attention();
  NativeFrame* frame = run_due_finalizers().release();
  frame->interrupting = true;
  push(frame);
}

// --- the clock ---

// Looking at the clock is free, so that a program measures the same in every run. But who looks at
// it again and again waits for it to move on: `while time.time() < end: pass` ends in reality.
// After so many looks at a clock that stands still, each further one moves it. The step is far
// longer than a look takes, since every round of such a loop is recorded: ten seconds are ten
// thousand rounds. (For who goes round without looking see count_busy_turn().)
static constexpr uint32_t kFreeLooks = 10'000;
static constexpr double kSecondsForALook = 0.001;

double Vm::look_at_clock() {
  if (++looks > kFreeLooks) {
    move_clock(now + kSecondsForALook, true);
    looks = kFreeLooks;
  }
  return now;
}

void Vm::move_clock(double seconds, bool by_looking) {
  looks = 0;
  if (recorder.recording) {
    recorder.record(EventKind::IdleJump, 0,
                    recorder.recording->add_jump({now, seconds, by_looking}),
                    recorder.recording->last());
  }
  now = seconds;
}

// --- output ---

void Output::write(EventKind kind, std::string& stream, std::string_view text) {
  if (text.empty()) return;
  stream.append(text);
  if (Recording* recording = recorder_.recording) {
    recorder_.record(kind, 0, recording->keep(text), recording->last());
  }
  if (out_.size() + err_.size() > limits_.output_bytes) {
    limits_.stop_at_limit("the program printed more than ", limits_.output_bytes, " bytes",
                          "output=BYTES");
  }
}

}  // namespace awaitscope
