#include "engine/lesson/lessons.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/first_lessons.h"
#include "engine/lesson/lesson_text.h"
#include "engine/lesson/source.h"
#include "tests/engine/lesson/lesson_files.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("lesson");

TEST_CASE("the article's listings are a chapter, in the article's order") {
  std::vector<std::string_view> listings;
  for (const LessonInfo& info : lessons()) {
    if (info.is_listing()) listings.push_back(info.id);
  }
  CHECK(listings ==
        std::vector<std::string_view>{"init", "awaitable", "context-manager", "awaits-itself"});
  CHECK(find_lesson("init")->toggles == Toggles());
}

TEST_CASE("lessons that have an address keep their titles and switches") {
  struct Known {
    std::string_view id, title, toggles;
  };
  for (const Known& known : {
           Known{"forgotten-await", "Forgetting await", "method=not_awaited&loop=asyncio_run"},
           Known{"suppressed", "Suppressing an exception",
                 "aenter=plain&aexit=suppresses&method=raises&use=async_with&loop=asyncio_run"},
           Known{"cancellation", "Cancelled inside async with",
                 "aenter=plain&aexit=sleeps&method=sleeps&use=async_with&run=cancelled&"
                 "loop=asyncio_run"},
           Known{"interleaving", "Two tasks take turns",
                 "method=sleeps&run=gather&loop=asyncio_run"},
           Known{"timeout", "Out of time",
                 "aenter=sleeps&aexit=plain&use=async_with&run=timeout&loop=asyncio_run"},
       }) {
    CAPTURE(known.id);
    const Lesson* lesson = find_lesson(known.id);
    REQUIRE(lesson);
    CHECK(lesson->title == known.title);
    REQUIRE(lesson->toggles);
    CHECK(address_of(*lesson->toggles) == known.toggles);
  }
}

TEST_CASE("a lesson is found by its id and, if it has some, by its toggles") {
  std::set<std::string_view> ids;
  for (const LessonInfo& lesson : lessons()) {
    CAPTURE(lesson.id);
    CHECK(ids.insert(lesson.id).second);
    REQUIRE(find_lesson(lesson.id));
    CHECK(find_lesson(lesson.id) == find_lesson(lesson.id));
    if (!lesson.toggles) continue;
    CHECK(lesson_of(*lesson.toggles) == &lesson);  // so no two have the same toggles
    Toggles other = *lesson.toggles;               // however the event loop is started
    other.set_loop(LoopChoice::asyncio_run);
    CHECK(lesson_of(other) == &lesson);
  }
  CHECK(find_lesson("Init") == nullptr);
  CHECK(find_lesson("") == nullptr);
  CHECK(lesson_of(Toggles::from_number(kCombinationCount - 1)) == nullptr);
}

TEST_CASE("the index says the same as the lesson's file") {
  const std::string contents =
      file_text(std::string(AWAITSCOPE_TESTS_DIR) + "/../engine/lesson/lessons/contents.md");
  std::string_view chapter;
  std::size_t at = 0;
  for (const LessonInfo& info : lessons()) {
    CAPTURE(info.id);
    const ParsedLesson parsed = parse_lesson(lesson_file_text(info.id), info.id);
    if (parsed.error) FAIL_CHECK(in_words(*parsed.error));
    const Lesson& lesson = parsed.lesson;
    CHECK(lesson.id == info.id);
    CHECK(lesson.title == info.title);
    CHECK(lesson.chapter == info.chapter);
    CHECK(lesson.question == info.question);
    CHECK(lesson.toggles == info.toggles);
    if (info.chapter != chapter) {  // each chapter once, and its lessons below it
      chapter = info.chapter;
      at = contents.find("\n## " + std::string(chapter) + "\n", at);
      REQUIRE(at != std::string::npos);
    }
    const std::string link = "\n- [" + lesson.title + "](" + lesson.id + ".md)\n";
    const std::size_t next = contents.find("\n## ", at + 1);
    at = contents.find(link, at);
    CHECK(at < next);
  }
}

TEST_CASE("the first lessons are at hand as their files have them") {
  std::string rows;
  for (std::string_view id : kFirstLessons) {
    CAPTURE(id);
    const Lesson lesson = parse_lesson(lesson_file_text(id), id).lesson;
    const std::string row = first_lesson_row(lesson);
    REQUIRE(!row.empty());  // or it has something that a row can't have: see first_lessons.h
    rows += row;
    CHECK(lesson_is_here(id));
    CHECK(first_lesson_row(*find_lesson(id)) == row);
    CHECK(find_lesson(id)->pythons == lesson.pythons);
  }
  const std::string path =
      std::string(AWAITSCOPE_TESTS_DIR) + "/../engine/lesson/first_lessons.inc";
  if (std::getenv("AWAITSCOPE_UPDATE_SNAPSHOTS")) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    REQUIRE(file);
    std::fwrite(rows.data(), 1, rows.size(), file);
    std::fclose(file);
  }
  CHECK(file_text(path) == rows);
  CHECK(lesson_of(first_toggles())->id == kFirstLessons[0]);
}

