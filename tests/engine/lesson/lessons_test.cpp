#include "engine/lesson/lessons.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include "engine/lesson/source.h"
#include "tests/engine/lesson/lesson_files.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("lesson");

TEST_CASE("the article's listings come first, in the article's order") {
  REQUIRE(lessons().size() > 4);
  CHECK(lessons()[0].id == "init");
  CHECK(lessons()[1].id == "awaitable");
  CHECK(lessons()[2].id == "context-manager");
  CHECK(lessons()[3].id == "awaits-itself");
  for (std::size_t i = 0; i < lessons().size(); ++i) {
    CHECK((lessons()[i].kind == LessonKind::listing) == (i < 4));
  }
  CHECK(lessons()[0].toggles == Toggles());
}

TEST_CASE("a lesson is found by its id and by its toggles") {
  for (const Lesson& lesson : lessons()) {
    CAPTURE(lesson.id);
    CHECK(find_lesson(lesson.id) == &lesson);
    CHECK(lesson_of(lesson.toggles) == &lesson);  // so no two have the same toggles
    Toggles other = lesson.toggles;               // however the event loop is started
    other.set_loop(LoopChoice::asyncio_run);
    CHECK(lesson_of(other) == &lesson);
  }
  CHECK(find_lesson("Init") == nullptr);
  CHECK(lesson_of(Toggles::from_number(kCombinationCount - 1)) == nullptr);
}

TEST_CASE(
    "what somebody sees first is the article's beginning, in a way that runs in every Python") {
  CHECK(lesson_of(first_toggles()) == &lessons()[0]);
  CHECK(first_toggles().loop() == LoopChoice::asyncio_run);
  CHECK(lessons()[0].newest() == Version::V3_11);  // the listing itself does not
  CHECK(find_lesson("cancellation")->newest() == Version::V3_15);
}

TEST_CASE("every lesson has its text, a question, an answer and steps to look at") {
  const std::set<std::string_view> kinds = {"start", "suspend", "resume", "return", "raise"};
  for (const Lesson& lesson : lessons()) {
    CAPTURE(lesson.id);
    CHECK(!lesson.title.empty());
    CHECK(lesson.text.back() == '.');
    CHECK(lesson.question.back() == '?');
    CHECK(lesson.answer.back() == '.');
    CHECK(!lesson.stops.empty());
    for (const Stop& stop : lesson.stops) {
      CAPTURE(stop.note);
      CHECK(kinds.count(stop.kind) == 1);
      CHECK(!stop.function.empty());
      CHECK(stop.occurrence >= 1);
      CHECK(stop.note.back() == '.');
    }
  }
}

TEST_CASE("the steps of a lesson are steps of its run in CPython, in this order") {
  for (const Lesson& lesson : lessons()) {
    CAPTURE(lesson.id);
    CHECK(source_of(lesson.toggles) == lesson_file(lesson, ".py"));
    const std::string events = lesson_file(lesson, ".json");
    std::size_t last = 0;
    for (const Stop& stop : lesson.stops) {
      CAPTURE(stop.note);
      const std::string event =
          "\n  [\"" + std::string(stop.kind) + "\",\"" + std::string(stop.function) + "\",";
      std::size_t at = 0;
      for (int i = 0; i < stop.occurrence && at != std::string::npos; ++i) {
        at = events.find(event, at + 1);
      }
      REQUIRE(at != std::string::npos);
      CHECK(at > last);
      last = at;
    }
  }
}

TEST_SUITE_END();
