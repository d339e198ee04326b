// A lesson's file: Markdown in, a Lesson out, or what is wrong and where. Pure: nothing is run.
// engine/docs/lessons.md says how such a file is written. What only a run can tell, whether a stop
// is come to, say, is checked by session/lesson_check.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/lesson/lessons.h"

namespace awaitscope {

// A file may come from anywhere: what is larger than this is refused.
inline constexpr size_t kMostLessonBytes = 64 * 1024;
inline constexpr size_t kMostStops = 40, kMostChoices = 6, kMostChecks = 5, kMostGoals = 10,
                        kMostHints = 10, kMostFacts = 30, kMostTextBytes = 2000;
inline constexpr int kMostOccurrences = 10'000;

struct LessonError {
  FilePlace place;
  std::string message;
};
// "line 12, column 4: ..."
std::string in_words(const LessonError& error);

struct ParsedLesson {
  Lesson lesson;                     // where there is no error
  std::optional<LessonError> error;  // the first
};

// name: the id of a lesson that says none, as a rule its file's name.
ParsedLesson parse_lesson(std::string_view text, std::string_view name);

}  // namespace awaitscope
