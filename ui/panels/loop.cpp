// The event loop as the machine it is: what runs, what is next, what waits for its time; and each
// task from its coroutine down to the future it waits for.
#include <algorithm>
#include <cmath>
#include <span>

#include "engine/recording/reading/handle_words.h"
#include "engine/session/injections.h"
#include "ui/panels/panels.h"
#include "ui/view.h"

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

class LoopPanel {
 public:
  LoopPanel(View& view, const Rect& content)
      : view_(view),
        ui_(view.controls),
        c_(*view.controls.colours),
        left_(content.x + view.layout.pad),
        right_(content.right() - view.layout.pad),
        top_(content.y),
        y_(content.y) {}

  float y() const { return y_; }
  // What somebody pressed to be injected; its task is 0 where nobody did.
  const Injection& asked() const { return asked_; }

  // The loop itself: what its timers and its queue hold comes to run, from below upwards.
  void machine(const Moment& moment) {
    const Recording& recording = view_.session.recording();
    for (View::Token& token : view_.tokens) token.drawn = false;
    begin("Running");
    if (moment.running_handle != 0) {
      const Recording::Handle& handle = recording.handles()[moment.running_handle];
      pill(moment.running_handle, recording.text(handle.label), handle.task, true, -1, 0);
    } else if (const Event& event = recording[moment.event]; event.kind() == EventKind::IdleJump) {
      const Recording::Jump& jump = recording.jumps()[event.operand];
      ui_.paint.icon(Icon::Hourglass, {x_ + ui_(7), y_ + ui_(13)}, ui_(13), c_.accent);
      ui_.paint.text_within(
          Type::Body, x_ + ui_(18), y_ + ui_(13), right_ - x_ - ui_(18), c_.text,
          Line("nobody: the clock goes from ", Line().add_seconds(jump.from).view(), " to ",
               Line().add_seconds(jump.to).view()));
    } else {
      nothing(moment.turn == 0 ? "the loop has not begun" : "nothing");
    }
    end();
    begin("Ready");
    for (const HandleView& handle : first_of(moment.ready))
      pill(handle.handle, handle.label, handle.task, false, -1, 0);
    more(moment.ready.size());
    if (moment.ready.empty()) nothing("nobody is waiting to run");
    end();
    begin("Timers");
    for (const HandleView& timer : first_of(moment.timers))
      pill(timer.handle, timer.label, timer.task, false, timer.deadline,
           timer.deadline - moment.time);
    more(moment.timers.size());
    if (moment.timers.empty()) nothing("none");
    end();
    if (!moment.futures.empty()) {
      begin("Futures");
      for (const FutureView& future : moment.futures) this->future(future, moment);
      end();
    }
    if (!moment.primitives.empty()) {
      begin("Shared");
      for (const PrimitiveView& primitive : moment.primitives) this->primitive(primitive);
      y_ += ui_(4);
    }
    std::erase_if(view_.tokens, [](const View::Token& token) { return !token.drawn; });
    y_ += ui_(4);
  }

  // A lock, queue or the like on a line of its own: its state, who holds it and who waits, in
  // order.
  void primitive(const PrimitiveView& primitive) {
    const float middle = y_ + ui_(13);
    x_ = start_;
    auto word = [&](Type type, ImU32 ink, std::string_view text) {
      if (x_ < right_)
        x_ = ui_.paint.text_within(type, x_, middle, right_ - x_, ink, text) + ui_(8);
    };
    auto square = [&](uint32_t task) {
      if (x_ + ui_(8) > right_) return;
      ui_.paint.fill({x_, middle - ui_(4), ui_(8), ui_(8)}, ui_.task(task), ui_(2));
      x_ += ui_(11);
    };
    std::string_view label = primitive.label;
    if (label.size() > 2 && label.front() == '<') label = label.substr(1, label.size() - 2);
    word(Type::CodeSmall, c_.text, label);
    word(Type::CodeSmall, c_.muted, primitive.value);
    if (primitive.holder != 0) {
      word(Type::Caption, c_.faint, "held by");
      square(primitive.holder);
    }
    for (const PrimitiveView::Line& line : primitive.lines) {
      word(Type::Caption, c_.faint, line.role);
      for (const uint32_t task : line.tasks) square(task);
      x_ += ui_(4);
    }
    y_ += ui_(22);
  }

