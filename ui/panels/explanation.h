#pragma once
// The explanation: what the current step is, where, and in words that need no knowledge of it.

#include <cstdint>

#include "ui/model/following.h"
#include "ui/panels/panel.h"

namespace awaitscope {

class ExplanationPanel : public Panel {
 public:
  using Panel::Panel;
  void draw(const Rect& area) override;

 private:
  void draw_where(const Rect& top);
  float draw_switch_button(const Rect& top);  // gives where it begins
  float draw_way_back(const Rect& top);       // the same
  float draw_link(const Rect& top);           // the same
  float draw_words(const Rect& content, float width);
  void follow_press();
  bool before_the_first_step() const { return session_.step() == 0 && !session_.error(); }

  enum class Pressed : uint8_t { Nothing, SeeStep, BringBack, WayBack };
  Pressed pressed_ = Pressed::Nothing;

  Scroll scroll_;
  Following following_;
};

}  // namespace awaitscope
