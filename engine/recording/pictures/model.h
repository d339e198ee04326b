#pragma once
// What the timeline shows of a recording: lanes of rows of bars.
//
// There is a lane for the program (frames of the main thread outside any task), one for the event
// loop (the handles it ran, its idle times, and frames of plain callbacks), one for each task and
// one for each other thread (its frames outside any task). In a lane a frame called by another is
// one row below it. The bars of a row are in order and do not overlap, so that what is seen of a
// million can be found by binary search. A frame that suspends and goes on is one bar with several
// stretches; where another frame took its place meanwhile (a generator beside its caller) it is two
// bars. All positions are steps; a bar or stretch covers [begin, end).

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/recording/events/recording.h"

namespace awaitscope {

inline constexpr uint32_t kOpen = UINT32_MAX;  // an end that has not come yet

enum class Stretch : uint8_t {
  Running,
  InLoop,  // the program's own frames while the event loop runs
  Suspended,
};

enum class BarKind : uint8_t { Frame, Handle, Idle };
enum class BarEnd : uint8_t { Open, Returned, Raised, Cancelled, Displaced };

struct TimelineBar {
  uint32_t begin = 0, end = kOpen;
  uint32_t subject = 0;        // frame, handle, or index into Recording::jumps
  uint32_t first_stretch = 0;  // into the row's stretches
  uint32_t stretch_count = 0;
  BarKind kind = BarKind::Frame;
  BarEnd ended = BarEnd::Open;
  bool continued = false;  // not the frame's first bar
};

struct TimelineStretch {
  uint32_t begin;  // up to the next one of the bar, or the bar's end
  Stretch state;
};

struct TimelineRow {
  std::vector<TimelineBar> bars;
  std::vector<TimelineStretch> stretches;
};

// What a task is doing, seen from the loop; or a thread.
enum class TaskPhase : uint8_t { Ready, Running, Waiting, Done, Failed, Cancelled };

struct TaskStretch {
  uint32_t begin;
  TaskPhase phase;
};

enum class LaneKind : uint8_t { Program, Loop, Task, Thread };

struct TimelineLane {
  LaneKind kind = LaneKind::Program;
  uint32_t task = 0;
  uint32_t thread = 0;  // of a thread's lane; of a task's: the one that runs it
  std::vector<TimelineRow> rows;
  std::vector<TaskStretch> phases;  // of a task's lane, or a thread's
  bool has_phases() const { return kind == LaneKind::Task || kind == LaneKind::Thread; }
};

struct TurnMark {
  uint32_t step, turn;
  double time = 0;  // virtual seconds, when it begins
};

// A step in which virtual time moves on.
struct TimeJump {
  uint32_t step;
  double from, to;  // seconds
};

struct OutputMark {
  uint32_t step;
  bool error;
  uint32_t text;
};

// What stands on a bar: a frame's function, without what it is inside of; what a handle is for.
// Empty for idle times.
std::string_view name_of(const Recording& recording, const TimelineBar& bar);

// Where on the timeline something happens.
struct LanePlace {
  uint32_t step = 0, lane = 0, row = 0;
  bool operator==(const LanePlace&) const = default;
};

class TimelineModel {
 public:
  static constexpr uint32_t kMaxRows = 48;  // of a lane: deeper frames are not shown

  TimelineModel() { clear(); }
  void clear();
  void extend(const Recording& recording);  // reads the events that are new

  const std::vector<TimelineLane>& lanes() const { return lanes_; }
  const std::vector<TurnMark>& turns() const { return turns_; }
  const std::vector<TimeJump>& jumps() const { return jumps_; }
  const std::vector<OutputMark>& outputs() const { return outputs_; }
  uint32_t steps() const { return step_; }
  // The bar of a frame that holds a step or, failing that, its first; nullptr where it has none.
  const TimelineBar* bar_of(uint32_t frame, uint32_t step) const;
  // Who acts in a step: the innermost frame that runs in the task, callback or program it belongs
  // to.
  LanePlace place_of(uint32_t step) const;

 private:
  struct FrameState {
    uint32_t lane = 0, row = 0, bar = 0;
    bool shown = false, active = false;
  };

  void read(const Recording& recording, const Event& event);
  TimelineLane& task_lane(uint32_t task);
  uint32_t thread_lane(uint32_t thread);
  void thread_phase(uint32_t thread, TaskPhase phase);
  void switch_thread(uint32_t thread);
  void stretch_thread(uint32_t thread, Stretch state, uint32_t begin);
  uint32_t thread_at(uint32_t step) const;
  uint32_t current_lane() const;
  TimelineRow* row_for(uint32_t lane, uint32_t row);
  FrameState& state_of(uint32_t frame);
  void start(uint32_t frame, uint32_t caller);
  void open_bar(uint32_t frame, uint32_t lane, uint32_t row);
  void suspend(uint32_t frame);
  void resume(uint32_t frame);
  void finish(uint32_t frame, BarEnd how);
  void stretch(uint32_t frame, Stretch state, uint32_t begin);
  uint32_t free_row(uint32_t lane) const;
  void phase(uint32_t task, TaskPhase phase) { add_phase(task_lane(task), phase); }
  void add_phase(TimelineLane& lane, TaskPhase phase);
  void loop_bar(BarKind kind, uint32_t subject);
  void close_loop_bar(BarKind kind);

  std::vector<TimelineLane> lanes_;
  std::vector<uint32_t> lane_of_task_, lane_of_thread_;
  // Of a thread that does not run: what task_ and handle_ are while it does.
  struct Aside {
    uint32_t task = 0, handle = 0;
  };
  std::vector<Aside> aside_;  // by thread
  struct Switch {
    uint32_t begin, thread;
  };
  std::vector<Switch> switches_;
  std::vector<FrameState> frames_;
  std::vector<uint32_t> program_stack_;
  std::vector<TurnMark> turns_;
  std::vector<TimeJump> jumps_;
  std::vector<OutputMark> outputs_;
  size_t next_event_ = 0;
  uint32_t step_ = 0;  // of the event being read; afterwards the number of steps
  uint32_t task_ = 0, handle_ = 0, thread_ = 0;
  double time_ = 0;
};

}  // namespace awaitscope