  // A future with the tasks that wait for it.
  void future(const FutureView& future, const Moment& moment) {
    const Line words("#", future.future, " ", future.state);
    const float name = text_width(Type::CodeSmall, words);
    const float wide = name + ui_(16) + float(future.waiters.size()) * ui_(12);
    if (x_ > start_ && x_ + wide > right_) {
      x_ = start_;
      y_ += ui_(26);
    }
    const Rect box{x_, y_ + ui_(2), std::min(wide, right_ - start_), ui_(22)};
    ui_.paint.outline(box, c_.line_strong, ui_(11));
    ui_.paint.text(Type::CodeSmall, box.x + ui_(9), box.middle_y(), c_.muted, words);
    float x = box.x + name + ui_(18);
    Line waiters("Future ", future.future, " is ", future.state, ".");
    for (const uint32_t task : future.waiters) {
      ui_.paint.fill({x - ui_(4), box.middle_y() - ui_(4), ui_(8), ui_(8)}, ui_.task(task), ui_(2));
      x += ui_(12);
      for (const TaskView& t : moment.tasks) {
        if (t.task == task) waiters.add(" ").add(t.name).add(" waits for it.");
      }
    }
    if (ui_.pointer_over(box)) ui_.tip(box, waiters);
    x_ += wide + ui_(4);
  }

  void frames(const std::vector<FrameView>& chain, uint32_t task, uint32_t current) {
    for (size_t i = 0; i < chain.size(); ++i) {
      const FrameView& frame = chain[i];
      const float indent = left_ + ui_(8) + float(std::min<size_t>(i, 8)) * ui_(12);
      const float middle = y_ + ui_(10);
      const bool now = frame.frame == current;
      if (now) {
        ui_.paint.fill({left_ - ui_(6), y_, right_ - left_ + ui_(12), ui_(20)},
                       with_alpha(ui_.task(task), 0.13f), ui_(4));
      }
      // Its place in the chain: a corner from the frame that awaits or calls it.
      if (i > 0) {
        ui_.paint.vertical(indent - ui_(6), y_ - ui_(4), ui_(14), c_.line_strong);
        ui_.paint.horizontal(indent - ui_(6), y_ + ui_(10), ui_(5), c_.line_strong);
      }
      float x = indent + ui_(4);
      const Line where(frame.line);
      const float wide = frame.line > 0 ? text_width(Type::CodeSmall, where) : 0;
      if (frame.line > 0) {
        ui_.paint.text(Type::CodeSmall, right_ - wide, middle, c_.faint, where);
      }
      ui_.paint.text_within(Type::Code, x, middle, right_ - wide - x - ui_(10),
                            now             ? c_.text
                            : frame.running ? c_.text
                                            : c_.muted,
                            frame.function);
      y_ += ui_(20);
      locals(frame, indent + ui_(4));
    }
  }

  void program(const Moment& moment) {
    if (moment.stack.empty()) return;
    title("Program", 0);
    state(moment.in_loop ? "in the event loop" : "running",
          moment.in_loop ? Icon::Turn : Icon::Running, c_.muted);
    frames(moment.stack, 0, moment.task == 0 ? moment.frame : 0);
    y_ += ui_(8);
  }

