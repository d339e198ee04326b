// What somebody reads who has just come, as it is read from the lessons' files: so the page shows
// it before it has the files, and what reads them. The rows of first_lessons.inc are written by
// AWAITSCOPE_UPDATE_SNAPSHOTS=1 test_lesson, which otherwise holds them to the files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/lesson/lessons.h"

namespace awaitscope {

inline constexpr std::string_view kFirstLessons[] = {"init", "awaitable"};

// Nothing if it is none of these.
std::optional<Lesson> first_lesson(const LessonInfo& info);

// A row of first_lessons.inc. Empty where the lesson has something that a row has not: predictions,
// a repair, stops at lines.
std::string first_lesson_row(const Lesson& lesson);

}  // namespace awaitscope
