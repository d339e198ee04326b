// Where the transport goes, and what led to what. All of it is reading events one way or the other:
// a scan of a whole recording of a million events takes a few milliseconds at most.

#include <algorithm>

#include "engine/recording/reading/reader_index.h"

namespace awaitscope {

namespace {

// The first event after `event` that satisfies, or `size`.
template <class Wanted>
size_t first_after(const Recording& recording, size_t event, size_t size, Wanted wanted) {
  for (size_t i = event + 1; i < size; ++i) {
    if (wanted(recording[i])) return i;
  }
  return size;
}

}  // namespace

size_t Reader::next_line(size_t step) const {
  size_t event = first_after(index_->recording, event_of(step), index_->events,
                             [](const Event& e) { return e.kind() == EventKind::Line; });
  return event == index_->events ? steps() - 1 : step_of(event);
}

size_t Reader::previous_line(size_t step) const {
  for (size_t i = event_of(step); i-- > 0;) {
    if (index_->recording[i].kind() == EventKind::Line) return step_of(i);
  }
  return 0;
}

size_t Reader::over(size_t step) const {
  const size_t event = event_of(step);
  const Fold& fold = index_->state_at(event);
  std::vector<uint32_t> frames;  // this one and those outside it
  uint32_t number = fold.running_frame();
  // A frame that has just suspended is still the one looked at.
  const Event& here = index_->recording[event];
  if (here.kind() == EventKind::Suspend) number = here.subject;
  for (const Fold::Frame* f = fold.frame(number); f; f = fold.frame(f->parent)) {
    frames.push_back(f->number);
  }
  if (frames.empty()) return next_line(step);
  for (uint32_t i = 0; i < fold.frames_outside_loop() && i < fold.running_frames().size(); ++i) {
    frames.push_back(fold.running_frames()[i]);
  }
  size_t found = first_after(index_->recording, event, index_->events, [&](const Event& e) {
    return e.kind() == EventKind::Line &&
           std::find(frames.begin(), frames.end(), e.subject) != frames.end();
  });
  return found == index_->events ? steps() - 1 : step_of(found);
}

size_t Reader::out(size_t step) const {
  const size_t event = event_of(step);
  const uint32_t frame = index_->state_at(event).running_frame();
  if (!frame) return next_turn(step);
  size_t found = first_after(index_->recording, event, index_->events, [&](const Event& e) {
    return e.subject == frame && leaves_frame(e.kind());
  });
  return found == index_->events ? steps() - 1 : step_of(found);
}

size_t Reader::next_suspension(size_t step) const {
  const Recording& recording = index_->recording;
  size_t event = event_of(step);
  // The frames of a chain suspend one right after the other; that is one suspension.
  if (recording[event].kind() == EventKind::Suspend) {
    while (event + 1 < index_->events &&
           (recording[event + 1].kind() == EventKind::Suspend || !recording[event + 1].is_step())) {
      ++event;
    }
  }
  size_t found = first_after(recording, event, index_->events,
                             [](const Event& e) { return e.kind() == EventKind::Suspend; });
  return found == index_->events ? steps() - 1 : step_of(found);
}

size_t Reader::next_turn(size_t step) const {
  size_t event = first_after(index_->recording, event_of(step), index_->events,
                             [](const Event& e) { return e.kind() == EventKind::TurnBegun; });
  return event == index_->events ? steps() - 1 : step_of(event);
}

size_t Reader::next_at_line(size_t step, int line) const {
  const Recording& recording = index_->recording;
  auto wanted = [&](const Event& e) {
    return e.kind() == EventKind::Line && recording.position(e).line == line;
  };
  const size_t here = event_of(step);
  size_t event = first_after(recording, here, index_->events, wanted);
  if (event == index_->events) event = first_after(recording, 0, here + 1, wanted);
  return event == index_->events || event == here + 1 ? step : step_of(event);
}

// Of any event of this kind: it may lie deeper, never less deep.
static Depth least_depth(EventKind kind) {
  switch (row_of(kind).depth) {
    case EventRow::Depth::Story: return Depth::Story;
    case EventRow::Depth::Protocol: return Depth::Protocol;
    default: return Depth::Loop;
  }
}

Depth Reader::Index::depth_of(size_t event) const {
  const EventKind kind = recording[event].kind();
  const bool may_tidy_up = kind == EventKind::LoopRun || kind == EventKind::TaskCreated ||
                           kind == EventKind::TaskWaits || kind == EventKind::TaskDone;
  if (may_tidy_up) {
    // A loop that has stopped, and nothing of the program's that has run since: asyncio.run() is
    // closing it, with tasks of its own.
    const auto after = std::upper_bound(loop_stops.begin(), loop_stops.end(), uint32_t(event));
    if (after != loop_stops.begin()) {
      size_t i = *(after - 1);
      while (i < event && !is_of_frame(recording[i].kind())) ++i;
      if (i == event) return Depth::Loop;
    }
  }
  return least_depth(kind);
}

// The kind is asked first: most events lie deeper than what is looked for.
bool Reader::Index::is_shown(size_t event, Depth depth) const {
  return least_depth(recording[event].kind()) <= depth && depth_of(event) <= depth;
}

Depth Reader::depth_of(size_t step) const { return index_->depth_of(event_of(step)); }

size_t Reader::next_step(size_t step, Depth depth) const {
  const size_t last = steps() - 1;
  if (depth == Depth::Loop) return std::min(step + 1, last);
  for (size_t i = event_of(step) + 1; i < index_->events; ++i) {
    if (!index_->recording[i].is_step()) continue;
    ++step;
    if (index_->is_shown(i, depth)) return step;
  }
  return last;
}

size_t Reader::previous_step(size_t step, Depth depth) const {
  if (depth == Depth::Loop) return step - std::min<size_t>(step, 1);
  for (size_t i = event_of(step); i-- > 0;) {
    if (!index_->recording[i].is_step()) continue;
    --step;
    if (index_->is_shown(i, depth)) return step;
  }
  return 0;
}

uint32_t Reader::outer_frame(size_t step) const {
  const size_t event = event_of(step);
  const Event& e = index_->recording[event];
  if (!is_of_frame(e.kind())) return 0;
  // A frame that is left is known just before, one that is entered just after.
  const Fold& fold = index_->state_at(leaves_frame(e.kind()) ? event - 1 : event);
  const Fold::Frame* frame = fold.frame(e.subject);
  return frame ? frame->parent : 0;
}

// What has the event's frame or callback running: the frame's own start or resume, or for that one,
// the frame that called it, or the task's step, or the handle's run; 0 where there is nothing.
size_t Reader::Index::enclosing(size_t event) const {
  // It is looked for where it nearly always is. A frame that has been running for longer may have
  // been for the whole recording: the state knows when it was entered.
  constexpr size_t kNear = 1024;
  const size_t near = event - std::min(event, kNear);
  size_t inner = 0;  // frames entered and left again in between
  const Event& of = recording[event];
  if (is_of_frame(of.kind()) && !enters_frame(of.kind())) {
    for (size_t i = event; i-- > near;) {
      const Event& e = recording[i];
      if (e.subject == of.subject && enters_frame(e.kind())) return i;
    }
    if (near == 0) return 0;
    const Fold::Frame* frame = state_at(event - 1).frame(of.subject);
    return frame ? frame->entered : 0;
  }
  size_t steps = 0;    // of tasks that were taken at once and are over
  size_t handles = 0;  // callbacks that ran in between, where a loop ran inside a frame
  for (size_t i = event; i-- > 0;) {
    if (i + 1 == near) {
      const Fold& fold = state_at(event - 1);
      if (const Fold::Frame* frame = fold.frame(fold.running_frame())) return frame->entered;
    }
    const EventKind kind = recording[i].kind();
    if (kind == EventKind::HandleDone) {
      ++handles;
    } else if (kind == EventKind::HandleRun) {
      if (handles == 0) return i;
      --handles;
    } else if (handles == 0) {
      if (leaves_frame(kind)) {
        ++inner;
      } else if (enters_frame(kind)) {
        if (inner == 0) return i;
        --inner;
      } else if (kind == EventKind::TaskStepOver) {
        ++steps;
      } else if (kind == EventKind::TaskStep && steps > 0) {
        --steps;
      } else if (kind == EventKind::TaskStep && inner == 0) {
        return i;
      }
    }
  }
  return 0;
}

std::optional<Reader::Origin> Reader::origin_of(uint32_t frame, std::string_view variable,
                                                size_t step) const {
  const Recording& recording = index_->recording;
  const Code& code = recording.code_of(frame);
  auto binds = [&](const Event& e) {
    if (e.subject != frame) return false;
    if (e.kind() == EventKind::Bind) return code.locals[e.offset()].name == variable;
    return e.kind() == EventKind::BindName && code.names[e.offset()] == variable;
  };
  size_t bound = index_->shown_at(event_of(step)) + 1;
  const size_t end = bound;
  while (bound > 0 && !binds(recording[bound - 1])) --bound;
  if (bound-- == 0) return {};
  const Shown value = recording[bound].shown();
  const uint32_t object = value.tag() == Shown::Tag::Object ? value.index() : 0;
  for (size_t i = end; object != 0 && i-- > bound;) {
    if (recording[i].kind() == EventKind::Change && recording[i].subject == object)
      return Origin{step_of(i), true};
  }
  return Origin{step_of(bound), false};
}

std::optional<size_t> Reader::state_since(const TaskView& task, size_t step) const {
  const Recording& recording = index_->recording;
  const auto makes_it_so = [&](EventKind kind) {
    if (task.cancel_requested && task.state < TaskState::Done) return kind == EventKind::TaskCancel;
    switch (task.state) {
      case TaskState::Ready:
        return kind == EventKind::TaskCreated || kind == EventKind::HandleScheduled ||
               kind == EventKind::TimerFired;
      case TaskState::Running: return kind == EventKind::TaskStep;
      case TaskState::Waiting: return kind == EventKind::TaskWaits;
      case TaskState::Done: return kind == EventKind::TaskDone;
      case TaskState::Failed: return kind == EventKind::TaskFailed;
      case TaskState::Cancelled: return kind == EventKind::TaskCancelled;
    }
    return false;
  };
  for (size_t i = event_of(step) + 1; i-- > 0;) {
    const Event& e = recording[i];
    const EventKind kind = e.kind();
    if (!makes_it_so(kind)) continue;
    const uint32_t of = is_of_handle(kind) ? recording.handles()[e.subject].task : e.subject;
    if (of == task.task) return step_of(i);
  }
  return {};
}

std::vector<size_t> Reader::causes(size_t step) const {
  constexpr size_t kMost = 64;
  const Recording& recording = index_->recording;
  std::vector<size_t> chain;
  for (size_t event = event_of(step); chain.size() < kMost;) {
    const Event& e = recording[event];
    if (e.kind() == EventKind::End) break;  // nothing is left to happen: no one thing has ended it
    // Those without a cause of their own have one that follows from the order.
    size_t cause = has_cause(e.kind()) ? e.cause : 0;
    if (cause == 0 || cause >= event) cause = index_->enclosing(event);
    if (cause == 0) break;
    chain.push_back(step_of(cause));
    event = event_of(chain.back());  // details stand for their step
  }
  return chain;
}

}  // namespace awaitscope
