#pragma once
// What is behind `?`: how to read the pictures, and every key.

#include "ui/commands.h"
#include "ui/panels/panel.h"

namespace awaitscope {

class HelpCard : public Card {
 public:
  using Card::Card;
  void draw(const Rect& area) override;
  void opened() override { scroll_ = {}; }

 private:
  void draw_head(Rect& inside);
  float draw_columns(const Rect& content, float width, bool two);  // gives where they end
  float draw_legend(float x, float y, float width);
  float draw_gestures(float x, float y, float width);
  float draw_keys(float x, float y, float width, CommandGroup group);

  Scroll scroll_;
};

}  // namespace awaitscope