  // One line for a task; below it, where it is open, its chain of awaits down to what it waits for.
  void task(const TaskView& task, const Moment& moment, bool open) {
    const ImU32 colour = ui_.task(task.task);
    const float top = y_;
    const bool bad = task.state == TaskState::Failed;
    const float high = std::max(ui_(26), ui_.target > ui_(40) ? ui_.target : 0);
    const Rect row{left_ - view_.layout.pad, y_, right_ - left_ + 2 * view_.layout.pad, high};
    const Press press = ui_.press(Line("loop.task.", Line().add_plain(task.task).view()), task.name,
                                  WidgetKind::Switch, row, {true, open ? "true" : "false"});
    if (press.clicked) {
      if (std::erase(view_.open_tasks, task.task) == 0) view_.open_tasks.push_back(task.task);
    }
    if (press.hovered) ui_.paint.fill(row, with_alpha(c_.hover, 0.6f));
    ui_.paint.horizontal(row.x, y_, row.width, c_.line);
    const float middle = y_ + high / 2;
    float x = ui_.paint.text(Type::BodyStrong, left_, middle, colour, task.name) + ui_(12);
    const std::string_view word = words_of_task(task);
    const ImU32 ink = bad ? c_.error : task.state == TaskState::Running ? colour : c_.muted;
    const float wide = text_width(Type::Body, word);
    ui_.paint.text(Type::Body, right_ - wide, middle, ink, word);
    ui_.paint.icon(icon_of(task.state), {right_ - wide - ui_(11), middle}, ui_(12), ink);
    y_ += high;
    const float room = right_ - wide - ui_(26) - x;
    if (!open) {
      Line brief;
      if (!task.result.empty())
        brief.add(task.result);
      else if (!task.waits_for.empty() && task.state == TaskState::Waiting)
        brief.add(task.waits_for);
      else if (!task.chain.empty())
        brief.add(task.chain.back().function);
      else
        brief.add(task.coroutine);
      ui_.paint.text_within(Type::CodeSmall, x, middle, room, c_.faint, brief);
      ui_.paint.fill({row.x, top + ui_(2), ui_(3), high - ui_(2)}, with_alpha(colour, 0.8f));
      return;
    }
    if (task.chain.empty() && task.state != TaskState::Done && task.state != TaskState::Failed &&
        task.state != TaskState::Cancelled && !task.coroutine.empty()) {
      ui_.paint.text_within(Type::Code, left_ + ui_(12), y_ + ui_(10), right_ - left_ - ui_(110),
                            c_.muted, task.coroutine);
      const float wide = text_width(Type::Caption, "not started");
      ui_.paint.text(Type::Caption, right_ - wide, y_ + ui_(10), c_.faint, "not started");
      y_ += ui_(20);
    }
    frames(task.chain, task.task, moment.frame);
    if (!task.waits_for.empty() && task.state == TaskState::Waiting) {
      const float indent = left_ + ui_(8) + float(std::min<size_t>(task.chain.size(), 8)) * ui_(12);
      ui_.paint.vertical(indent - ui_(6), y_ - ui_(4), ui_(14), c_.line_strong);
      ui_.paint.horizontal(indent - ui_(6), y_ + ui_(10), ui_(5), c_.line_strong);
      ui_.paint.icon(Icon::Hourglass, {indent + ui_(9), y_ + ui_(10)}, ui_(13), colour);
      ui_.paint.text_within(Type::Body, indent + ui_(20), y_ + ui_(10), right_ - indent - ui_(20),
                            colour, Line("waits for ", task.waits_for));
      y_ += ui_(20);
    }
    if (task.state < TaskState::Done) inject(task, moment);
    if (!task.result.empty()) {
      ui_.paint.text_within(Type::Code, left_ + ui_(12), y_ + ui_(10), right_ - left_ - ui_(12),
                            bad ? c_.error : c_.muted,
                            Line(bad ? "raised " : "result ", task.result));
      y_ += ui_(20);
    }
    ui_.paint.fill({left_ - view_.layout.pad, top + ui_(2), ui_(3), y_ - top - ui_(2)},
                   with_alpha(colour, 0.8f));
    y_ += ui_(8);
  }

 private:
  // What can be done to a task where it is, to see where that goes.
  void inject(const TaskView& task, const Moment& moment) {
    const float high = std::max(ui_(26), ui_.target > ui_(40) ? ui_.target : 0);
    float x = left_ + ui_(12);
    y_ += ui_(4);
    auto button = [&](std::string_view what, std::string_view label, std::string_view tip) {
      const Line id("loop.inject.", Line().add_plain(task.task).view(), ".", what);
      const Button button{.id = id, .label = label, .tip = tip, .look = ButtonLook::Quiet};
      const Rect place{x, y_, ui_.button_width(button), high};
      x = place.right() + ui_(6);
      return ui_.button(button, place) ? place : Rect();
    };
    if (!button("cancel", "Cancel here",
                "Runs the program again, the same up to this step: here cancel() is called")
             .empty())
      asked_ = {uint32_t(moment.step), task.task, {}};
    if (const Rect place = button("raise", "Raise here…",
                                  "Runs the program again, the same up to this step: here an "
                                  "exception is raised where the task waits");
        !place.empty()) {
      view_.raise_task = task.task;
      view_.raise_from = place;
      view_.raise_choices = exceptions_to_raise(view_.session.source());
      view_.raise_text[0] = 0;
      view_.raise_problem.clear();
      view_.raise_opens = true;
      view_.overlay = Overlay::Raise;
      view_.overlay_scroll = {};
    }
    y_ += high;
  }

