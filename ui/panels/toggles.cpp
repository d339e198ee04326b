#include "ui/panels/toggles.h"

#include <algorithm>
#include <cmath>

#include "ui/panels/panels.h"

namespace awaitscope {

void TogglesPanel::draw(const Rect& area) {
  constexpr std::string_view kTitle = "What the object does";
  const Palette& c = colours();
  const Rect rest = draw_title(area, kTitle);
  if (!session_.by_switches()) {
    const float x = area.x + pad() + text_width(Type::BodyStrong, kTitle);
    paint_.text_within(
        Type::Caption, x + ui_(12), area.y + ui_(18), area.right() - x - ui_(24), c.faint,
        session_.edited() ? "a switch replaces your code" : "a switch leaves this lesson");
  }
  const Rect content = ui_.begin_scroll(scroll_, rest);
  const Rect column{area.x + pad(), content.y, area.width - 2 * pad() + ui_(4), 0};
  float y = content.y;
  for (size_t t = 0; t < kToggleCount; ++t) {
    if (toggle_table()[t].id == "use") {  // from here on it is the program around the object
      y += ui_(2);
      paint_.horizontal(area.x, y, area.width, c.line);
      y += ui_(8);
    }
    y = draw_toggle(t, column, y);
  }
  // Before the first step it is in the loop's panel, in a window that has both.
  if (session_.shown_lesson() && (session_.step() > 0 || view_.layout.kind != LayoutKind::Wide)) {
    y += ui_(2);
    paint_.horizontal(area.x, y, area.width, c.line);
    y += ui_(12);
    y += view_.panels.lesson.draw({column.x, y, column.width - ui_(4), 0}, "toggles");
  }
  ui_.end_scroll(scroll_, y - content.y + ui_(4));
}

float TogglesPanel::draw_toggle(size_t number, const Rect& area, float y) {
  const Palette& c = colours();
  const Toggle& toggle = toggle_table()[number];
  const float middle = y + ui_(8);
  const bool dunder = toggle.label.substr(0, 2) == "__" || toggle.id == "method";
  const float end = paint_.text(dunder ? Type::CodeStrong : Type::BodyStrong, area.x, middle,
                                c.text, toggle.label);
  const float room = area.right() - end - ui_(10);
  if (text_width(Type::Caption, toggle.description) <= room)
    paint_.text(Type::Caption, end + ui_(10), middle, c.faint, toggle.description);
  return draw_choices(number, area, y + ui_(20));
}

float TogglesPanel::draw_choices(size_t number, const Rect& area, float y) {
  const Toggle& toggle = toggle_table()[number];
  const bool fingers = ui_.target > ui_(30);
  const float gap = ui_(4), row = fingers ? ui_.target : ui_(24);
  const float row_gap = fingers ? 0 : gap;  // a finger's target is higher than what is drawn
  float x = area.x;
  for (size_t i = 0; i < toggle.choices.size(); ++i) {
    const Choice& choice = toggle.choices[i];
    const float width =
        std::round(text_width(Type::Body, choice.label) + ui_(16) + (choice.mistake ? ui_(13) : 0));
    if (x > area.x && x + width > area.right()) {
      x = area.x;
      y += row + row_gap;
    }
    const bool chosen = session_.by_switches() && session_.toggles().chosen(number) == i;
    const Rect place{x, y, width, row};
    const Line id("toggle.", toggle.id, ".", choice.id);
    const Press press = ui_.chip(id, choice.label, place, chosen, choice.mistake);
    if (press.clicked) {
      view_.playing.stop();
      session_.set(toggle.id, choice.id);
    }
    if (press.hovered) {
      ui_.tip(place, choice.mistake ? Line("A common mistake. ", choice.description).view()
                                    : choice.description);
    }
    x += width + gap;
  }
  return y + (row + ui_(fingers ? 4 : 9));
}

}  // namespace awaitscope
