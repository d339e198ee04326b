#pragma once
// The line at the top: the name, the lesson, how the run ended, what was done to it, theme, help.

#include <string>

#include "ui/commands.h"
#include "ui/panels/panel.h"

namespace awaitscope {

class HeaderPanel : public Panel {
 public:
  using Panel::Panel;
  void draw(const Rect& area) override;

  // Says something for a few seconds, in place of how the run ended; nothing is not said.
  void say(std::string words);

 private:
  // What is left between what was drawn from the left and from the right; the line's height.
  struct Span {
    float left, right, middle, high;
  };

  void draw_name(Span& line);
  void draw_buttons(Span& line);
  void draw_more(Span& line);
  void draw_status(Span& line);
  void draw_injection(Span& line);
  void draw_python(Span& line);
  void draw_lesson(Span& line);
  bool draw_menu(std::string_view id, std::string_view label, std::string_view shown,
                 std::string_view value, const Rect& place, const Command& what);
  bool draw_at_right(Span& line, const Button& button, float width);

  std::string said_;
  double said_at_ = -10;  // by the controls' clock
};

}  // namespace awaitscope
