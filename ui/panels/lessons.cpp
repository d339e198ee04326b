// The list of lessons: the article's listings first, then ours.
#include <algorithm>

#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

void draw_lessons(View& view) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const Rect window = view.layout.window;
  const bool small =
      view.layout.kind == LayoutKind::Portrait || view.layout.kind == LayoutKind::Landscape;
  const float width = std::min(ui(560), window.width - 24);
  const float text_high = small ? ui(58) : ui(52);
  float x = view.layout.header.x + view.layout.pad + ui(small ? 28 : 150);
  x = std::clamp(x, 12.f, std::max(12.f, window.width - width - 12));
  const float top = view.layout.header.bottom() + 4;
  // A question has as many lines as it takes.
  const float line = ui(18), room = width - ui(12) - ui(34) - ui(12);
  auto question = [&](const Lesson& lesson, float x, float y, bool draw) {
    return ui.rich_text(Type::Body, Type::Code, {x, y, room, 0}, line, c.muted, lesson.question,
                        draw);
  };
  auto high_of = [&](const Lesson& lesson) {
    return text_high + question(lesson, 0, 0, false) - line;
  };
  float content_high = 2 * ui(30) + ui(16);
  for (const Lesson& lesson : lessons()) content_high += high_of(lesson);
  const Rect card{x, top, width, std::min(content_high, window.height - top - 12)};
  draw_card(view, card, ui(10));

  const Rect content = ui.begin_scroll(view.overlay_scroll, card.inset(ui(6), ui(6)));
  float y = content.y;
  LessonKind kind = LessonKind::further;
  bool first = true;
  int number = 0;
  for (const Lesson& lesson : lessons()) {
    if (first || lesson.kind != kind) {
      kind = lesson.kind;
      first = false;
      number = 0;
      paint.text(Type::Body, content.x + ui(12), y + ui(17), c.faint,
                 kind == LessonKind::listing ? "From the article" : "Going further");
      y += ui(30);
    }
    ++number;
    const Rect row{content.x, y, content.width, high_of(lesson)};
    const bool chosen = view.session.lesson() == lesson.id;
    const Press press = ui.press(Line("lesson.", lesson.id), lesson.title, WidgetKind::Choice, row,
                                 {true, chosen ? "true" : "false"});
    if (press.hovered)
      paint.fill(row, c.hover, ui(6));
    else if (chosen)
      paint.fill(row, c.accent_soft, ui(6));
    const float left = row.x + ui(34);
    if (chosen)
      paint.icon(Icon::Check, {row.x + ui(17), row.y + ui(17)}, ui(14), c.accent);
    else
      paint.text_centred(Type::Body, {row.x, row.y + ui(8), ui(34), ui(18)}, c.faint, Line(number));
    paint.text_within(Type::BodyStrong, left, row.y + ui(17), row.right() - left - ui(12), c.text,
                      lesson.title);
    question(lesson, left, row.y + ui(27), true);
    if (press.clicked) {
      view.playing = false;
      view.session.load_lesson(lesson.id);
      view.session.seek(0);
      view.overlay = Overlay::None;
    }
    y += row.height;
  }
  ui.end_scroll(view.overlay_scroll, y - content.y + ui(4));
}

}  // namespace awaitscope
