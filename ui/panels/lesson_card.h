#pragma once
// The lesson, beside what it is about: a few words, a question, its answer when one wants it, and
// the steps where to see it.

#include <cstdint>
#include <string_view>

#include "ui/panels/panel.h"

namespace awaitscope {

class LessonCard {
 public:
  explicit LessonCard(View& view) : view_(view), ui_(view.controls) {}

  // From the rectangle's top as far as it needs; gives that height. `where` makes its ids
  // different.
  float draw(const Rect& area, std::string_view where);

 private:
  void refresh();
  float draw_course(const Rect& area, std::string_view where, bool& pressed);
  float draw_answer(const Lesson& lesson, const Rect& area, std::string_view where);
  float draw_stops(const Lesson& lesson, const Rect& area, std::string_view where);
  float draw_stop(const Lesson& lesson, size_t number, const Rect& area, std::string_view where);
  float say(ImU32 colour, std::string_view text, const Rect& area, bool draw = true);

  View& view_;
  Controls& ui_;
  uint64_t version_ = 0;
  bool answer_shown_ = false;
  bool answer_come_ = false;  // since it was drawn last
};

}  // namespace awaitscope
