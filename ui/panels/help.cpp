// What is behind `?`: how to read the pictures, and every key.
#include <algorithm>

#include "ui/commands.h"
#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

namespace {

// The looks of the timeline, explained by themselves.
float draw_legend(View& view, float x, float y, float width) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  struct {
    std::string_view words;
    int look;
  } const rows[] = {
      {"A function that runs. What it calls or awaits is below it.", 0},
      {"Suspended: it has given way, and will go on from there.", 1},
      {"In the queue: it may run as soon as the loop comes to it.", 2},
      {"It was left by an exception.", 3},
      {"A turn of the event loop begins.", 4},
  };
  for (const auto& row : rows) {
    const ImU32 colour = ui.task(1);
    const Rect box{x, y + ui(4), ui(56), ui(16)};
    switch (row.look) {
      case 0: paint.fill(box, mix(c.panel, colour, 0.45f), ui(3)); break;
      case 1:
        paint.fill(box, mix(c.panel, colour, 0.08f), ui(3));
        paint.hatch(box, with_alpha(colour, 0.5f), ui(6));
        paint.outline(box, with_alpha(colour, 0.5f), ui(3));
        break;
      case 2: paint.dashed(box.x, box.middle_y(), box.width, colour); break;
      case 3:
        paint.fill(box, mix(c.panel, colour, 0.45f), ui(3));
        paint.fill({box.right() - ui(4), box.y, ui(4), box.height}, c.error, ui(2));
        break;
      case 4: paint.vertical(box.middle_x(), y, ui(24), c.line_strong); break;
    }
    const float high =
        ui.rich_text(Type::Body, Type::Code, {x + ui(76), y + ui(3), width - ui(76), 0}, ui(18),
                     c.muted, row.words);
    y += std::max(ui(26), high + ui(8));
  }
  return y;
}

float draw_keys(View& view, float x, float y, float width, CommandGroup group) {
  Controls& ui = view.controls;
  const Palette& c = *ui.colours;
  ui.paint.text(Type::BodyStrong, x, y + ui(10), c.text, name_of(group));
  y += ui(24);
  for (const Command& command : commands()) {
    if (command.group != group) continue;
    if (command.id == CommandId::CopySource && !view.host.copy_text) continue;
    if (command.id == CommandId::EditSource && !view.host.edit_source) continue;
    if (command.id == CommandId::Share && !enabled(view, command.id)) continue;
    const float keys = text_width(Type::CodeSmall, command.keys) + ui(14);
    const Rect cap{x, y + ui(1), std::max(keys, ui(28)), ui(20)};
    ui.paint.fill(cap, c.raised, ui(4));
    ui.paint.outline(cap, c.line_strong, ui(4));
    ui.paint.text_centred(Type::CodeSmall, cap, c.text, command.keys);
    const float high =
        ui.rich_text(Type::Body, Type::Code, {x + ui(76), y + ui(2), width - ui(76), 0}, ui(18),
                     c.muted, command.what);
    y += std::max(ui(25), high + ui(7));
  }
  return y + ui(10);
}

}  // namespace

void draw_help(View& view) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const Rect window = view.layout.window;
  paint.fill(window, with_alpha(c.window, 0.6f));
  const bool columns = window.width > ui(760);
  const float width = std::min(ui(columns ? 840 : 460), window.width - 16);
  const float high = std::min(ui(columns ? 660 : 1180), window.height - 16);
  const Rect card{(window.width - width) / 2, (window.height - high) / 2, width, high};
  draw_card(view, card, ui(12));

  Rect inside = card.inset(ui(24), ui(8));
  Rect title = inside.cut_top(ui(48));
  paint.text(Type::Title, title.x, title.middle_y(), c.text, "What you see, and the keys for it");
  const float side = std::max(ui(32), ui.target);
  const Button close{.id = "help.close",
                     .label = "Close",
                     .tip = "Close",
                     .keys = "Esc",
                     .icon = Icon::Cross,
                     .has_icon = true,
                     .show_label = false};
  if (ui.button(close, {title.right() - side + ui(12), title.middle_y() - side / 2, side, side})) {
    view.overlay = Overlay::None;
  }
  const Rect content = ui.begin_scroll(view.overlay_scroll, inside);
  const float gap = ui(32),
              column = columns ? (inside.width - gap - ui(12)) / 2 : inside.width - ui(12);
  float y = content.y + ui(4);
  y += ui.rich_text(
      Type::Body, Type::Code, {content.x, y, column, 0}, ui(20), c.text,
      "The Python in the middle really runs, once, and every step of it is kept. So you can "
      "go through it forwards and backwards, and see who waits for whom. Flip a switch and the "
      "program changes; you stay where you were.");
  y += ui(14);
  y = draw_legend(view, content.x, y, column) + ui(12);
  y = draw_keys(view, content.x, y, column, CommandGroup::Play);
  y = draw_keys(view, content.x, y, column, CommandGroup::Timeline);
  float other = columns ? content.y + ui(4) : y;
  const float x = columns ? content.x + column + gap : content.x;
  other = draw_keys(view, x, other, column, CommandGroup::Step);
  other = draw_keys(view, x, other, column, CommandGroup::Program);
  other = draw_keys(view, x, other, column, CommandGroup::Window);
  other += ui.rich_text(
      Type::Body, Type::Code, {x, other, column, 0}, ui(18), c.faint,
      "Tab goes from control to control, ↑ and ↓ between the choices of one, Enter presses. "
      "On the timeline, the wheel zooms and dragging moves.");
  ui.end_scroll(view.overlay_scroll, std::max(y, other) - content.y + ui(12));
}

}  // namespace awaitscope
