#include "ui/panels/panel.h"

#include <algorithm>

namespace awaitscope {

Rect Panel::draw_title(const Rect& area, std::string_view title, TitleLine line) {
  Rect rest = area;
  const Rect strip =
      rest.cut_top(line == TitleLine::Controls ? std::max(ui_(34), ui_.target) : ui_(34));
  paint_.text(Type::BodyStrong, strip.x + pad(), strip.middle_y() + 1, colours().text, title);
  return rest;
}

void Card::draw_card(const Rect& card, float rounding) {
  const Palette& c = colours();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (ImGui::IsMouseClicked(0) && !card.contains({mouse.x, mouse.y})) close();
  paint_.shadow(card, c.shadow, rounding);
  paint_.fill(card, c.panel, rounding);
  paint_.outline(card, c.line_strong, rounding);
}

}  // namespace awaitscope
