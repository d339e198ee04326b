#pragma once
// On small windows: which panel is shown.

#include "ui/panels/panel.h"

namespace awaitscope {

class TabsPanel : public Panel {
 public:
  using Panel::Panel;
  void draw(const Rect& area) override;
};

}  // namespace awaitscope