  void begin(std::string_view name) {
    ui_.paint.text(Type::Body, left_, y_ + ui_(13), c_.faint, name);
    start_ = x_ = left_ + ui_(64);
  }
  void end() { y_ += ui_(28); }

  // Of handles there may be thousands: those that come first are shown, the others counted.
  static constexpr size_t kMostHandles = 60;
  static std::span<const HandleView> first_of(const std::vector<HandleView>& handles) {
    return std::span(handles).first(std::min(handles.size(), kMostHandles));
  }
  void more(size_t count) {
    if (count <= kMostHandles) return;
    x_ = start_;
    y_ += ui_(26);
    nothing(Line("and ", count - kMostHandles, " more").view());
  }

  void nothing(std::string_view words) {
    ui_.paint.text_within(Type::Body, x_, y_ + ui_(13), right_ - x_, c_.faint, words);
  }

  // Where a handle is drawn: on its way from where it was, if that was in sight.
  Point place_of(uint32_t handle, Point to) {
    for (View::Token& token : view_.tokens) {
      if (token.handle != handle || token.drawn) continue;
      token.drawn = true;
      const float dx = to.x - token.at.x, dy = to.y - token.at.y;
      const float share =
          ui_.reduced_motion || view_.playing ? 1 : std::min(1.f, ImGui::GetIO().DeltaTime * 14);
      if (std::abs(dx) + std::abs(dy) < 1 || share == 1)
        token.at = to;
      else {
        token.at = {token.at.x + dx * share, token.at.y + dy * share};
        ui_.keep_awake();
      }
      return token.at;
    }
    view_.tokens.push_back({handle, to, true});
    return to;
  }

  // A callback: by what it is for where it is asyncio's own, else by its name. deadline: of a
  // timer, or negative; due: seconds until then.
  void pill(uint32_t handle, std::string_view label, uint32_t task, bool running, double deadline,
            double due) {
    const HandleWords* own = words_of_handle(label);
    const Type type = own ? Type::Caption : Type::CodeSmall;
    Line text;
    if (deadline >= 0) text.add_seconds(deadline).add("  ");
    text.add(brief_of_handle(label));
    const float wide = std::min(text_width(type, text) + ui_(24), right_ - start_);
    if (x_ > start_ && x_ + wide > right_) {
      x_ = start_;
      y_ += ui_(26);
    }
    // Places are kept from the content's top, so that scrolling moves nothing.
    const Point at = place_of(handle, {x_ - left_, y_ + ui_(2) - top_});
    const Rect box{left_ + at.x, top_ + at.y, wide, ui_(22)};
    const ImU32 colour = ui_.task(task);
    ui_.paint.fill(box, with_alpha(colour, running ? 0.30f : 0.10f), ui_(5));
    ui_.paint.outline(box, with_alpha(colour, running ? 0.9f : 0.45f), ui_(5));
    if (running) {
      ui_.paint.icon(Icon::Running, {box.x + ui_(10), box.middle_y()}, ui_(10), colour);
    } else {
      ui_.paint.disc({box.x + ui_(10), box.middle_y()}, ui_(2.5f), colour);
    }
    ui_.paint.text_within(type, box.x + ui_(18), box.middle_y(), wide - ui_(22), c_.text, text);
    if ((own || deadline >= 0) && ui_.pointer_over(box)) {
      Line tip(own ? own->name : label);
      if (deadline >= 0 && due > 0) tip.add(", due in ").add_seconds(due);
      ui_.tip(box, tip);
    }
    x_ += wide + ui_(4);
  }

