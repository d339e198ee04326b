#pragma once
// The list of lessons, chapter by chapter; below it, the way to write one.

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
  // A lesson that is not built in, where one is shown or was left.
  const Lesson* own() const;
  struct Mark {
    bool shown = false, done = false;
    int number = 0;  // in the course
  };
  bool draw_lesson(const LessonInfo& lesson, const Mark& mark, const Rect& row);  // true: chosen
  float draw_chapter(std::string_view chapter, const Rect& content, float y);
  void draw_done(const Rect& row);
  float draw_own(const Lesson& lesson, const Rect& content, float y);
  float writing_height() const;
  void draw_writing(Rect area);

  Scroll scroll_;
  bool reveal_ = false;  // the lesson that is shown is to be in sight
};

}  // namespace awaitscope
