// The output: what the program has printed up to the current step. A line leads to the step that
// printed it.
#include <algorithm>

#include "ui/commands.h"
#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

void draw_output(View& view, const Rect& area) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  // Why a program cannot run is there at once.
  const size_t step = view.session.error() ? view.session.steps() - 1 : view.session.step();
  const Rect rest = draw_panel_title(view, area, "Output", TitleLine::Controls);
  const size_t count = view.output.count_at(step);
  if (enabled(view, CommandId::Guess)) {
    const Command& what = command(CommandId::Guess);
    const bool on = view.guess.on;
    const Button button{.id = what.widget,
                        .label = what.label,
                        .tip = what.what,
                        .keys = what.keys,
                        .value = on ? "true" : "false",
                        .kind = WidgetKind::Switch};
    const float wide = ui.button_width(button), title = rest.y - area.y;
    float right = area.right() - view.layout.pad - wide;
    if (ui.button(button,
                  Rect{right, area.y, wide, title}.inset(0, ui.target > ui(40) ? 0 : ui(3))))
      run(view, CommandId::Guess);
    if (count < view.output.lines.size() && !on) {
      const Line more(int(view.output.lines.size() - count), " more to come");
      right -= text_width(Type::Caption, more) + ui(4);
      paint.text(Type::Caption, right, area.y + title / 2 + 1, c.faint, more);
    }
  }
  const float row = ui(19);
  const float left = area.x + view.layout.pad, width = area.width - 2 * view.layout.pad;
  const uint32_t columns = uint32_t(std::max(8.f, width / text_width(Type::Code, "0")));
  view.output.break_after(columns);
  const std::vector<uint32_t>& first_row = view.output.first_row;
  // A line of one row is at least as high as what is pressed.
  const float least =
      view.layout.kind == LayoutKind::Wide ? row : std::max(row, ui.target - ui(12));
  const float extra = least - row;
  auto top_of = [&](size_t i) { return float(first_row[i]) * row + float(i) * extra; };
  const Rect content = ui.begin_scroll(view.output_scroll, rest);
  if (count == 0 && !view.guess.on) {
    const char* words = view.output.lines.empty() ? "This program prints nothing."
                                                  : "Nothing printed yet. It will be, as you step.";
    paint.text_within(Type::Body, left, content.y + ui(10), width, c.faint, words);
  }
  // The first line that is seen.
  size_t first = 0;
  for (size_t high = count; first < high;) {
    const size_t middle = (first + high) / 2;
    if (content.y + top_of(middle + 1) <= rest.y)
      first = middle + 1;
    else
      high = middle;
  }
  for (size_t i = first; i < count; ++i) {
    const OutputLine& line = view.output.lines[i];
    const Rect strip{area.x, content.y + top_of(i), area.width, top_of(i + 1) - top_of(i)};
    if (strip.y > rest.bottom()) break;
    std::string_view text = line.at(step);
    const Press press = ui.press(Line("output.", Line().add_plain(i + 1).view()),
                                 text.empty() ? "empty line" : text, WidgetKind::Place, strip,
                                 {true, line.error ? "stderr" : "stdout"});
    if (press.clicked) view.seek(line.step);
    const bool now = line.parts.back().step == step || line.step == step;
    if (line.error) {
      paint.fill(strip, c.error_soft);
      paint.fill({strip.x, strip.y, ui(3), strip.height}, c.error);
    }
    if (press.hovered) paint.fill(strip, with_alpha(c.hover, 0.6f));
    if (now) paint.fill({strip.x, strip.y, ui(3), strip.height}, line.error ? c.error : c.accent);
    float y = strip.y + (row + extra) / 2;
    do {
      // Broken after so many characters, wherever that is: it is code's neighbour.
      size_t end = 0;
      for (uint32_t n = 0; end < text.size() && n < columns; ++n) {
        do ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80);
      }
      paint.text(now && !line.error ? Type::CodeStrong : Type::Code, left, y,
                 line.error ? c.error : c.text, text.substr(0, end));
      text.remove_prefix(end);
      y += row;
    } while (!text.empty());
    if (press.hovered) {
      const Line where("step ", int(line.step));
      const float wide = text_width(Type::Caption, where);
      paint.text(Type::Caption, strip.right() - wide - ui(14), strip.y + row / 2, c.muted, where);
    }
  }
  if (count != view.shown_output) {
    view.shown_output = count;
    if (count > 0)
      ui.reveal(view.output_scroll, top_of(count - 1), top_of(count) - top_of(count - 1), ui(6));
  }
  float end = top_of(count) + ui(8);
  if (view.guess.on) {
    const float high = draw_guess(view, {left, content.y + end, width, 0});
    if (view.seen_step != step) ui.reveal(view.output_scroll, end, high, 0);
    end += high;
  }
  ui.end_scroll(view.output_scroll, end);
}

}  // namespace awaitscope
