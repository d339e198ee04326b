#pragma once
// The tasks in the loop's panel, one below the other: each from its coroutine down to what it waits
// for, and what can be done to it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/view.h"

namespace awaitscope {

class LoopTasks {
 public:
  // Begins at this height below the content's top.
  LoopTasks(View& view, const Rect& content, float from);

  void draw(const TaskView& task, bool open);
  void draw_program();            // what runs outside of any task
  void draw_threads();            // the same of each other thread
  float y() const { return y_; }  // where the next one begins

  // What somebody pressed; the task is 0 where nobody did.
  struct Injecting {
    uint32_t task = 0;
    bool raise = false;  // or cancel
    Rect at;             // the button
  };
  const Injecting& asked() const { return asked_; }
  uint32_t turned() const { return turned_; }  // to be opened or closed

  // Of what somebody asks why it is so: a variable of a frame, or a task.
  struct Asking {
    uint32_t frame = 0, task = 0;
    std::string_view name;  // the variable's
    std::string value;      // what it is
  };
  const Asking& asking() const { return asking_; }  // nothing: neither frame nor task

 private:
  float draw_head(const TaskView& task, bool open, const Rect& row);
  void draw_brief(const TaskView& task, const Rect& row, float from, float right);
  void draw_not_started(const TaskView& task);
  void draw_waits_for(const TaskView& task);
  void draw_buttons(const TaskView& task);
  void draw_result(const TaskView& task);
  void draw_frames(const std::vector<FrameView>& chain, uint32_t task, uint32_t current);
  void draw_frame(const FrameView& frame, size_t depth, uint32_t task, bool now);
  void draw_locals(const FrameView& frame, float indent);
  void draw_variable(const FrameView& frame, const Variable& variable, std::string_view text,
                     const Rect& words);
  float indent_of(size_t depth) const;
  void draw_corner(float indent);
  bool hides(const TaskView& task) const;
  Rect whole_row(float height) const;  // with the panel's margins

  View& view_;
  Controls& ui_;
  Painter& paint_;
  const Palette& c_;
  const Moment& moment_;
  float left_, right_, y_;
  Injecting asked_;
  uint32_t turned_ = 0;
  Asking asking_;
};

}  // namespace awaitscope
