// The lessons: settings of the toggles that are worth a look, each with a few words, a question
// whose answer can be seen in the run, and the steps where to see it. The first four are the
// listings of the article that the playground starts from, in its order. Ids are part of the
// command line and of the page's address and never change. Everything is static text in English.
#pragma once

#include <span>
#include <string_view>

#include "engine/lesson/toggles.h"
#include "engine/syntax/version.h"

namespace awaitscope {

enum class LessonKind { listing, further };  // one of the article's listings, or one of ours

// A step worth looking at, named so that it does not depend on step numbers: the nth event of this
// kind in this function. The words are those of `awaitscope trace --format json`.
struct Stop {
  std::string_view kind;      // start, suspend, resume, return or raise
  std::string_view function;  // the qualified name, as "Hello.__await__.<locals>.closure"
  int occurrence;             // 1 is the first
  std::string_view note;      // what there is to see
};

// The newest Python in which the program of these toggles runs: what calls
// asyncio.get_event_loop() where no event loop runs raises since 3.14.
constexpr Version newest_that_runs(const Toggles& toggles) {
  return toggles.loop() == LoopChoice::get_event_loop ? Version::V3_11 : Version::V3_15;
}

struct Lesson {
  std::string_view id;
  std::string_view title;
  LessonKind kind;
  Toggles toggles;
  std::string_view text;      // two or three sentences, to be read before the run
  std::string_view question;  // to be thought about while stepping
  std::string_view answer;
  std::span<const Stop> stops;  // in the order of the run

  Version newest() const { return newest_that_runs(toggles); }
};

std::span<const Lesson> lessons();

// Nullptr if there is none.
const Lesson* find_lesson(std::string_view id);

// The lesson that has these toggles, or nullptr. However its event loop is started, it is the same
// lesson.
const Lesson* lesson_of(const Toggles& toggles);

// What somebody sees who comes for the first time: the first lesson, in a way that runs in every
// Python.
Toggles first_toggles();

}  // namespace awaitscope
