#pragma once
// The list of lessons, chapter by chapter.

#include "ui/panels/panel.h"

namespace awaitscope {

class LessonList : public Card {
 public:
  using Card::Card;
  void opened() override;
  void draw(const Rect& area) override;

 private:
  float height_of(const LessonInfo& lesson, float width);
  float draw_question(const LessonInfo& lesson, float x, float y, float width, bool draw);
  bool draw_lesson(const LessonInfo& lesson, int number, const Rect& row);  // true: chosen

  Scroll scroll_;
  bool reveal_ = false;  // the lesson that is shown is to be in sight
};

}  // namespace awaitscope