  void title(std::string_view name, uint32_t task) {
    ui_.paint.horizontal(left_ - view_.layout.pad, y_, right_ - left_ + 2 * view_.layout.pad,
                         c_.line);
    y_ += ui_(4);
    ui_.paint.text(Type::BodyStrong, left_, y_ + ui_(12), task == 0 ? c_.text : ui_.task(task),
                   name);
  }

  void state(std::string_view word, Icon icon, ImU32 colour) {
    const float wide = text_width(Type::Body, word);
    ui_.paint.text(Type::Body, right_ - wide, y_ + ui_(12), colour, word);
    ui_.paint.icon(icon, {right_ - wide - ui_(11), y_ + ui_(12)}, ui_(12), colour);
    y_ += ui_(26);
  }

  void locals(const FrameView& frame, float indent) {
    if (frame.locals.empty() || frame.function == "<module>") return;
    float x = indent + ui_(12);
    bool any = false;
    for (const Variable& variable : frame.locals) {
      const Line text(variable.name, " = ", std::string_view(variable.value).substr(0, 80));
      const float wide = text_width(Type::CodeSmall, text);
      if (any && x + wide > right_) break;  // the source has them all
      ui_.paint.text_within(Type::CodeSmall, x, y_ + ui_(7), right_ - x, c_.faint, text);
      x += wide + ui_(14);
      any = true;
    }
    if (any) y_ += ui_(18);
  }

  View& view_;
  Controls& ui_;
  const Palette& c_;
  float left_, right_, top_, y_, x_ = 0, start_ = 0;
  Injection asked_;
};

}  // namespace

void draw_loop(View& view, const Rect& area) {
  Controls& ui = view.controls;
  const Moment& moment = view.session.moment();
  // Before anything runs there is nothing to see here: a good place for what is to be looked for.
  const bool lesson = view.session.step() == 0 && !view.session.error() &&
                      find_lesson(view.session.lesson()) && view.layout.kind == LayoutKind::Wide;
  const Rect rest = draw_panel_title(view, area, lesson ? "Lesson" : "Event loop");
  if (!lesson) {
    Line when;
    if (moment.turn > 0) when.add("turn ").add(moment.turn).add("   ");
    when.add_seconds(moment.time);
    const float wide = text_width(Type::Body, when);
    ui.paint.text(Type::Body, area.right() - view.layout.pad - wide, area.y + ui(18),
                  ui.colours->muted, when);
  }
  const Rect content = ui.begin_scroll(view.loop_scroll, rest);
  if (lesson) {
    const float top = content.y + ui(2);
    const float high = draw_lesson_card(
        view, {content.x + view.layout.pad, top, content.width - 2 * view.layout.pad, 0}, "loop");
    return ui.end_scroll(view.loop_scroll, high + ui(12));
  }
  LoopPanel panel(view, content);
  panel.machine(moment);
  if (moment.task != 0) view.loop_task = moment.task;
  // Where all tasks have room with all there is to be said of them, all are open; else the one that
  // ran last, and those that somebody opens.
  float all = ui(3 * 28 + 40);
  for (const TaskView& task : moment.tasks) all += ui(54) + float(task.chain.size()) * ui(38);
  const bool few = all <= rest.height;
  auto draw = [&](const TaskView& task) {
    const float top = panel.y();
    const bool opened = std::find(view.open_tasks.begin(), view.open_tasks.end(), task.task) !=
                        view.open_tasks.end();
    panel.task(task, moment, (few || task.task == view.loop_task) != opened);
    if (task.task == moment.task && view.seen_step != view.session.step()) {
      ui.reveal(view.loop_scroll, top - content.y, std::min(panel.y() - top, rest.height), 0);
    }
  };
  // Those that are over come last.
  auto over = [](const TaskView& task) { return task.state >= TaskState::Done; };
  for (const TaskView& task : moment.tasks) {
    if (!over(task)) draw(task);
  }
  panel.program(moment);
  for (const TaskView& task : moment.tasks) {
    if (over(task)) draw(task);
  }
  ui.end_scroll(view.loop_scroll, panel.y() - content.y + ui(4));
  if (panel.asked().task != 0) {  // at last: the moment that is drawn goes with it
    view.playing = false;
    view.session.inject(panel.asked().task, panel.asked().exception);
  }
}

}  // namespace awaitscope
