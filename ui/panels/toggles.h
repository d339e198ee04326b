#pragma once
// The toggles: every choice in sight, one press from being the program.

#include "ui/panels/panel.h"

namespace awaitscope {

class TogglesPanel : public Panel {
 public:
  using Panel::Panel;
  void draw(const Rect& area) override;

 private:
  float draw_toggle(size_t number, const Rect& area, float y);  // gives where it ends
  float draw_choices(size_t number, const Rect& area, float y);

  Scroll scroll_;
};

}  // namespace awaitscope
