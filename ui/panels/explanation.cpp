#include "ui/panels/explanation.h"

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

// Who acts in this step: a task, the loop between tasks, or the program around it.
std::string_view actor(const Session& session) {
  const Moment& moment = session.moment();
  for (const TaskView& task : moment.tasks) {
    if (task.task == moment.task) return task.name;
  }
  const EventKind kind = session.recording()[moment.event].kind();
  return is_of_loop(kind) || moment.running_handle != 0 ? "Event loop" : "Program";
}

}  // namespace

void ExplanationPanel::draw(const Rect& area) {
  if (following_.change(session_, view_.sought) != Change::None) scroll_ = {};
  const Palette& c = colours();
  Rect rest = area;
  const Rect top = rest.cut_top(ui_(34));
  // The scroll bar has the margin at the right.
  rest = {rest.x + pad(), rest.y, rest.width - pad(), rest.height - ui_(6)};
  const bool scrolls = scroll_.content > rest.height + 0.5f;
  const float text_wide = rest.width - pad() - (scrolls ? ui_(4) : 0);
  paint_.fill({area.x, area.y, ui_(3), area.height},
              session_.error() ? c.error : ui_.task(session_.moment().task));
  draw_where(top);
  const Rect content = ui_.begin_scroll(scroll_, rest);
  const float end = draw_words(content, text_wide);
  ui_.end_scroll(scroll_, end - content.y);
  follow_press();
}

// At last, since what has been drawn goes with it.
void ExplanationPanel::follow_press() {
  const Pressed pressed = std::exchange(pressed_, Pressed::Nothing);
  const SwitchChange* change = session_.switched();
  if (pressed == Pressed::WayBack && view_.asked()) return view_.seek(view_.asked()->from);
  if (pressed == Pressed::Nothing || !change) return;
  if (pressed == Pressed::BringBack) {
    session_.bring_back();
  } else {
    view_.seek(*change->step);
  }
}

// Where: who runs, in which function, at which line.
void ExplanationPanel::draw_where(const Rect& top) {
  const Palette& c = colours();
  const Lesson* lesson = session_.shown_lesson();
  const Moment& moment = session_.moment();
  const float left = top.x + pad(), middle = top.middle_y() + ui_(2);
  const float right = session_.switched() ? draw_switch_button(top)
                      : view_.asked() && view_.asked()->from != view_.asked()->to &&
                              (!view_.looks_ahead() || view_.layout.path.empty())
                          ? draw_way_back(top)
                          : draw_link(top);
  if (const SwitchChange* change = session_.switched()) {
    const std::string_view label = toggle_table()[change->toggle].label;
    paint_.text_within(Type::BodyStrong, left, middle, right - left, c.accent,
                       change->replaced ? std::string_view("Your program was replaced")
                                        : Line("You switched ", label).view());
  } else if (before_the_first_step()) {
    paint_.text_within(Type::BodyStrong, left, middle, right - left, c.text,
                       !lesson || view_.layout.kind == LayoutKind::Wide
                           ? std::string_view("Before the first step")
                           : std::string_view(lesson->title));
  } else if (session_.error()) {
    paint_.text(Type::BodyStrong, left, middle, c.error, "This program cannot run");
  } else {
    const float x =
        paint_.text(Type::BodyStrong, left, middle, ui_.task(moment.task), actor(session_)) +
        ui_(12);
    Line where;
    if (!moment.function.empty()) where.add(moment.function);
    if (moment.at.line > 0) where.add("  line ").add(moment.at.line);
    if (!where.empty()) paint_.text_within(Type::CodeSmall, x, middle, right - x, c.muted, where);
  }
}

// To the step that shows what a switch has changed, or back to the program that was replaced.
float ExplanationPanel::draw_switch_button(const Rect& top) {
  const SwitchChange& change = *session_.switched();
  const bool back = change.replaced;
  if (!back && !change.step) return top.right() - pad();
  const Button button{.id = back ? "explanation.bring_back" : "explanation.see_step",
                      .label = back ? "Bring it back" : "See the step",
                      .look = ButtonLook::Quiet};
  const float high = std::max(ui_(28), ui_.target), wide = ui_.button_width(button);
  const Rect place{top.right() - pad() - wide, top.middle_y() + ui_(2) - high / 2, wide, high};
  if (ui_.button(button, place)) {
    pressed_ = back ? Pressed::BringBack : Pressed::SeeStep;
  }
  return place.x - ui_(12);
}

