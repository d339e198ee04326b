#pragma once
// On small windows: which panel is shown. In a frame in an article: all that is at its top.

#include <string_view>

#include "ui/commands.h"
#include "ui/panels/panel.h"

namespace awaitscope {

class TabsPanel : public Panel {
 public:
  using Panel::Panel;
  void draw(const Rect& area) override;

 private:
  enum class TabWidth : unsigned char { Even, Words };  // all the same, or each as its words are
  void draw_tabs(const Rect& area, TabWidth width);
  void draw_bar(const Rect& area);
  float width_of(std::string_view label) const;
  float draw_button(CommandId id, float right, const Rect& area, bool label);
};

}  // namespace awaitscope
