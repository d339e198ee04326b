// How the texts read: short sentences, and the words of Python's documentation.

#include <set>

#include "doctest/doctest.h"
#include "engine/lesson/changes.h"
#include "engine/lesson/lessons.h"
#include "engine/recording/reading/explanation_texts.h"
#include "tests/engine/session/runs.h"
#include "tests/reads_well.h"

using namespace awaitscope;
using awaitscope::testing::RunProperty;
using awaitscope::testing::what_reads_badly;

TEST_SUITE_BEGIN("session");

namespace {

struct Wrong {
  std::set<std::string> texts;
  void look_at(std::string_view text) {
    const std::string what = what_reads_badly(text);
    if (!what.empty() && texts.size() < 20) texts.insert(what + ": " + std::string(text));
  }
  void tell() const {
    for (const std::string& text : texts) FAIL_CHECK(text);
  }
};

void look_at(const std::vector<LessonChoice>& choices, Wrong& wrong) {
  for (const LessonChoice& choice : choices) {
    wrong.look_at(choice.text);
    wrong.look_at(choice.why);
  }
}

void look_at(const Lesson& lesson, Wrong& wrong) {
  for (const std::string& text : {lesson.title, lesson.text, lesson.question, lesson.answer})
    wrong.look_at(text);
  for (const Stop& stop : lesson.stops) {
    wrong.look_at(stop.note);
    if (!stop.prediction) continue;
    wrong.look_at(stop.prediction->question);
    wrong.look_at(stop.prediction->why);
    look_at(stop.prediction->choices, wrong);
  }
  for (const Check& check : lesson.checks) {
    wrong.look_at(check.question);
    look_at(check.choices, wrong);
  }
  if (!lesson.repair) return;
  wrong.look_at(lesson.repair->text);
  wrong.look_at(lesson.repair->why);
  for (const std::string& hint : lesson.repair->hints) wrong.look_at(hint);
}

Wrong wrong_explanations;

const RunProperty kReadWell(
    "every explanation of every program reads well",
    [](const Run& run, const Reader& reader, const std::string&) {
      for (size_t step = 0; step < reader.steps() && step < 3000; ++step) {
        const Explanation e = explain(reader, run.recording(), step);
        wrong_explanations.look_at(e.text);
        wrong_explanations.look_at(e.instead);
      }
    },
    [] { wrong_explanations.tell(); });

}  // namespace

TEST_CASE("lessons and changes and the texts of switches read well") {
  Wrong wrong;
  for (const LessonInfo& info : lessons()) look_at(*find_lesson(info.id), wrong);
  for (const VersionChange& change : version_changes()) wrong.look_at(change.text);
  for (const Toggle& toggle : toggle_table()) {
    wrong.look_at(toggle.description);
    for (const Choice& choice : toggle.choices) wrong.look_at(choice.description);
  }
  wrong.tell();
}

TEST_CASE("what reads badly is found") {
  CHECK(what_reads_badly("`Task-1` resumes `main` at line 14.") == "");
  CHECK(what_reads_badly("Nobody waits.") != "");
  CHECK(what_reads_badly("It goes on.") != "");
  CHECK(what_reads_badly("`main` prints \"it goes on\", and `nobody` is a name.") == "");
  CHECK(what_reads_badly("One two three four five six seven eight nine ten eleven twelve thirteen "
                         "fourteen fifteen sixteen seventeen eighteen nineteen twenty one.") != "");
}

TEST_SUITE_END();
