// The output: what the program has printed up to the current step. A line leads to the step that
// printed it.
#include <algorithm>

#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

void draw_output(View& view, const Rect& area) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  const size_t step = view.session.step();
  const Rect rest = draw_panel_title(view, area, "Output");
  const size_t count = view.output.count_at(step);
  if (count < view.output.lines.size()) {
    const Line more(int(view.output.lines.size() - count), " more to come");
    const float wide = text_width(Type::Caption, more);
    paint.text(Type::Caption, area.right() - view.layout.pad - wide, area.y + ui(18), c.faint, more);
  }
  const float row = view.layout.kind == LayoutKind::Wide ? ui(20) : std::max(ui(22), ui.target - ui(8));
  const Rect content = ui.begin_scroll(view.output_scroll, rest);
  const float left = area.x + view.layout.pad;
  if (count == 0) {
    const char* words = view.output.lines.empty() ? "This program prints nothing."
                                                  : "Nothing printed yet. It will be, as you step.";
    paint.text_within(Type::Body, left, content.y + ui(10), area.width - 2 * view.layout.pad, c.faint, words);
  }
  const size_t first = size_t(std::max(0.f, (rest.y - content.y) / row));
  for (size_t i = std::min(first, count); i < count; ++i) {
    const OutputLine& line = view.output.lines[i];
    const Rect strip{area.x, content.y + float(i) * row, area.width, row};
    if (strip.y > rest.bottom()) break;
    const std::string_view text = line.at(step);
    const Press press = ui.press(Line("output.", Line().add_plain(i + 1).view()), text,
                                 WidgetKind::Place, strip, {true, line.error ? "stderr" : "stdout"});
    if (press.clicked) view.seek(line.step);
    const bool now = line.parts.back().step == step || line.step == step;
    if (line.error) {
      paint.fill(strip, c.error_soft);
      paint.fill({strip.x, strip.y, ui(3), strip.height}, c.error);
    }
    if (press.hovered) paint.fill(strip, with_alpha(c.hover, 0.6f));
    if (now) paint.fill({strip.x, strip.y, ui(3), strip.height}, line.error ? c.error : c.accent);
    paint.text_within(now && !line.error ? Type::CodeStrong : Type::Code, left, strip.middle_y(),
                      area.width - 2 * view.layout.pad, line.error ? c.error : c.text, text);
    if (press.hovered) {
      const Line where("step ", int(line.step));
      const float wide = text_width(Type::Caption, where);
      paint.text(Type::Caption, strip.right() - wide - ui(14), strip.middle_y(), c.muted, where);
    }
  }
  if (count != view.shown_output) {
    view.shown_output = count;
    ui.reveal(view.output_scroll, float(count) * row - row, row, ui(6));
  }
  ui.end_scroll(view.output_scroll, float(count) * row + ui(8));
}

}  // namespace awaitscope
