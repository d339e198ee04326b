#include "ui/panels/lessons.h"

#include <algorithm>

namespace awaitscope {

// A question has as many lines as it takes.
float LessonList::draw_question(const LessonInfo& lesson, float x, float y, float width,
                                bool draw) {
  const float room = width - ui_(12) - ui_(34) - ui_(12);
  return ui_.rich_text(Type::Body, Type::Code, {x, y, room, 0}, ui_(18), colours().muted,
                       lesson.question, draw);
}

float LessonList::height_of(const LessonInfo& lesson, float width) {
  return ui_(view_.on_a_phone() ? 58 : 52) + draw_question(lesson, 0, 0, width, false) - ui_(18);
}

// The keyboard is at the lesson that is shown, so that the arrows lead on from there.
void LessonList::opened() {
  reveal_ = true;
  const std::string_view shown =
      session_.lesson().empty() ? lessons().front().id : session_.lesson();
  ui_.focus(Line("lesson.", shown));
}

void LessonList::draw(const Rect& window) {
  const Rect& header = view_.layout.header;
  const float width = std::min(ui_(560), window.width - 24);
  float x = header.x + pad() + ui_(view_.on_a_phone() ? 28 : 150);
  x = std::clamp(x, 12.f, std::max(12.f, window.width - width - 12));
  const float top = header.bottom() + 4;
  float content_high = ui_(16), chosen = 0;
  std::string_view chapter;
  for (const LessonInfo& lesson : lessons()) {
    if (lesson.chapter != chapter) content_high += ui_(30);
    chapter = lesson.chapter;
    if (lesson.id == session_.lesson()) chosen = content_high;
    content_high += height_of(lesson, width);
  }
  const Rect card{x, top, width, std::min(content_high, window.height - top - 12)};
  draw_card(card, ui_(10));

  if (reveal_) {
    scroll_.content = content_high;
    scroll_.at = std::max(0.f, std::min(chosen - card.height / 3, content_high - card.height));
  }
  reveal_ = false;
  const Rect content = ui_.begin_scroll(scroll_, card.inset(ui_(6), ui_(6)));
  float y = content.y;
  chapter = {};
  int number = 0;
  for (const LessonInfo& lesson : lessons()) {
    if (lesson.chapter != chapter) {
      number = 0;
      chapter = lesson.chapter;
      paint_.text(Type::Body, content.x + ui_(12), y + ui_(17), colours().faint, chapter);
      y += ui_(30);
    }
    const Rect row{content.x, y, content.width, height_of(lesson, width)};
    if (draw_lesson(lesson, ++number, row)) {
      view_.show_lesson(lesson.id);
      close();
    }
    y += row.height;
  }
  ui_.end_scroll(scroll_, y - content.y + ui_(4));
}

bool LessonList::draw_lesson(const LessonInfo& lesson, int number, const Rect& row) {
  const Palette& c = colours();
  const bool chosen = session_.lesson() == lesson.id;
  const Press press = ui_.press(Line("lesson.", lesson.id), lesson.title, WidgetKind::Choice, row,
                                {true, chosen ? "true" : "false"});
  if (press.hovered)
    paint_.fill(row, c.hover, ui_(6));
  else if (chosen)
    paint_.fill(row, c.accent_soft, ui_(6));
  const float left = row.x + ui_(34);
  const bool done = view_.progress.done(lesson.id);
  if (done)
    paint_.icon(Icon::Check, {row.x + ui_(17), row.y + ui_(17)}, ui_(14), c.good);
  else
    paint_.text_centred(Type::Body, {row.x, row.y + ui_(8), ui_(34), ui_(18)}, c.faint,
                        Line(number));
  paint_.text_within(Type::BodyStrong, left, row.y + ui_(17), row.right() - left - ui_(12), c.text,
                     lesson.title);
  draw_question(lesson, left, row.y + ui_(27), row.width + ui_(12), true);
  return press.clicked;
}

}  // namespace awaitscope
