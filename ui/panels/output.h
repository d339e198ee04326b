#pragma once
// The output: what the program has printed up to the current step. A line leads to the step that
// printed it. Below it is what is asked here; at a lesson's end its answer, and its repair.

#include <optional>

#include "ui/model/following.h"
#include "ui/panels/panel.h"
#include "ui/panels/quiz.h"
#include "ui/panels/repair.h"

namespace awaitscope {

class OutputPanel : public Panel {
 public:
  explicit OutputPanel(View& view) : Panel(view), quiz_(view), repair_(view) {}
  void draw(const Rect& area) override;

  QuizBox& quiz() { return quiz_; }
  // There is something below the output, which needs room.
  bool asks() const {
    return quiz_.asks() || quiz_.predicting() || repair_.shown() || view_.at_lesson_end();
  }
  // What has not been answered or repaired yet, as a word for a button; empty: nothing.
  std::string_view open_question() const;
  void bring_open_question();  // into view, when it is drawn next
  bool repairs() const { return repair_.shown(); }
  bool repaired() const { return repair_.done(); }
  void refresh();  // what is asked, of the step that is looked at

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
  void go_back_to_tab();
  size_t first_of_warning(size_t count) const;
  float draw_questions(const Rect& area);  // gives the height that it takes
  float draw_heading(std::string_view words, const Rect& area);
  float draw_answer(const Rect& area);

  // Why a program cannot run is there at once.
  size_t step() const { return session_.error() ? session_.steps() - 1 : session_.step(); }

  Scroll scroll_;
  Following following_;
  size_t shown_ = 0;  // lines, in the last frame
  QuizBox quiz_;
  RepairBox repair_;
  std::optional<Tab> came_from_;  // to a question that was brought into view
  bool reveal_question_ = false;
  bool bring_open_question_ = false;
};

}  // namespace awaitscope
