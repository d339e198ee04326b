#include "ui/panels/loop_machine.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "engine/recording/reading/handle_words.h"

namespace awaitscope {

namespace {

class Machine {
 public:
  Machine(View& view, HandleTokens& tokens, const Rect& content)
      : view_(view),
        tokens_(tokens),
        ui_(view.controls),
        c_(*view.controls.colours),
        moment_(view.session.moment()),
        left_(content.x + view.layout.pad),
        right_(content.right() - view.layout.pad),
        top_(content.y),
        y_(content.y) {}

  // From below upwards: what the timers and the queue hold comes to run.
  float draw() {
    tokens_.begin_frame();
    running();
    ready();
    timers();
    futures();
    primitives();
    tokens_.end_frame();
    return y_ + ui_(4) - top_;
  }

 private:
  void running() {
    const Recording& recording = view_.session.recording();
    begin("Running");
    if (moment_.running_handle != 0) {
      const Recording::Handle& handle = recording.handles()[moment_.running_handle];
      pill(moment_.running_handle, recording.text(handle.label), handle.task, true, -1, 0);
    } else if (const Event& event = recording[moment_.event];
               event.kind() == EventKind::IdleJump && moment_.frame == 0) {
      const Recording::Jump& jump = recording.jumps()[event.operand];
      ui_.paint.icon(Icon::Hourglass, {x_ + ui_(7), y_ + ui_(13)}, ui_(13), c_.accent);
      ui_.paint.text_within(
          Type::Body, x_ + ui_(18), y_ + ui_(13), right_ - x_ - ui_(18), c_.text,
          Line("nothing: the clock moves from ", Line().add_seconds(jump.from).view(), " to ",
               Line().add_seconds(jump.to).view()));
    } else {
      nothing(moment_.turn == 0 ? "the event loop has not started" : "nothing");
    }
    end();
  }

  void ready() {
    begin("Ready");
    if (view_.hidden.queue) {
      nothing("hidden until you answer");
      return end();
    }
    for (const HandleView& handle : first_of(moment_.ready))
      pill(handle.handle, handle.label, handle.task, false, -1, 0);
    more(moment_.ready.size());
    if (moment_.ready.empty()) nothing("empty");
    end();
  }

  void timers() {
    begin("Timers");
    for (const HandleView& timer : first_of(moment_.timers))
      pill(timer.handle, timer.label, timer.task, false, timer.deadline,
           timer.deadline - moment_.time);
    more(moment_.timers.size());
    if (moment_.timers.empty()) nothing("none");
    end();
  }

  void futures() {
    if (moment_.futures.empty()) return;
    begin("Futures");
    for (const FutureView& future : moment_.futures) this->future(future);
    end();
  }

  void primitives() {
    if (moment_.primitives.empty()) return;
    begin("Shared");
    for (const PrimitiveView& primitive : moment_.primitives) this->primitive(primitive);
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
  void future(const FutureView& future) {
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
      for (const TaskView& t : moment_.tasks) {
        if (t.task == task) waiters.add(" ").add(t.name).add(" waits for it.");
      }
    }
    if (ui_.pointer_over(box)) ui_.tip(box, waiters);
    x_ += wide + ui_(4);
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
    const float share =
        ui_.reduced_motion || view_.playing.on() ? 1 : std::min(1.f, ImGui::GetIO().DeltaTime * 14);
    bool moves = false;
    const Point at = tokens_.move(handle, {x_ - left_, y_ + ui_(2) - top_}, share, moves);
    if (moves) ui_.keep_awake();
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

  View& view_;
  HandleTokens& tokens_;
  Controls& ui_;
  const Palette& c_;
  const Moment& moment_;
  float left_, right_, top_, y_, x_ = 0, start_ = 0;
};

}  // namespace

void HandleTokens::begin_frame() {
  for (Token& token : tokens_) token.drawn = false;
}

void HandleTokens::end_frame() {
  std::erase_if(tokens_, [](const Token& token) { return !token.drawn; });
}

Point HandleTokens::move(uint32_t handle, Point to, float share, bool& moves) {
  for (Token& token : tokens_) {
    if (token.handle != handle || token.drawn) continue;
    token.drawn = true;
    const float dx = to.x - token.at.x, dy = to.y - token.at.y;
    moves = std::abs(dx) + std::abs(dy) >= 1 && share < 1;
    token.at = moves ? Point{token.at.x + dx * share, token.at.y + dy * share} : to;
    return token.at;
  }
  tokens_.push_back({handle, to, true});
  return to;
}

float draw_loop_machine(View& view, HandleTokens& tokens, const Rect& content) {
  return Machine(view, tokens, content).draw();
}

}  // namespace awaitscope
