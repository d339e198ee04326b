// The lesson, beside what it is about: a few words, a question, its answer when one wants it, and
// the steps where to see it.
#include <algorithm>

#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

float draw_lesson_card(View& view, const Rect& area, const char* where) {
  view.refresh();  // a press above may have changed the program
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const Lesson* lesson = find_lesson(view.session.lesson());
  if (!lesson) return 0;
  const float line = ui(19);
  float y = area.y;
  auto say = [&](ImU32 colour, std::string_view text) {
    y += ui.rich_text(Type::Body, Type::Code, {area.x, y, area.width, 0}, line, colour, text);
  };
  paint.text(Type::BodyStrong, area.x, y + ui(8), c.text, lesson->title);
  y += ui(22);
  say(c.muted, lesson->text);
  y += ui(8);
  say(c.text, lesson->question);
  if (view.answer_shown) {
    y += ui(4);
    say(c.accent, lesson->answer);
    y += ui(8);
  } else {
    y += ui(4);
    const Line id(where, ".answer");
    const Button button{.id = id, .label = "Show the answer", .look = ButtonLook::Quiet};
    const float high = std::max(ui(30), ui.target);
    if (ui.button(button, {area.x, y, ui.button_width(button), high})) view.answer_shown = true;
    y += high + ui(6);
  }

  bool any = false;
  for (const size_t step : view.stops) any |= step != SIZE_MAX;
  if (!any) return y - area.y;
  y += ui(4);
  paint.text(Type::Body, area.x, y + ui(8), c.faint, "Steps worth a look");
  y += ui(22);
  for (size_t i = 0; i < view.stops.size(); ++i) {
    if (view.stops[i] == SIZE_MAX) continue;
    const Stop& stop = lesson->stops[i];
    const float text_x = area.x + ui(24), text_wide = area.width - ui(24);
    const float text_high = ui.rich_text(Type::Body, Type::Code, {text_x, y, text_wide, 0}, line,
                                         c.text, stop.note, false);
    const Rect row{area.x, y, area.width,
                   std::max(text_high + ui(8), ui.target > ui(30) ? ui.target : 0)};
    const bool here = view.session.step() == view.stops[i];
    const Press press = ui.press(Line(where, ".stop.", Line().add_plain(i + 1).view()), stop.note,
                                 WidgetKind::Place, row, {true, here ? "true" : "false"});
    if (press.clicked) view.seek(view.stops[i]);
    if (here || press.hovered) {
      paint.fill({row.x - ui(6), row.y, row.width + ui(12), row.height},
                 here ? c.accent_soft : c.hover, ui(5));
    }
    const Point dot{area.x + ui(8), row.y + ui(13.5f)};
    if (view.session.step() >= view.stops[i])
      paint.disc(dot, ui(3.5f), c.accent);
    else
      paint.ring(dot, ui(3.5f), c.faint);
    const float top = row.y + (row.height - text_high) / 2;
    ui.rich_text(Type::Body, Type::Code, {text_x, top, text_wide, 0}, line,
                 here || press.hovered ? c.text : c.muted, stop.note);
    y += row.height;
  }
  return y - area.y + ui(6);
}

}  // namespace awaitscope
