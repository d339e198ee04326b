#pragma once
// The way through a lesson, always in sight below the code: where one is, what there is to see at
// this stop, and the buttons to the stops before and after.

#include "ui/panels/panel.h"

namespace awaitscope {

class PathPanel : public Panel {
 public:
  using Panel::Panel;
  void draw(const Rect& area) override;

 private:
  void draw_left(Rect rest);             // of a lesson whose program has been changed
  float draw_buttons(const Rect& area);  // gives where they begin
  float draw_course_button(float right, const Rect& row);
  float draw_question_button(float right, const Rect& row);
  void draw_place(Rect& rest);
  void draw_words(const Rect& area);
  Line words_of_last_lesson(const Lesson& lesson) const;
};

}  // namespace awaitscope
