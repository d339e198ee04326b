#include "ui/panels/help.h"

#include <algorithm>

#include "ui/panels/source.h"

namespace awaitscope {

namespace {

// The looks of the timeline and of the source's margin, explained by themselves.
enum class Look : uint8_t {
  Runs,
  Suspended,
  InLoop,
  Queued,
  Failed,
  Cancelled,
  HandOver,
  Pause,
  Cause,
  Turn,
  Prints,
  Heat,
};

struct LegendRow {
  Look look;
  std::string_view words;
};

constexpr LegendRow kLegend[] = {
    {Look::Runs, "A function is running. What it calls or awaits is below it."},
    {Look::Suspended, "Suspended: it resumes from here."},
    {Look::Queued, "In the ready queue, waiting for its turn."},
    {Look::InLoop, "The program, while the event loop runs."},
    {Look::Failed, "An exception left the function."},
    {Look::Cancelled, "A cancellation left the function."},
    {Look::HandOver, "A call or `await`, and its return or exception."},
    {Look::Pause, "A suspension, and the resumption."},
    {Look::Cause, "What caused the current step, or the bar under the mouse."},
    {Look::Turn, "A turn of the event loop begins."},
    {Look::Prints, "Something is printed."},
    {Look::Heat, "Beside a line: the wider, the more often it runs."},
};

constexpr std::string_view kGestures[] = {
    "Tap a line of the code to go to where it runs next. Tap its number to have `Play` stop there.",
    "Tap a bar of the timeline to see its step. Drag to move the timeline, pinch to zoom.",
    "Drag the slider to go through all steps.",
};

void draw_look(Controls& ui, Look look, const Rect& box) {
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const ImU32 colour = ui.task(1);
  const BarInk ink = bar_ink(ui.theme, colour);
  const float middle = box.middle_y(), end = ui(4);
  // An arrow as the timeline has them: filled for what is handed over, open for a pause.
  auto arrow = [&](float x, bool down, bool filled) {
    const float head = ui(3.5f), tip = down ? box.bottom() : box.y,
                base = down ? tip - head * 1.3f : tip + head * 1.3f;
    paint.line({x, down ? box.y : box.bottom()}, {x, base}, c.text, 1.25f);
    const ImVec2 at[] = {{x - head, base}, {x + head, base}, {x, tip}};
    if (filled)
      paint.list()->AddTriangleFilled(at[0], at[1], at[2], c.text);
    else
      paint.list()->AddTriangle(at[0], at[1], at[2], c.text, 1.25f);
  };
  switch (look) {
    case Look::Runs: paint.fill(box, ink.running, ui(3)); break;
    case Look::Suspended:
      paint.fill(box, ink.rest, ui(3));
      paint.hatch(box, ink.hatch, ui(6));
      paint.outline(box, ink.edge, ui(3));
      break;
    case Look::InLoop:
      paint.horizontal(box.x, middle, box.width, c.muted);
      paint.outline(box, c.muted, ui(3));
      break;
    case Look::Queued: paint.dashed(box.x, middle, box.width, colour); break;
    case Look::Failed:
      paint.fill(box, ink.running, ui(3));
      paint.fill({box.right() - end - ui(1), box.y, end + ui(1), box.height}, c.panel);
      paint.fill({box.right() - end, box.y, end, box.height}, c.error, ui(2));
      break;
    case Look::Cancelled:
      paint.fill(box, ink.running, ui(3));
      paint.fill({box.right() - end - ui(1), box.y, end + ui(1), box.height}, c.panel);
      paint.outline({box.right() - end, box.y, end, box.height}, c.warning, ui(2));
      break;
    case Look::HandOver:
    case Look::Pause:
      arrow(box.middle_x() - ui(12), look == Look::HandOver, look == Look::HandOver);
      arrow(box.middle_x() + ui(12), look == Look::Pause, look == Look::HandOver);
      break;
    case Look::Cause: {
      const Point from{box.x + ui(3), box.y}, to{box.right() - ui(2), box.bottom()};
      paint.list()->AddBezierCubic({from.x, from.y}, {box.middle_x() + ui(6), from.y},
                                   {box.middle_x() - ui(6), to.y}, {to.x - ui(4), to.y}, c.text,
                                   1.5f);
      paint.disc(from, ui(2.5f), c.text);
      paint.list()->AddTriangleFilled({to.x, to.y}, {to.x - ui(7), to.y - ui(4)},
                                      {to.x - ui(7), to.y + ui(4)}, c.text);
      break;
    }
    case Look::Turn: paint.vertical(box.middle_x(), box.y - ui(4), ui(24), c.line_strong); break;
    case Look::Prints: paint.disc({box.middle_x(), middle}, ui(1.75f), c.muted); break;
    case Look::Heat:
      for (int i = 0; i < 4; ++i)
        draw_heat(ui, box.x + ui(8) + float(i) * ui(14), box.y, box.height, float(i) / 3);
      break;
  }
}

}  // namespace

float HelpCard::draw_legend(float x, float y, float width) {
  for (const LegendRow& row : kLegend) {
    draw_look(ui_, row.look, {x, y + ui_(4), ui_(56), ui_(16)});
    const float high =
        ui_.rich_text(Type::Body, Type::Code, {x + ui_(76), y + ui_(3), width - ui_(76), 0},
                      ui_(18), colours().muted, row.words);
    y += std::max(ui_(26), high + ui_(8));
  }
  return y;
}

// What fingers do, where there are no keys.
float HelpCard::draw_gestures(float x, float y, float width) {
  for (std::string_view words : kGestures) {
    y += ui_.rich_text(Type::Body, Type::Code, {x, y, width, 0}, ui_(20), colours().text, words) +
         ui_(10);
  }
  return y;
}

float HelpCard::draw_keys(float x, float y, float width, CommandGroup group) {
  const Palette& c = colours();
  paint_.text(Type::BodyStrong, x, y + ui_(10), c.text, name_of(group));
  y += ui_(24);
  for (const Command& command : commands()) {
    if (command.group != group || !offered(view_, command)) continue;
    const float keys = text_width(Type::CodeSmall, command.keys) + ui_(14);
    const Rect cap{x, y + ui_(1), std::max(keys, ui_(28)), ui_(20)};
    paint_.fill(cap, c.raised, ui_(4));
    paint_.outline(cap, c.line_strong, ui_(4));
    paint_.text_centred(Type::CodeSmall, cap, c.text, command.keys);
    const float high =
        ui_.rich_text(Type::Body, Type::Code, {x + ui_(76), y + ui_(2), width - ui_(76), 0},
                      ui_(18), c.muted, command.what);
    y += std::max(ui_(25), high + ui_(7));
  }
  return y + ui_(10);
}

void HelpCard::draw(const Rect& window) {
  paint_.fill(window, with_alpha(colours().window, 0.6f));
  const bool columns = window.width > ui_(760);
  const float width = std::min(ui_(columns ? 840 : 460), window.width - 16);
  const float high = std::min(ui_(columns ? 660 : 1180), window.height - 16);
  const Rect card{(window.width - width) / 2, (window.height - high) / 2, width, high};
  draw_card(card, ui_(12));
  Rect inside = card.inset(ui_(24), ui_(8));
  draw_head(inside);
  const Rect content = ui_.begin_scroll(scroll_, inside);
  const float end = draw_columns(content, inside.width, columns);
  ui_.end_scroll(scroll_, end - content.y + ui_(12));
}

void HelpCard::draw_head(Rect& inside) {
  const Rect title = inside.cut_top(ui_(48));
  paint_.text(Type::Title, title.x, title.middle_y(), colours().text,
              view_.on_a_phone() ? "Legend" : "Legend and keyboard shortcuts");
  const float side = std::max(ui_(32), ui_.target);
  const Button button{.id = "help.close",
                      .label = "Close",
                      .tip = "Close",
                      .keys = "Esc",
                      .icon = Icon::Cross,
                      .show_label = false};
  if (ui_.button(button, {title.right() - side + ui_(12), title.middle_y() - side / 2, side, side}))
    close();
}

float HelpCard::draw_columns(const Rect& content, float width, bool two) {
  const Palette& c = colours();
  const float gap = ui_(32), column = two ? (width - gap - ui_(12)) / 2 : width - ui_(12);
  float y = content.y + ui_(4);
  y += ui_.rich_text(Type::Body, Type::Code, {content.x, y, column, 0}, ui_(20), c.text,
                     "The program really runs, once, and every step is recorded. Step forward and "
                     "back as often as you like, and see who waits for whom. A switch changes the "
                     "program and keeps your place.");
  y += ui_(14);
  y = draw_legend(content.x, y, column) + ui_(12);
  if (view_.on_a_phone()) return draw_gestures(content.x, y, column);
  y = draw_keys(content.x, y, column, CommandGroup::Play);
  y = draw_keys(content.x, y, column, CommandGroup::Timeline);
  float other = two ? content.y + ui_(4) : y;
  const float x = two ? content.x + column + gap : content.x;
  other = draw_keys(x, other, column, CommandGroup::Step);
  other = draw_keys(x, other, column, CommandGroup::Program);
  other = draw_keys(x, other, column, CommandGroup::Window);
  other += ui_.rich_text(Type::Body, Type::Code, {x, other, column, 0}, ui_(18), c.faint,
                         "Tab moves between controls, ↑ and ↓ between choices, and Enter presses. "
                         "On the timeline, scroll to zoom and drag to move.");
  return std::max(y, other);
}

}  // namespace awaitscope
