#include "engine/recording/pictures/model.h"

#include <algorithm>
#include <optional>

#include "engine/recording/reading/handle_words.h"

namespace awaitscope {

namespace {
constexpr uint32_t kProgram = 0, kLoop = 1;
}

std::string_view name_of(const Recording& recording, const TimelineBar& bar) {
  if (bar.kind == BarKind::Idle) return {};
  if (bar.kind == BarKind::Handle)
    return brief_of_handle(recording.text(recording.handles()[bar.subject].label));
  const std::string_view qualified = recording.code_of(bar.subject).qualname;
  return qualified.substr(qualified.rfind('.') + 1);  // the whole where there is none
}

void TimelineModel::clear() {
  lanes_.assign(2, {});
  lanes_[kProgram].kind = LaneKind::Program;
  lanes_[kLoop].kind = LaneKind::Loop;
  lane_of_task_.clear();
  lane_of_thread_.clear();
  aside_.clear();
  switches_.clear();
  frames_.clear();
  program_stack_.clear();
  turns_.clear();
  jumps_.clear();
  outputs_.clear();
  next_event_ = 0;
  step_ = 0;
  task_ = handle_ = thread_ = 0;
  time_ = 0;
}

void TimelineModel::extend(const Recording& recording) {
  for (const size_t size = recording.size(); next_event_ < size; ++next_event_) {
    const Event& event = recording[next_event_];
    if (!event.is_step()) continue;
    read(recording, event);
    ++step_;
  }
}

TimelineLane& TimelineModel::task_lane(uint32_t task) {
  if (task >= lane_of_task_.size()) lane_of_task_.resize(task + 1, 0);
  if (lane_of_task_[task] == 0) {
    lane_of_task_[task] = uint32_t(lanes_.size());
    TimelineLane& lane = lanes_.emplace_back();
    lane.kind = LaneKind::Task;
    lane.task = task;
  }
  return lanes_[lane_of_task_[task]];
}

uint32_t TimelineModel::current_lane() const {
  if (task_ < lane_of_task_.size() && lane_of_task_[task_] != 0) return lane_of_task_[task_];
  if (handle_ != 0) return kLoop;
  return thread_ < lane_of_thread_.size() ? lane_of_thread_[thread_] : kProgram;
}

// The main thread's is the program's.
uint32_t TimelineModel::thread_lane(uint32_t thread) {
  if (thread == 0) return kProgram;
  if (thread >= lane_of_thread_.size()) lane_of_thread_.resize(thread + 1, kProgram);
  if (lane_of_thread_[thread] == kProgram) {
    lane_of_thread_[thread] = uint32_t(lanes_.size());
    TimelineLane& lane = lanes_.emplace_back();
    lane.kind = LaneKind::Thread;
    lane.thread = thread;
  }
  return lane_of_thread_[thread];
}

void TimelineModel::thread_phase(uint32_t thread, TaskPhase phase) {
  if (thread != 0) add_phase(lanes_[thread_lane(thread)], phase);
}

void TimelineModel::switch_thread(uint32_t thread) {
  if (std::max(thread, thread_) >= aside_.size()) aside_.resize(std::max(thread, thread_) + 1);
  aside_[thread_] = {task_, handle_};
  if (thread_ != 0) {
    const std::vector<TaskStretch>& phases = lanes_[thread_lane(thread_)].phases;
    if (!phases.empty() && phases.back().phase == TaskPhase::Running)
      thread_phase(thread_, TaskPhase::Ready);
  }
  thread_ = thread;
  task_ = aside_[thread].task;
  handle_ = aside_[thread].handle;
  thread_phase(thread, TaskPhase::Running);
  stretch_thread(thread, Stretch::Running, step_);
  switches_.push_back({step_, thread});
}

// The frames that a thread has entered wait while it does.
void TimelineModel::stretch_thread(uint32_t thread, Stretch state, uint32_t begin) {
  if (thread == 0) return;
  const uint32_t lane = thread_lane(thread);
  for (size_t row = 0; row < lanes_[lane].rows.size(); ++row) {
    const std::vector<TimelineBar>& bars = lanes_[lane].rows[row].bars;
    if (bars.empty() || bars.back().end != kOpen) continue;
    const uint32_t frame = bars.back().subject;
    if (state_of(frame).active) stretch(frame, state, begin);
  }
}

TimelineRow* TimelineModel::row_for(uint32_t lane, uint32_t row) {
  if (row >= kMaxRows) return nullptr;
  std::vector<TimelineRow>& rows = lanes_[lane].rows;
  if (row >= rows.size()) rows.resize(row + 1);
  return &rows[row];
}

TimelineModel::FrameState& TimelineModel::state_of(uint32_t frame) {
  if (frame >= frames_.size()) frames_.resize(std::max<size_t>(frame + 1, frames_.size() * 2));
  return frames_[frame];
}

// The first row below every frame of the lane that is still there.
uint32_t TimelineModel::free_row(uint32_t lane) const {
  const std::vector<TimelineRow>& rows = lanes_[lane].rows;
  const uint32_t base = lane == kLoop ? 1 : 0;
  uint32_t row = uint32_t(rows.size());
  while (row > base && (rows[row - 1].bars.empty() || rows[row - 1].bars.back().end != kOpen))
    --row;
  return std::max(row, base);
}

void TimelineModel::open_bar(uint32_t frame, uint32_t lane, uint32_t row) {
  FrameState& state = state_of(frame);
  const bool continued = state.shown;
  state.lane = lane;
  state.row = row;
  state.active = true;
  TimelineRow* place = row_for(lane, row);
  state.shown = place != nullptr;
  if (!place) return;
  if (!place->bars.empty() && place->bars.back().end == kOpen) {
    // A suspended frame had this row: its bar ends where it was suspended.
    TimelineBar& other = place->bars.back();
    uint32_t end = step_;
    if (other.stretch_count > 1 && place->stretches.back().state == Stretch::Suspended) {
      end = place->stretches.back().begin;
      place->stretches.pop_back();
      --other.stretch_count;
    }
    other.end = end;
    other.ended = BarEnd::Displaced;
  }
  state.bar = uint32_t(place->bars.size());
  TimelineBar bar;
  bar.begin = step_;
  bar.subject = frame;
  bar.first_stretch = uint32_t(place->stretches.size());
  bar.stretch_count = 1;
  bar.continued = continued;
  place->bars.push_back(bar);
  place->stretches.push_back({step_, Stretch::Running});
}

void TimelineModel::start(uint32_t frame, uint32_t caller) {
  const uint32_t lane = current_lane();
  uint32_t row = free_row(lane);
  if (caller != 0 && caller < frames_.size() && frames_[caller].active &&
      frames_[caller].lane == lane) {
    row = frames_[caller].row + 1;
  }
  open_bar(frame, lane, row);
  if (lane == kProgram) program_stack_.push_back(frame);
}

void TimelineModel::stretch(uint32_t frame, Stretch state, uint32_t begin) {
  const FrameState& at = state_of(frame);
  if (!at.shown) return;
  TimelineRow& row = lanes_[at.lane].rows[at.row];
  TimelineBar& bar = row.bars[at.bar];
  // Only the newest bar of a row can grow: its stretches are the row's last.
  if (at.bar + 1 != row.bars.size() || bar.end != kOpen) return;
  if (row.stretches.back().state == state) return;
  if (row.stretches.back().begin == begin) {
    row.stretches.back().state = state;
    return;
  }
  row.stretches.push_back({begin, state});
  ++bar.stretch_count;
}

void TimelineModel::suspend(uint32_t frame) {
  stretch(frame, Stretch::Suspended, step_ + 1);
  state_of(frame).active = false;
  if (!program_stack_.empty() && program_stack_.back() == frame) program_stack_.pop_back();
}

void TimelineModel::resume(uint32_t frame) {
  FrameState& state = state_of(frame);
  const uint32_t lane = current_lane();
  if (state.shown && state.lane == lane) {
    const TimelineRow& row = lanes_[lane].rows[state.row];
    if (state.bar + 1 == row.bars.size() && row.bars.back().end == kOpen) {
      state.active = true;
      stretch(frame, Stretch::Running, step_);
      if (lane == kProgram) program_stack_.push_back(frame);
      return;
    }
  }
  uint32_t row = free_row(lane);
  if (state.lane == lane && state.row > row) row = state.row;
  open_bar(frame, lane, row);
  if (lane == kProgram) program_stack_.push_back(frame);
}

void TimelineModel::finish(uint32_t frame, BarEnd how) {
  FrameState& state = state_of(frame);
  state.active = false;
  if (!program_stack_.empty() && program_stack_.back() == frame) program_stack_.pop_back();
  if (!state.shown) return;
  TimelineBar& bar = lanes_[state.lane].rows[state.row].bars[state.bar];
  if (bar.end != kOpen) return;
  bar.end = step_ + 1;
  bar.ended = how;
}

void TimelineModel::add_phase(TimelineLane& lane, TaskPhase phase) {
  std::vector<TaskStretch>& phases = lane.phases;
  if (!phases.empty() && phases.back().phase == phase) return;
  phases.push_back({step_, phase});
}

void TimelineModel::loop_bar(BarKind kind, uint32_t subject) {
  TimelineRow& row = *row_for(kLoop, 0);
  TimelineBar bar;
  bar.begin = step_;
  bar.end = kind == BarKind::Idle ? step_ + 1 : kOpen;
  bar.subject = subject;
  bar.kind = kind;
  if (!row.bars.empty() && row.bars.back().end == kOpen) row.bars.back().end = step_;
  row.bars.push_back(bar);
}

void TimelineModel::close_loop_bar(BarKind kind) {
  TimelineRow& row = *row_for(kLoop, 0);
  if (row.bars.empty() || row.bars.back().kind != kind || row.bars.back().end != kOpen) return;
  row.bars.back().end = step_ + 1;
  row.bars.back().ended = BarEnd::Returned;
}

void TimelineModel::read(const Recording& recording, const Event& event) {
  const uint32_t subject = event.subject;
  switch (event.kind()) {
    case EventKind::Start: start(subject, event.operand); break;
    case EventKind::Suspend: suspend(subject); break;
    case EventKind::Resume:
    case EventKind::Throw: resume(subject); break;
    case EventKind::Return: finish(subject, BarEnd::Returned); break;
    case EventKind::Raise: {
      const Shown left_by = event.shown();
      std::string_view type;
      if (left_by.tag() == Shown::Tag::Object)
        type = recording.text(recording.objects()[left_by.index()].type);
      else if (left_by.tag() == Shown::Tag::Text)
        type = recording.text(left_by.index());
      const bool cancelled = type.substr(0, type.find('(')) == "CancelledError";
      finish(subject, cancelled ? BarEnd::Cancelled : BarEnd::Raised);
      break;
    }
    case EventKind::TaskCreated: phase(subject, TaskPhase::Ready); break;
    case EventKind::TaskStep:
      task_ = subject;
      phase(subject, TaskPhase::Running);
      task_lane(subject).thread = thread_;
      break;
    case EventKind::TaskStepOver: {
      const std::vector<TaskStretch>& phases = task_lane(subject).phases;
      if (!phases.empty() && phases.back().phase == TaskPhase::Running)
        phase(subject, TaskPhase::Ready);
      task_ = event.cause;
      break;
    }
    case EventKind::TaskWaits: phase(subject, TaskPhase::Waiting); break;
    case EventKind::TaskDone: phase(subject, TaskPhase::Done); break;
    case EventKind::TaskFailed: phase(subject, TaskPhase::Failed); break;
    case EventKind::TaskCancelled: phase(subject, TaskPhase::Cancelled); break;
    case EventKind::HandleScheduled:
    case EventKind::TimerFired: {
      const uint32_t task = recording.handles()[subject].task;
      if (task == 0) break;
      const std::vector<TaskStretch>& phases = task_lane(task).phases;
      if (!phases.empty() && phases.back().phase != TaskPhase::Waiting &&
          phases.back().phase != TaskPhase::Running) {
        break;
      }
      if (task != task_) phase(task, TaskPhase::Ready);
      break;
    }
    case EventKind::HandleRun:
      handle_ = subject;
      task_ = 0;
      loop_bar(BarKind::Handle, subject);
      break;
    case EventKind::HandleDone:
      close_loop_bar(BarKind::Handle);
      if (task_ != 0) {
        const std::vector<TaskStretch>& phases = task_lane(task_).phases;
        // It gave way of its own accord: its next step is in the ready queue already.
        if (!phases.empty() && phases.back().phase == TaskPhase::Running) {
          phase(task_, TaskPhase::Ready);
        }
      }
      handle_ = task_ = 0;
      break;
    case EventKind::TurnBegun: turns_.push_back({step_, event.operand, time_}); break;
    case EventKind::IdleJump:
      time_ = recording.jumps()[event.operand].to;
      jumps_.push_back({step_, recording.jumps()[event.operand].from, time_});
      if (handle_ == 0) loop_bar(BarKind::Idle, event.operand);  // else a callback blocks the loop
      break;
    case EventKind::ThreadStarted: thread_phase(subject, TaskPhase::Ready); break;
    case EventKind::ThreadSwitch: switch_thread(subject); break;
    case EventKind::ThreadWaits:
      thread_phase(subject, TaskPhase::Waiting);
      stretch_thread(subject, Stretch::Suspended, step_ + 1);
      break;
    case EventKind::ThreadReady:
      thread_phase(subject, subject == thread_ ? TaskPhase::Running : TaskPhase::Ready);
      if (subject == thread_) stretch_thread(subject, Stretch::Running, step_);
      break;
    case EventKind::ThreadDone:
      thread_phase(subject, TaskPhase::Done);
      task_ = handle_ = 0;
      break;
    case EventKind::LoopRun:
      if (thread_ != 0) break;  // the program's own frames do not wait for it
      for (const uint32_t frame : program_stack_) stretch(frame, Stretch::InLoop, step_);
      break;
    case EventKind::LoopStop:
      handle_ = task_ = 0;
      if (thread_ != 0) break;
      for (const uint32_t frame : program_stack_) stretch(frame, Stretch::Running, step_);
      break;
    case EventKind::Out: outputs_.push_back({step_, false, event.operand}); break;
    case EventKind::Err: outputs_.push_back({step_, true, event.operand}); break;
    default: break;
  }
}

const TimelineBar* TimelineModel::bar_of(uint32_t frame, uint32_t step) const {
  if (frame >= frames_.size() || !frames_[frame].shown) return nullptr;
  const FrameState& state = frames_[frame];
  const std::vector<TimelineBar>& bars = lanes_[state.lane].rows[state.row].bars;
  auto after = std::upper_bound(bars.begin(), bars.end(), step,
                                [](uint32_t s, const TimelineBar& bar) { return s < bar.begin; });
  if (after != bars.begin() && (after - 1)->subject == frame &&
      (after - 1)->kind == BarKind::Frame) {
    return &*(after - 1);
  }
  return &bars[state.bar];
}

namespace {

// The last item that begins at or before a step; size_t(-1) where there is none.
template <class Item>
size_t last_from(const std::vector<Item>& items, uint32_t step) {
  auto after = std::upper_bound(items.begin(), items.end(), step,
                                [](uint32_t s, const Item& item) { return s < item.begin; });
  return size_t(after - items.begin()) - 1;
}

// What the row's bar at a step is doing then; nothing where there is no bar.
std::optional<Stretch> stretch_at(const TimelineRow& row, uint32_t step) {
  const size_t i = last_from(row.bars, step);
  if (i == size_t(-1)) return {};
  const TimelineBar& bar = row.bars[i];
  if (bar.end != kOpen && step >= bar.end) return {};
  if (bar.stretch_count == 0) return Stretch::Running;
  uint32_t low = bar.first_stretch, high = low + bar.stretch_count;
  while (high - low > 1) {
    const uint32_t middle = (low + high) / 2;
    if (row.stretches[middle].begin <= step)
      low = middle;
    else
      high = middle;
  }
  return row.stretches[low].state;
}

}  // namespace

uint32_t TimelineModel::thread_at(uint32_t step) const {
  const size_t at = last_from(switches_, step);
  return at == size_t(-1) ? 0 : switches_[at].thread;
}

LanePlace TimelineModel::place_of(uint32_t step) const {
  LanePlace place{step, kProgram, 0};
  const auto first_row = [&](uint32_t lane) -> std::optional<Stretch> {
    const std::vector<TimelineRow>& rows = lanes_[lane].rows;
    if (rows.empty()) return {};
    return stretch_at(rows[0], step);
  };
  // Between two callbacks it is the loop itself, which the program is in.
  const uint32_t thread = thread_at(step);
  if (thread != 0) {
    place.lane = thread < lane_of_thread_.size() ? lane_of_thread_[thread] : kProgram;
  } else if (first_row(kLoop) || first_row(kProgram) == Stretch::InLoop) {
    place.lane = kLoop;
  }
  for (size_t i = kLoop + 1; i < lanes_.size(); ++i) {
    if (lanes_[i].kind != LaneKind::Task || lanes_[i].thread != thread) continue;
    const std::vector<TaskStretch>& phases = lanes_[i].phases;
    const size_t at = last_from(phases, step);
    if (at != size_t(-1) && phases[at].phase == TaskPhase::Running) place.lane = uint32_t(i);
  }
  const std::vector<TimelineRow>& rows = lanes_[place.lane].rows;
  for (size_t r = 0; r < rows.size(); ++r) {
    if (stretch_at(rows[r], step) == Stretch::Running) place.row = uint32_t(r);
  }
  return place;
}

}  // namespace awaitscope
