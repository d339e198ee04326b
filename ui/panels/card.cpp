// What lies over the panels lies on a card; a press beside it closes it.
#include "ui/panels/panels.h"
#include "ui/view.h"

namespace awaitscope {

void draw_card(View& view, const Rect& card, float rounding) {
  Painter& paint = view.controls.paint;
  const Palette& c = *view.controls.colours;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (ImGui::IsMouseClicked(0) && !card.contains({mouse.x, mouse.y})) view.overlay = Overlay::None;
  paint.shadow(card, c.shadow, rounding);
  paint.fill(card, c.panel, rounding);
  paint.outline(card, c.line_strong, rounding);
}

}  // namespace awaitscope
