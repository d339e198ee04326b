// The toggles: every choice in sight, one press from being the program.
#include <algorithm>
#include <cmath>

#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

Rect draw_panel_title(View& view, const Rect& area, const char* title, TitleLine line) {
  Controls& ui = view.controls;
  Rect rest = area;
  const Rect strip =
      rest.cut_top(line == TitleLine::Controls ? std::max(ui(34), ui.target) : ui(34));
  ui.paint.text(Type::BodyStrong, strip.x + view.layout.pad, strip.middle_y() + 1, ui.colours->text,
                title);
  return rest;
}

void draw_toggles(View& view, const Rect& area) {
  Controls& ui = view.controls;
  Painter& paint = ui.paint;
  const Palette& c = *ui.colours;
  Rect rest = draw_panel_title(view, area, "What the object does");
  if (view.session.edited()) {
    const float x = area.x + view.layout.pad + text_width(Type::BodyStrong, "What the object does");
    paint.text_within(Type::Caption, x + ui(12), area.y + ui(18), area.right() - x - ui(24),
                      c.faint, "a switch replaces your code");
  }
  const bool fingers = ui.target > ui(30);
  const float left = area.x + view.layout.pad, right = area.right() - view.layout.pad + ui(4);
  const float gap = ui(4), row = fingers ? ui.target : ui(24);
  const float row_gap = fingers ? 0 : gap;  // a finger's target is higher than what is drawn
  const Rect content = ui.begin_scroll(view.toggles_scroll, rest);
  float y = content.y;
  const Toggles& toggles = view.session.toggles();
  for (size_t t = 0; t < kToggleCount; ++t) {
    const Toggle& toggle = toggle_table()[t];
    if (toggle.id == "use") {  // from here on it is the program around the object
      y += ui(2);
      paint.horizontal(area.x, y, area.width, c.line);
      y += ui(8);
    }
    const float label_y = y + ui(8);
    const bool dunder = toggle.label.substr(0, 2) == "__" || toggle.id == "method";
    const float end = paint.text(dunder ? Type::CodeStrong : Type::BodyStrong, left, label_y,
                                 c.text, toggle.label);
    const float room = right - end - ui(10);
    const bool fits = text_width(Type::Caption, toggle.description) <= room;
    if (fits) paint.text(Type::Caption, end + ui(10), label_y, c.faint, toggle.description);
    y += ui(20);
    float x = left;
    for (size_t i = 0; i < toggle.choices.size(); ++i) {
      const Choice& choice = toggle.choices[i];
      const float width =
          std::round(text_width(Type::Body, choice.label) + ui(16) + (choice.mistake ? ui(13) : 0));
      if (x > left && x + width > right) {
        x = left;
        y += row + row_gap;
      }
      const bool chosen = !view.session.edited() && toggles.chosen(t) == i;
      const Rect place{x, y, width, row};
      const Line id("toggle.", toggle.id, ".", choice.id);
      const Press press = ui.chip(id, choice.label, place, chosen, choice.mistake);
      if (press.clicked) {
        view.playing = false;
        view.session.set(toggle.id, choice.id);
      }
      if (press.hovered) {
        ui.tip(place, choice.mistake ? Line("A mistake people make. ", choice.description).view()
                                     : choice.description);
      }
      x += width + gap;
    }
    y += row + ui(fingers ? 4 : 9);
  }
  // Before the first step it is in the loop's panel, in a window that has both.
  if (find_lesson(view.session.lesson()) &&
      (view.session.step() > 0 || view.layout.kind != LayoutKind::Wide)) {
    y += ui(2);
    paint.horizontal(area.x, y, area.width, c.line);
    y += ui(12);
    y += draw_lesson_card(view, {left, y, right - left - ui(4), 0}, "toggles");
  }
  ui.end_scroll(view.toggles_scroll, y - content.y + ui(4));
}

}  // namespace awaitscope