TEST_CASE(
    "what somebody sees first is the article's beginning, in a way that runs in every Python") {
  REQUIRE(lesson_of(first_toggles()));
  CHECK(lesson_of(first_toggles())->id == "init");
  CHECK(first_toggles().loop() == LoopChoice::asyncio_run);
  // The listing itself does not run in the newest.
  CHECK(find_lesson("init")->python_for(Version::V3_14) == Version::V3_11);
  CHECK(find_lesson("cancellation")->python_for(Version::V3_15) == Version::V3_15);
}

TEST_CASE("the course begins with what await does, and comes to objects that are awaited later") {
  CHECK(lessons().front().id == "one-after-another");
  size_t calling = 0, init = 0;
  for (size_t i = 0; i < lessons().size(); ++i) {
    if (lessons()[i].id == "calling") calling = i;
    if (lessons()[i].id == "init") init = i;
  }
  CHECK(calling < init);
}

TEST_CASE("the course has chapters with lessons enough, and repairs") {
  std::set<std::string_view> chapters;
  std::size_t own = 0, repairs = 0;
  for (const LessonInfo& info : lessons()) {
    CAPTURE(info.id);
    const Lesson& lesson = *find_lesson(info.id);
    chapters.insert(info.chapter);
    own += !info.is_listing();
    repairs += lesson.repair.has_value();
    std::size_t asked = 0;
    for (const Stop& stop : lesson.stops) asked += stop.prediction.has_value();
    if (info.toggles) continue;
    CHECK(lesson.stops.size() >= 3);
    CHECK(lesson.stops.size() <= 7);
    CHECK(!lesson.checks.empty());
    CHECK(asked >= 1);
    int lines = 0;  // that are not empty
    for (std::size_t i = 1; i < lesson.program.size(); ++i)
      lines += lesson.program[i] == '\n' && lesson.program[i - 1] != '\n';
    CHECK(lines >= 8);
    CHECK(lines <= (lesson.id == "own-loop" ? 40 : 30));
  }
  CHECK(chapters.size() >= 6);
  CHECK(own >= 24);
  CHECK(repairs >= 8);
}

TEST_CASE("every lesson has its text, a question, an answer and steps to look at") {
  const std::set<std::string_view> kinds = {"start", "suspend", "resume", "return", "raise"};
  for (const LessonInfo& info : lessons()) {
    CAPTURE(info.id);
    const Lesson& lesson = *find_lesson(info.id);
    CHECK(!lesson.title.empty());
    CHECK(!lesson.chapter.empty());
    CHECK(lesson.text.back() == '.');
    CHECK(lesson.question.back() == '?');
    CHECK(lesson.answer.back() == '.');
    CHECK(!lesson.stops.empty());
    for (const Stop& stop : lesson.stops) {
      CAPTURE(stop.note);
      CHECK((stop.at != StopKind::Event || kinds.count(stop.kind) == 1));
      CHECK((stop.at != StopKind::Event || !stop.function.empty()));
      CHECK(stop.at != StopKind::Line);  // a line's number changes with the program
      CHECK(stop.occurrence >= 1);
      CHECK(stop.note.back() == '.');
    }
  }
}

TEST_CASE("the steps of a lesson are steps of its run in CPython, in this order") {
  for (const LessonInfo& info : lessons()) {
    CAPTURE(info.id);
    const Lesson& lesson = *find_lesson(info.id);
    CHECK(lesson.source() == lesson_file(info, ".py"));
    for (Version version : kOfferedVersions) {
      if (lesson.python_for(version) != version) continue;
      const std::string events = lesson_result(info, version);
      std::size_t last = 0;
      for (const Stop& stop : lesson.stops) {
        if (stop.at != StopKind::Event) continue;
        CAPTURE(stop.note);
        const std::string event = "\n  [\"" + stop.kind + "\",\"" + stop.function + "\",";
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
}

TEST_CASE("each solution of a repair is kept with what CPython says of it") {
  for (const LessonInfo& info : lessons()) {
    const Lesson& lesson = *find_lesson(info.id);
    if (!lesson.repair) continue;
    CAPTURE(info.id);
    const std::string id = lesson.id + "-solution";
    const LessonInfo solution{id, {}, {}, {}, {}};
    CHECK(lesson.repair->solution == lesson_file(solution, ".py"));
    CHECK(!lesson_file(solution, ".json").empty());
  }
}

TEST_SUITE_END();
