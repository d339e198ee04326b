#pragma once
// The list of lessons: the article's listings first, then ours.

#include "ui/panels/panel.h"

namespace awaitscope {

class LessonList : public Card {
 public:
  using Card::Card;
  void draw(const Rect& area) override;

 private:
  float height_of(const Lesson& lesson, float width);
  float draw_question(const Lesson& lesson, float x, float y, float width, bool draw);
  bool draw_lesson(const Lesson& lesson, int number, const Rect& row);  // true: chosen

  Scroll scroll_;
};

}  // namespace awaitscope
