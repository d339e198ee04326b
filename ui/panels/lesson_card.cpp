#include "ui/panels/lesson_card.h"

#include <algorithm>
#include <utility>

namespace awaitscope {

void LessonCard::refresh() {
  view_.refresh();  // a press above may have changed the program
  if (version_ == view_.version) return;
  version_ = view_.version;
  answer_shown_ = false;
}

float LessonCard::say(ImU32 colour, std::string_view text, const Rect& area, bool draw) {
  return ui_.rich_text(Type::Body, Type::Code, area, ui_(19), colour, text, draw);
}

float LessonCard::draw(const Rect& area, std::string_view where) {
  refresh();
  const Palette& c = *ui_.colours;
  const Lesson* lesson = view_.session.shown_lesson();
  if (!lesson) return 0;
  ui_.paint.read_out(&view_.heard);
  float y = area.y;
  ui_.paint.text(Type::BodyStrong, area.x, y + ui_(8), c.text, lesson->title);
  y += ui_(22);
  bool to_the_course = false;
  y += draw_course({area.x, y, area.width, 0}, where, to_the_course);
  y += say(c.muted, lesson->text, {area.x, y, area.width, 0});
  y += ui_(8);
  y += say(c.text, lesson->question, {area.x, y, area.width, 0});
  y += draw_answer(*lesson, {area.x, y, area.width, 0}, where);
  ui_.paint.read_out(nullptr);
  y += draw_stops(*lesson, {area.x, y, area.width, 0}, where);
  if (to_the_course)
    view_.show_lesson(lessons().front().id);  // at last: what is drawn goes with it
  return y - area.y;
}

// For somebody new, to the course's first lesson.
float LessonCard::draw_course(const Rect& area, std::string_view where, bool& pressed) {
  if (!view_.offers_course() || where != "loop") return 0;
  const LessonInfo& first = lessons().front();
  const Line label("New to await? Start with: ", first.title);
  const Button button{.id = "loop.course", .label = label, .look = ButtonLook::Quiet};
  const float high = std::max(ui_(28), ui_.target);
  const float wide = std::min(area.width, ui_.button_width(button));
  pressed = ui_.button(button, {area.x, area.y + ui_(2), wide, high});
  return high + ui_(8);
}

float LessonCard::draw_answer(const Lesson& lesson, const Rect& area, std::string_view where) {
  const float y = area.y + ui_(4);
  if (answer_shown_) {
    const float high = say(ui_.colours->accent, lesson.answer, {area.x, y, area.width, 0});
    if (std::exchange(answer_come_, false)) ui_.bring_into_view({area.x, y, area.width, high});
    return ui_(4) + high + ui_(8);
  }
  const Line id(where, ".answer");
  const Button button{.id = id, .label = "Show the answer", .look = ButtonLook::Quiet};
  const float high = std::max(ui_(30), ui_.target);
  if (ui_.button(button, {area.x, y, ui_.button_width(button), high}))
    answer_shown_ = answer_come_ = true;
  return ui_(4) + high + ui_(6);
}

float LessonCard::draw_stops(const Lesson& lesson, const Rect& area, std::string_view where) {
  const Stops& stops = view_.stops;
  if (stops.count() == 0) return 0;
  float y = area.y + ui_(4);
  if (stops.found() < stops.count()) {
    ui_.paint.read_out(&view_.heard);
    y += say(ui_.colours->warning, words_of_missing_stops(view_), {area.x, y, area.width, 0}) +
         ui_(6);
    ui_.paint.read_out(nullptr);
  }
  if (stops.found() == 0) return y - area.y;
  ui_.paint.text(Type::Body, area.x, y + ui_(8), ui_.colours->faint, "Steps to look at");
  y += ui_(22);
  for (size_t i = 0; i < stops.count(); ++i) {
    if (stops.step_of(i) != Stops::kNone)
      y += draw_stop(lesson, i, {area.x, y, area.width, 0}, where);
  }
  return y - area.y + ui_(6);
}

float LessonCard::draw_stop(const Lesson& lesson, size_t number, const Rect& area,
                            std::string_view where) {
  Painter& paint = ui_.paint;
  const Palette& c = *ui_.colours;
  const std::string_view note = lesson.stops[number].note;
  const size_t step = view_.stops.step_of(number);
  const Rect text{area.x + ui_(24), area.y, area.width - ui_(24), 0};
  const float text_high = say(c.text, note, text, false);
  const Rect row{area.x, area.y, area.width,
                 std::max(text_high + ui_(8), ui_.target > ui_(30) ? ui_.target : 0)};
  const bool here = view_.session.step() == step;
  const Press press = ui_.press(Line(where, ".stop.", Line().add_plain(number + 1).view()), note,
                                WidgetKind::Place, row, {true, here ? "true" : "false"});
  if (press.clicked) view_.seek(step);
  if (here || press.hovered) {
    paint.fill({row.x - ui_(6), row.y, row.width + ui_(12), row.height},
               here ? c.accent_soft : c.hover, ui_(5));
  }
  const Point dot{area.x + ui_(8), row.y + ui_(13.5f)};
  if (view_.session.step() >= step)
    paint.disc(dot, ui_(3.5f), c.accent);
  else
    paint.ring(dot, ui_(3.5f), c.faint);
  say(here || press.hovered ? c.text : c.muted, note,
      {text.x, row.y + (row.height - text_high) / 2, text.width, 0});
  return row.height;
}

}  // namespace awaitscope
