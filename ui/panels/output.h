#pragma once
// The output: what the program has printed up to the current step. A line leads to the step that
// printed it. Where somebody guesses, the question what prints next is below it.

#include "ui/model/following.h"
#include "ui/model/guess.h"
#include "ui/panels/panel.h"

namespace awaitscope {

class OutputPanel : public Panel {
 public:
  using Panel::Panel;
  void draw(const Rect& area) override;

  bool guessing() const { return guess_.on; }
  void toggle_guessing();

 private:
  struct Rows {  // how lines are laid out
    float left, width, row, extra;
    uint32_t columns;
  };

  void draw_controls(const Rect& title, size_t hidden);
  Rows rows_in(const Rect& area);
  float top_of(const Rows& rows, size_t line) const;
  void draw_lines(const Rows& rows, const Rect& seen, const Rect& content, size_t count);
  bool draw_line(const Rows& rows, size_t number, const Rect& strip);  // true: pressed
  void draw_text(const Rows& rows, std::string_view text, float middle, Type type, ImU32 colour);

  // guess.cpp: the choices. They give the height that they take.
  float draw_guess(const Rect& area);
  float draw_verdict(const Rect& area);
  float draw_choices(const Rect& area);
  void take_guess(size_t choice);

  // Why a program cannot run is there at once.
  size_t step() const { return session_.error() ? session_.steps() - 1 : session_.step(); }

  Scroll scroll_;
  Following following_;
  size_t shown_ = 0;  // lines, in the last frame
  Guess guess_;
  bool reveal_guess_ = false;
};

}  // namespace awaitscope
