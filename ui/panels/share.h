#pragma once
// What can be taken along: a link to what is shown, the HTML for an article, and files.

#include "ui/panels/panel.h"

namespace awaitscope {

class ShareCard : public Card {
 public:
  using Card::Card;
  void draw(const Rect& area) override;
  void opened() override { scroll_ = {}; }

 private:
  Scroll scroll_;
};

}  // namespace awaitscope
