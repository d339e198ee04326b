#include "ui/panels/loop_tasks.h"

#include <algorithm>

#include "engine/recording/reading/handle_words.h"

namespace awaitscope {

namespace {

Icon icon_of(TaskState state) {
  switch (state) {
    case TaskState::Ready: return Icon::Ready;
    case TaskState::Running: return Icon::Running;
    case TaskState::Waiting: return Icon::Hourglass;
    case TaskState::Done: return Icon::Check;
    case TaskState::Failed:
    case TaskState::Cancelled: return Icon::Cross;
  }
  return Icon::Ready;
}

}  // namespace

LoopTasks::LoopTasks(View& view, const Rect& content, float from)
    : view_(view),
      ui_(view.controls),
      paint_(view.controls.paint),
      c_(*view.controls.colours),
      moment_(view.session.moment()),
      left_(content.x + view.layout.pad),
      right_(content.right() - view.layout.pad),
      y_(content.y + from) {}

// Whether it is in the queue is what is asked.
bool LoopTasks::hides(const TaskView& task) const {
  return view_.hidden.queue && (task.state == TaskState::Ready || task.state == TaskState::Waiting);
}

Rect LoopTasks::whole_row(float height) const {
  const float pad = view_.layout.pad;
  return {left_ - pad, y_, right_ - left_ + 2 * pad, height};
}

// One line for a task; below it, where it is open, its chain of awaits down to what it waits for.
void LoopTasks::draw(const TaskView& task, bool open) {
  const float top = y_;
  const Rect row = whole_row(std::max(ui_(26), ui_.target > ui_(40) ? ui_.target : 0));
  const float name_end = draw_head(task, open, row);
  y_ += row.height;
  if (open) {
    draw_not_started(task);
    draw_frames(task.chain, task.task, moment_.frame);
    draw_waits_for(task);
    draw_buttons(task);
    draw_result(task);
  } else {
    draw_brief(task, row, name_end, right_);
  }
  paint_.fill({row.x, top + ui_(2), ui_(3), y_ - top - ui_(2)},
              with_alpha(ui_.task(task.task), 0.8f));
  if (open) y_ += ui_(8);
}

// Its name and state. Gives where the name ends.
float LoopTasks::draw_head(const TaskView& task, bool open, const Rect& row) {
  const ImU32 colour = ui_.task(task.task);
  const bool hidden = hides(task);
  const std::string_view word = hidden ? "in the queue?" : words_of_task(task);
  const float wide = text_width(Type::Body, word);
  const Rect state{right_ - wide - ui_(20), row.y, wide + ui_(20), row.height};
  const Press why = ui_.press(Line("loop.why.", Line().add_plain(task.task).view()), word,
                              WidgetKind::Place, state);
  if (why.hovered && !hidden) {
    ui_.tip(state, "Since when? Go to that step");
    paint_.fill(state, c_.hover, ui_(4));
  }
  if (why.clicked && !hidden) asking_ = {0, task.task, task.name, {}};
  const Rect rest{row.x, row.y, state.x - row.x, row.height};
  const Press press = ui_.press(Line("loop.task.", Line().add_plain(task.task).view()), task.name,
                                WidgetKind::Switch, rest, {true, open ? "true" : "false"});
  if (press.clicked) turned_ = task.task;
  if (press.hovered) paint_.fill(rest, with_alpha(c_.hover, 0.6f));
  paint_.horizontal(row.x, row.y, row.width, c_.line);
  const float middle = row.middle_y();
  const float end = paint_.text(Type::BodyStrong, left_, middle, colour, task.name);
  const ImU32 ink = task.state == TaskState::Failed    ? c_.error
                    : task.state == TaskState::Running ? colour
                                                       : c_.muted;
  paint_.text(Type::Body, right_ - wide, middle, ink, word);
  if (!hidden) paint_.icon(icon_of(task.state), {right_ - wide - ui_(11), middle}, ui_(12), ink);
  return end;
}

// On its one line: what it gave, waits for or runs.
void LoopTasks::draw_brief(const TaskView& task, const Rect& row, float from, float right) {
  const float x = from + ui_(12);
  const float room = right - text_width(Type::Body, words_of_task(task)) - ui_(26) - x;
  const bool waits = !task.waits_for.empty() && task.state == TaskState::Waiting && !hides(task);
  const std::string_view brief = !task.result.empty()  ? task.result
                                 : waits               ? task.waits_for
                                 : !task.chain.empty() ? task.chain.back().function
                                                       : task.coroutine;
  paint_.text_within(Type::CodeSmall, x, row.middle_y(), room, c_.faint, brief);
}

void LoopTasks::draw_not_started(const TaskView& task) {
  if (task.started || !task.chain.empty() || task.state >= TaskState::Done ||
      task.coroutine.empty())
    return;
  paint_.text_within(Type::Code, left_ + ui_(12), y_ + ui_(10), right_ - left_ - ui_(110), c_.muted,
                     task.coroutine);
  const float wide = text_width(Type::Caption, "not started");
  paint_.text(Type::Caption, right_ - wide, y_ + ui_(10), c_.faint, "not started");
  y_ += ui_(20);
}

void LoopTasks::draw_waits_for(const TaskView& task) {
  if (task.waits_for.empty() || task.state != TaskState::Waiting || hides(task)) return;
  const ImU32 colour = ui_.task(task.task);
  const float indent = indent_of(task.chain.size());
  draw_corner(indent);
  paint_.icon(Icon::Hourglass, {indent + ui_(9), y_ + ui_(10)}, ui_(13), colour);
  paint_.text_within(Type::Body, indent + ui_(20), y_ + ui_(10), right_ - indent - ui_(20), colour,
                     Line("waits for ", task.waits_for));
  y_ += ui_(20);
}

// What can be done to a task where it is, to see where that goes.
void LoopTasks::draw_buttons(const TaskView& task) {
  if (task.state >= TaskState::Done) return;
  const float high = std::max(ui_(26), ui_.target > ui_(40) ? ui_.target : 0);
  float x = left_ + ui_(12);
  y_ += ui_(4);
  auto draw = [&](bool raise, std::string_view label, std::string_view tip) {
    const Line id("loop.inject.", Line().add_plain(task.task).view(), raise ? ".raise" : ".cancel");
    const Button button{.id = id, .label = label, .tip = tip, .look = ButtonLook::Quiet};
    const Rect place{x, y_, ui_.button_width(button), high};
    if (ui_.button(button, place)) asked_ = {task.task, raise, place};
    x = place.right() + ui_(6);
  };
  draw(false, "Cancel here", "Runs the program again, and cancels the task at this step");
  draw(true, "Raise here…",
       "Runs the program again, and raises an exception in the task at this step");
  y_ += high;
}

void LoopTasks::draw_result(const TaskView& task) {
  if (task.result.empty()) return;
  const bool bad = task.state == TaskState::Failed;
  paint_.text_within(Type::Code, left_ + ui_(12), y_ + ui_(10), right_ - left_ - ui_(12),
                     bad ? c_.error : c_.muted, Line(bad ? "raised " : "result ", task.result));
  y_ += ui_(20);
}

void LoopTasks::draw_program() {
  if (moment_.stack.empty()) return;
  const Rect row = whole_row(ui_(30));
  const float middle = y_ + ui_(16);
  paint_.horizontal(row.x, row.y, row.width, c_.line);
  paint_.text(Type::BodyStrong, left_, middle, c_.text, "Program");
  const std::string_view word = moment_.in_loop ? "in the event loop" : "running";
  const float wide = text_width(Type::Body, word);
  paint_.text(Type::Body, right_ - wide, middle, c_.muted, word);
  paint_.icon(moment_.in_loop ? Icon::Turn : Icon::Running, {right_ - wide - ui_(11), middle},
              ui_(12), c_.muted);
  y_ += row.height;
  draw_frames(moment_.stack, 0, moment_.task == 0 ? moment_.frame : 0);
  y_ += ui_(8);
}

void LoopTasks::draw_threads() {
  for (const ThreadView& thread : moment_.threads) {
    if (thread.thread == 0) continue;
    const Rect row = whole_row(ui_(30));
    const float middle = y_ + ui_(16);
    paint_.horizontal(row.x, row.y, row.width, c_.line);
    const std::string_view word = thread.state == ThreadState::Running   ? "running"
                                  : thread.state == ThreadState::Waiting ? "waiting"
                                                                         : "ready";
    const float wide = text_width(Type::Body, word);
    paint_.text_within(Type::BodyStrong, left_, middle, right_ - left_ - wide - ui_(24), c_.text,
                       thread.name);
    paint_.text(Type::Body, right_ - wide, middle, c_.muted, word);
    y_ += row.height;
    if (thread.state == ThreadState::Waiting) {
      paint_.text_within(Type::Body, left_ + ui_(12), y_ + ui_(10), right_ - left_ - ui_(12),
                         c_.muted, Line("waits for ", thread.waits_for));
      y_ += ui_(20);
    }
    draw_frames(thread.stack, 0, moment_.task == 0 ? moment_.frame : 0);
    y_ += ui_(8);
  }
}

void LoopTasks::draw_frames(const std::vector<FrameView>& chain, uint32_t task, uint32_t current) {
  for (size_t i = 0; i < chain.size(); ++i)
    draw_frame(chain[i], i, task, chain[i].frame == current);
}

float LoopTasks::indent_of(size_t depth) const {
  return left_ + ui_(8) + float(std::min<size_t>(depth, 8)) * ui_(12);
}

// A place in the chain: a corner from the frame that awaits or calls it.
void LoopTasks::draw_corner(float indent) {
  paint_.vertical(indent - ui_(6), y_ - ui_(4), ui_(14), c_.line_strong);
  paint_.horizontal(indent - ui_(6), y_ + ui_(10), ui_(5), c_.line_strong);
}

void LoopTasks::draw_frame(const FrameView& frame, size_t depth, uint32_t task, bool now) {
  const float indent = indent_of(depth), middle = y_ + ui_(10), x = indent + ui_(4);
  if (now) {
    paint_.fill({left_ - ui_(6), y_, right_ - left_ + ui_(12), ui_(20)},
                with_alpha(ui_.task(task), 0.13f), ui_(4));
  }
  if (depth > 0) draw_corner(indent);
  float right = right_;
  if (frame.line > 0) {
    const Line where(frame.line);
    right -= text_width(Type::CodeSmall, where);
    paint_.text(Type::CodeSmall, right, middle, c_.faint, where);
  }
  paint_.text_within(Type::Code, x, middle, right - x - ui_(10),
                     now || frame.running ? c_.text : c_.muted, frame.function);
  y_ += ui_(20);
  draw_locals(frame, x);
}

void LoopTasks::draw_locals(const FrameView& frame, float indent) {
  if (frame.locals.empty() || frame.function == "<module>") return;
  constexpr int kMostRows = 2;  // the source has them all
  const float left = indent + ui_(12);
  float x = left;
  int rows = 1;
  for (const Variable& variable : frame.locals) {
    const Line text(variable.name, " = ", std::string_view(variable.value).substr(0, 80));
    const float wide = text_width(Type::CodeSmall, text);
    if (x > left && x + wide > right_) {
      if (rows++ == kMostRows) break;
      x = left;
      y_ += ui_(18);
    }
    draw_variable(frame, variable, text, {x, y_, std::min(wide, right_ - x), ui_(18)});
    x += wide + ui_(14);
  }
  y_ += ui_(18);
}

void LoopTasks::draw_variable(const FrameView& frame, const Variable& variable,
                              std::string_view text, const Rect& words) {
  const Rect place{words.x - ui_(3), words.y - ui_(2), words.width + ui_(6), words.height};
  Line id("loop.value.");
  id.add_plain(frame.frame).add(".").add(variable.name);
  const Press why = ui_.press(id, text, WidgetKind::Place, place);
  if (why.hovered) {
    ui_.tip(place, "Where does this value come from?");
    paint_.fill(place, c_.hover, ui_(3));
  }
  if (why.clicked) asking_ = {frame.frame, 0, variable.name, variable.value};
  paint_.text_within(Type::CodeSmall, words.x, y_ + ui_(7), words.width,
                     why.hovered ? c_.text : c_.faint, text);
}

}  // namespace awaitscope
