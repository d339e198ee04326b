#pragma once
// The whole of a moment as text: for comparing, and for looking at where a test fails.

#include <string>

#include "engine/recording/reading/moment.h"

namespace awaitscope::testing {

inline void describe_frames(std::string& to, const std::vector<FrameView>& frames) {
  for (const FrameView& frame : frames) {
    to += "    " + std::string(frame.function) + " #" + std::to_string(frame.frame) + " line " +
          std::to_string(frame.line) + (frame.running ? " running" : " suspended");
    for (const Variable& variable : frame.locals) {
      to += " " + std::string(variable.name) + "=" + variable.value;
    }
    to += "\n";
  }
}

inline std::string handles(const std::vector<HandleView>& views) {
  std::string to;
  for (const HandleView& view : views) {
    to += " [" + std::string(view.label) + "]";
    if (view.deadline >= 0) to += "@" + std::to_string(view.deadline);
  }
  return to + "\n";
}

// All that a moment says.
inline std::string describe(const Moment& moment) {
  static constexpr const char* kStates[] = {"ready", "running", "waiting",
                                            "done",  "failed",  "cancelled"};
  static constexpr const char* kThreadStates[] = {"ready", "running", "waiting"};
  std::string to =
      "step " + std::to_string(moment.step) + " event " + std::to_string(moment.event) + " in " +
      std::string(moment.function) + " line " + std::to_string(moment.at.line) + " frame " +
      std::to_string(moment.frame) + " task " + std::to_string(moment.task) + " turn " +
      std::to_string(moment.turn) + " time " + std::to_string(moment.time) + " handle " +
      std::to_string(moment.running_handle) + " out " + std::to_string(moment.out_bytes) + " err " +
      std::to_string(moment.err_bytes) + "\n";
  to += "  stack\n";
  describe_frames(to, moment.stack);
  for (const ThreadView& thread : moment.threads) {
    to += "  " + std::string(thread.name) + " " + kThreadStates[size_t(thread.state)];
    if (!thread.waits_for.empty()) to += " for " + std::string(thread.waits_for);
    if (thread.until >= 0) to += " until " + std::to_string(thread.until);
    if (thread.in_loop) to += " in its loop";
    to += thread.thread == moment.thread ? " now\n" : "\n";
    describe_frames(to, thread.stack);
  }
  for (const TaskView& task : moment.tasks) {
    to += "  " + std::string(task.name) + " " + kStates[size_t(task.state)];
    if (!task.waits_for.empty()) to += " for " + task.waits_for;
    if (!task.result.empty()) to += " result " + task.result;
    if (task.cancel_requested) to += " cancel requested";
    to += "\n";
    describe_frames(to, task.chain);
  }
  to += "  ready" + handles(moment.ready) + "  timers" + handles(moment.timers);
  for (const PrimitiveView& primitive : moment.primitives) {
    to += "  " + std::string(primitive.label) + " " + std::string(primitive.value);
    if (primitive.holder) to += " held by " + std::to_string(primitive.holder);
    for (const PrimitiveView::Line& line : primitive.lines) {
      to += " " + std::string(line.role) + " " + std::to_string(line.total) + ":";
      for (uint32_t task : line.tasks) to += " " + std::to_string(task);
    }
    to += "\n";
  }
  for (const FutureView& future : moment.futures) {
    to += "  future " + std::to_string(future.future) + " " + future.state + " for";
    for (uint32_t task : future.waiters) to += " " + std::to_string(task);
    to += "\n";
  }
  return to;
}

}  // namespace awaitscope::testing
