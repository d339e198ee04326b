#pragma once
// What can be raised in a task where it is, at the button that asks for it: a line to type any
// exception in, and a list.

#include <array>
#include <string>
#include <vector>

#include "ui/panels/panel.h"

namespace awaitscope {

class RaiseCard : public Card {
 public:
  using Card::Card;
  void draw(const Rect& area) override;
  // For this task, at the button in that place.
  void open(uint32_t task, const Rect& at);

 private:
  std::string draw_choices(const Rect& area, float row_high);
  void take(std::string_view exception);  // nothing: closes it

  uint32_t task_ = 0;
  Rect at_;
  std::vector<std::string> choices_;
  std::array<char, 512> text_{};  // typed, with a NUL at its end
  std::string problem_;           // why that cannot be raised
  bool types_ = false;            // it has just come, or what was typed was wrong
  Scroll scroll_;
};

}  // namespace awaitscope
