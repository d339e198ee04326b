// What can be raised in a task where it is, at the button that asks for it: a line to type any
// exception in, and a list.
#include <algorithm>

#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

void draw_raise(View& view) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const Rect window = view.layout.window;
  const float row_high = std::max(ui(30), ui.target), head = ui(30), line = ui(18);
  const float width = std::min(ui(320), window.width - 24);
  const float text_wide = width - ui(12) - ui(24);
  const float problem_high = view.raise_problem.empty()
                                 ? 0
                                 : ui.rich_text(Type::Body, Type::Code, {0, 0, text_wide, 0}, line,
                                                c.error, view.raise_problem, false) +
                                       ui(8);
  const float wanted =
      head + row_high + ui(8) + problem_high + float(view.raise_choices.size()) * row_high + ui(12);
  const float high = std::min(wanted, window.height - 24);
  const Rect from = view.raise_from;
  // Below its button, or above where there is more room; never beside the window.
  const bool below = from.bottom() + 4 + high <= window.height - 12;
  const Rect card{std::clamp(from.x, 12.f, std::max(12.f, window.width - width - 12)),
                  below ? from.bottom() + 4 : std::max(12.f, from.y - 4 - high), width, high};
  draw_card(view, card, ui(10));
  Rect inside = card.inset(ui(6), ui(6));
  const Rect title = inside.cut_top(head);
  paint.text_within(Type::Body, title.x + ui(12), title.middle_y(), title.width - ui(24), c.muted,
                    "Raised where it waits");
  const Rect place = inside.cut_top(row_high + ui(8));
  const Field field{.id = "loop.raise",
                    .label = "An exception, as an expression",
                    .hint = "ValueError(\"no\")",
                    .problem = view.raise_problem,
                    .starts = view.raise_opens};
  view.raise_opens = false;
  const bool entered =
      ui.field(field, {place.x + ui(2), place.y, place.width - ui(4), row_high}, view.raise_text);
  if (problem_high > 0) {
    const Rect words = inside.cut_top(problem_high);
    ui.rich_text(Type::Body, Type::Code, {words.x + ui(12), words.y, text_wide, 0}, line, c.error,
                 view.raise_problem);
  }
  const Rect content = ui.begin_scroll(view.overlay_scroll, inside);
  float y = content.y;
  std::string chosen = entered ? view.raise_text.data() : "";
  for (const std::string& name : view.raise_choices) {
    const Rect row{content.x, y, content.width, row_high};
    const Press press = ui.press(Line("loop.raise.", name), name, WidgetKind::Button, row);
    if (press.hovered) paint.fill(row, c.hover, ui(6));
    paint.text_within(Type::Code, row.x + ui(12), row.middle_y(), row.width - ui(24), c.text, name);
    if (press.clicked) chosen = name;
    y += row_high;
  }
  ui.end_scroll(view.overlay_scroll, y - content.y);
  if (!chosen.empty()) {
    view.playing = false;
    view.raise_problem = view.session.inject(view.raise_task, chosen);
    view.raise_opens = true;  // where it cannot be raised, they type on
  }
  if ((entered && chosen.empty()) || (!chosen.empty() && view.raise_problem.empty()))
    view.overlay = Overlay::None;
}

}  // namespace awaitscope