// To where somebody asked why it is so.
float ExplanationPanel::draw_way_back(const Rect& top) {
  const Line label("Back to step ", view_.asked()->from);
  const Button button{.id = "explanation.back", .label = label, .look = ButtonLook::Quiet};
  const float high = std::max(ui_(28), ui_.target), wide = ui_.button_width(button);
  const Rect place{top.right() - pad() - wide, top.middle_y() + ui_(2) - high / 2, wide, high};
  if (ui_.button(button, place)) pressed_ = Pressed::WayBack;
  return place.x - ui_(12);
}

// To what the documentation says of it.
float ExplanationPanel::draw_link(const Rect& top) {
  const Palette& c = colours();
  const Explanation& explanation = session_.explanation();
  const float right = top.right() - pad();
  if (explanation.link.empty() || !view_.host.open_link || before_the_first_step() ||
      session_.error())
    return right;
  const float wide =
      std::min(text_width(Type::Body, explanation.link_title) + ui_(20), top.width * 0.5f);
  const Rect link{right - wide, top.middle_y() - std::max(ui_(14), ui_.target / 2 - ui_(5)), wide,
                  std::max(ui_(28), ui_.target - ui_(10))};
  const float middle = top.middle_y() + ui_(2);
  const Press press = ui_.press("explanation.link", explanation.link_title, WidgetKind::Link, link,
                                {true, explanation.link});
  if (press.clicked) view_.host.open_link(explanation.link);
  const ImU32 ink = press.hovered ? c.text : c.accent;
  paint_.text_within(Type::Body, link.x, middle, wide - ui_(18), ink, explanation.link_title);
  paint_.icon(Icon::External, {link.right() - ui_(7), middle}, ui_(13), ink);
  if (press.hovered) ui_.tip(link, "Read about it in the Python documentation");
  return link.x - ui_(12);
}

float ExplanationPanel::draw_words(const Rect& content, float width) {
  const Palette& c = colours();
  float y = content.y;
  auto say = [&](ImU32 colour, std::string_view text) {
    y += ui_.rich_text(Type::Reading, Type::Code, {content.x, y, width, 0}, ui_(22), colour, text);
  };
  // In a wide window the lesson's words are beside it.
  const bool beside = view_.layout.kind == LayoutKind::Wide;
  const Lesson* shown = session_.shown_lesson();
  const Lesson* lesson = beside ? nullptr : shown;
  if (const SwitchChange* change = session_.switched()) {
    say(c.text, change->text);
  } else if (session_.error()) {
    say(c.text, session_.message());
  } else if (before_the_first_step() && lesson) {
    say(c.text, lesson->text);
    y += ui_(4);
    say(c.muted, lesson->question);
  } else if (before_the_first_step()) {
    say(c.text,
        beside && session_.by_switches()
            ? "Press → to take the first step, or Play to watch. Use the switches on the "
              "left to change the program."
        : ui_.touch()
            ? "Swipe left to take the first step, or tap Play to watch. Swipe right to step "
              "back."
            : "Press → to take the first step, or Play to watch. Press ← to step back.");
  } else {
    if (const View::Asked* asked = view_.asked()) {
      paint_.read_out(&view_.heard);
      say(c.accent, asked->words);
      paint_.read_out(nullptr);
    }
    // At a lesson's end its answer, which the output has, too, where that is in sight.
    if (lesson && view_.at_lesson_end() && view_.layout.output.empty()) {
      say(c.muted, lesson->question);
      say(c.text, lesson->answer);
      y += ui_(6);
    }
    const Explanation& explanation = session_.explanation();
    say(c.text, explanation.text);
    if (!explanation.instead.empty()) {
      y += ui_(4);
      say(c.warning, "Instead: " + explanation.instead);
    }
  }
  return y;
}

}  // namespace awaitscope
