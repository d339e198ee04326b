#include "ui/panels/path.h"

#include <algorithm>

#include "ui/commands.h"
#include "ui/panels/panels.h"

namespace awaitscope {

void PathPanel::draw(const Rect& area) {
  Rect rest = area;
  rest.cut_left(pad());
  if (session_.left_lesson()) return draw_left(rest);
  const bool two_rows = area.height > ui_(90);
  Rect row = two_rows ? rest.cut_top(ui_.target) : rest;
  row.width = draw_buttons(row) - row.x;
  draw_place(row);
  rest.width -= pad();
  draw_words(two_rows ? rest : row);
}

void PathPanel::draw_left(Rect rest) {
  const bool repaired = view_.panels.output.repaired();
  const bool two_rows = rest.height > ui_(90);
  const Rect row = two_rows ? rest.cut_top(ui_.target) : rest;
  const float high = std::max(ui_(30), ui_.target);
  float left = row.right() - ui_(8);
  for (const CommandId id : {CommandId::NextLesson, CommandId::BackToLesson}) {
    if (id == CommandId::NextLesson && !(repaired && lesson_beside(view_, 1))) continue;
    Button button = button_of(view_, id);
    if (id == CommandId::NextLesson) button.id = "path.lesson";
    button.look = repaired == (id == CommandId::NextLesson) ? ButtonLook::Quiet : ButtonLook::Ghost;
    const float wide = ui_.button_width(button);
    left -= wide;
    if (ui_.button(button, {left, row.middle_y() - high / 2, wide, high})) run(view_, id);
    left -= ui_(4);
  }
  const Lesson* lesson = session_.left_lesson();  // none, after a press
  if (!lesson) return;
  const Rect words = two_rows ? rest : Rect{row.x, row.y, left - row.x, row.height};
  paint_.text_within(Type::Body, words.x, words.middle_y(), words.width - ui_(4),
                     repaired ? colours().good : colours().muted,
                     Line(repaired ? "Repaired: " : "Your change of: ", lesson->title));
}

float PathPanel::draw_buttons(const Rect& area) {
  float right = area.right() - ui_(8);
  const float high = std::max(ui_(30), ui_.target);
  const bool last = view_.lesson_step() + 1 >= session_.steps();
  const CommandId on = !last                     ? CommandId::NextStop
                       : lesson_beside(view_, 1) ? CommandId::NextLesson
                                                 : CommandId::Lessons;
  for (const CommandId id : {on, CommandId::PreviousStop}) {
    if (!enabled(view_, id)) continue;
    Button button = button_of(view_, id);
    Line back;
    if (id == CommandId::PreviousStop && view_.looks_ahead())
      button.label = back.add("Back to stop ").add(view_.stops.passed(view_.lesson_step()));
    if (id == CommandId::NextLesson) button.id = "path.lesson";
    if (id == CommandId::Lessons) {
      button.id = "path.lessons";
      button.label = "All lessons";
    }
    button.look = id == CommandId::PreviousStop ? ButtonLook::Ghost : ButtonLook::Quiet;
    const float wide = ui_.button_width(button);
    right -= wide;
    if (ui_.button(button, {right, area.middle_y() - high / 2, wide, high})) run(view_, id);
    right -= ui_(4);
  }
  return draw_question_button(draw_course_button(right, area), area) - ui_(8);
}

// For somebody new, where the lesson's card is not in sight, to the course's first lesson.
float PathPanel::draw_course_button(float right, const Rect& row) {
  if (!view_.offers_course() || view_.layout.kind == LayoutKind::Wide) return right;
  const Button button{.id = "path.course", .label = "Start the course"};
  const float wide = ui_.button_width(button), high = std::max(ui_(30), ui_.target);
  if (right - wide < row.x + ui_(60)) return right;
  if (ui_.button(button, {right - wide, row.middle_y() - high / 2, wide, high}))
    view_.show_lesson(lessons().front().id);
  return right - wide - ui_(4);
}

// Where the output is not in sight, to what is asked there. Gives where it begins.
float PathPanel::draw_question_button(float right, const Rect& row) {
  const std::string_view word = view_.panels.output.open_question();
  if (word.empty() || !view_.layout.output.empty()) return right;
  const Button button{.id = "path.question", .label = word, .look = ButtonLook::Primary};
  const float wide = ui_.button_width(button), high = std::max(ui_(30), ui_.target);
  if (ui_.button(button, {right - wide, row.middle_y() - high / 2, wide, high}))
    view_.panels.output.bring_open_question();
  return right - wide - ui_(4);
}

// "2 of 3", with a disc for each stop where there is room.
void PathPanel::draw_place(Rect& rest) {
  const Palette& c = colours();
  const size_t passed = view_.stops.passed(view_.lesson_step()), all = view_.stops.count();
  const Line words(uint64_t(passed), " of ", uint64_t(all));
  const float wide = text_width(Type::BodyStrong, words);
  paint_.text(Type::BodyStrong, rest.x, rest.middle_y(), passed == all ? c.accent : c.muted, words);
  rest.cut_left(wide + ui_(14));
}

// At the end of the course, how much of it has been done.
Line PathPanel::words_of_last_lesson(const Lesson& lesson) const {
  if (!session_.built_in(lesson)) return Line("That was it.");
  size_t done = 0;
  for (const LessonInfo& info : lessons()) done += view_.progress.done(info.id);
  return Line("That was the last lesson. You have done ", done, " of ", lessons().size(), ".");
}

// What there is to see here, or what is asked. (A stop's words are a place, so that a screen reader
// comes to them.)
void PathPanel::draw_words(const Rect& area) {
  const Lesson* lesson = session_.shown_lesson();
  if (!lesson) return;
  const size_t stop = view_.looks_ahead() ? Stops::kNone : view_.stops.at(session_.step());
  const bool last = view_.at_lesson_end();
  const LessonInfo* next = last && session_.built_in(*lesson) ? lesson_beside(view_, 1) : nullptr;
  const bool missing = view_.stops.found() < view_.stops.count();
  const Line end = missing ? words_of_missing_stops(view_)
                   : next  ? Line("That was it. Next: ", next->title, ".")
                   : last  ? words_of_last_lesson(*lesson)
                           : Line();
  const std::string_view text = view_.looks_ahead()    ? "You are looking ahead in the run."
                                : stop != Stops::kNone ? std::string_view(lesson->stops[stop].note)
                                : last || missing      ? end.view()
                                                       : std::string_view(lesson->question);
  const ImU32 ink = stop != Stops::kNone ? colours().text
                    : missing            ? colours().warning
                                         : colours().muted;
  const float line = ui_(18);
  const float high =
      ui_.rich_text(Type::Body, Type::Code, {area.x, 0, area.width, 0}, line, ink, text, false);
  const float top = area.middle_y() - std::min(high, area.height - ui_(4)) / 2;
  ui_.rich_text(Type::Body, Type::Code, {area.x, top, area.width, 0}, line, ink, text);
  if (stop == Stops::kNone) return;
  const bool whole = high <= area.height;
  ui_.press("path.stop", text, WidgetKind::Place, {area.x, top, area.width, high},
            {true, whole ? "true" : "cut off"});
}

}  // namespace awaitscope
