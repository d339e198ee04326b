// What can be raised in a task where it is: a list at the button that asks for it.
#include <algorithm>

#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

void draw_raise(View& view) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const Rect window = view.layout.window;
  const float row_high = std::max(ui(30), ui.target), head = ui(30);
  float width = ui(220);
  for (const std::string& name : view.raise_choices)
    width = std::max(width, text_width(Type::Code, name) + ui(36));
  width = std::min(width, window.width - 24);
  const float wanted = head + float(view.raise_choices.size()) * row_high + ui(12);
  const float high = std::min(wanted, window.height - 24);
  const Rect from = view.raise_from;
  // Below its button, or above where there is more room.
  const bool below = from.bottom() + 4 + high <= window.height - 12;
  const Rect card{std::clamp(from.x, 12.f, std::max(12.f, window.width - width - 12)),
                  below ? from.bottom() + 4 : std::max(12.f, from.y - 4 - high), width, high};
  draw_card(view, card, ui(10));
  Rect inside = card.inset(ui(6), ui(6));
  const Rect title = inside.cut_top(head);
  paint.text_within(Type::Body, title.x + ui(12), title.middle_y(), title.width - ui(24), c.muted,
                    "Raised where it waits");
  const Rect content = ui.begin_scroll(view.overlay_scroll, inside);
  float y = content.y;
  std::string chosen;
  for (const std::string& name : view.raise_choices) {
    const Rect row{content.x, y, content.width, row_high};
    const Press press = ui.press(Line("loop.raise.", name), name, WidgetKind::Button, row);
    if (press.hovered) paint.fill(row, c.hover, ui(6));
    paint.text_within(Type::Code, row.x + ui(12), row.middle_y(), row.width - ui(24), c.text, name);
    if (press.clicked) chosen = name;
    y += row_high;
  }
  ui.end_scroll(view.overlay_scroll, y - content.y);
  if (chosen.empty()) return;
  view.overlay = Overlay::None;
  view.playing = false;
  view.session.inject(view.raise_task, chosen);
}

}  // namespace awaitscope
