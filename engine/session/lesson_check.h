#pragma once
// What only a run can tell of a lesson: whether its stops are come to and in order, whether its
// predictions have an answer, whether its repair is one.

#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/lesson_text.h"

namespace awaitscope {

struct LessonReport {
  std::vector<LessonError> wrong;  // in the order of the file
  std::vector<std::string> found;  // a line for each stop, prediction and goal
};

// Runs the lesson's program, and its repair's solution, under a Python.
LessonReport check_lesson(const Lesson& lesson, Version python);

}  // namespace awaitscope
