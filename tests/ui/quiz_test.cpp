// Predicting before one sees, in lessons and in any program; what a lesson asks at its end; and
// repairs.
#include "engine/session/quiz.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/lesson/lessons.h"
#include "engine/session/repair.h"
#include "engine/session/stops.h"
#include "tests/ui/headless.h"

using namespace awaitscope;
using awaitscope::testing::Headless;

namespace {

constexpr const char* kThree = "for n in range(3):\n    print('line', n)\n    print('same')\n";

std::vector<std::string> choices(const Headless& ui) {
  std::vector<std::string> ids;
  for (const Widget& widget : ui.interface.widgets()) {
    if (widget.id.starts_with("quiz.choice.")) ids.push_back(widget.id);
  }
  return ids;
}

// The choice that has these words.
std::string choice(const Headless& ui, std::string_view words) {
  for (const Widget& widget : ui.interface.widgets()) {
    if (widget.id.starts_with("quiz.choice.") && widget.label == words) return widget.id;
  }
  FAIL("no such choice: " << std::string(words));
  return {};
}

void answer(Headless& ui, const std::string& id) {
  ui.interface.activate(id);
  ui.settle();
}

size_t right_choice(const Quiz& quiz) { return quiz.answer(); }

}  // namespace

TEST_SUITE_BEGIN("ui: quiz");

TEST_CASE("what prints next is chosen before it is seen, and then it is said what is right") {
  Headless ui;
  ui.session.load(kThree);
  ui.settle();
  ui.click("output.predict");
  ui.settle();
  CHECK(choices(ui).size() >= 2);
  for (const std::string& id : choices(ui)) CHECK(ui.find(id)->height > 20);
  CHECK_FALSE(ui.find("quiz.show"));
  answer(ui, choice(ui, "line 0"));
  CHECK(ui.session.step() == 0);
  CHECK_FALSE(ui.find(choices(ui).front())->enabled);
  ui.interface.activate("quiz.show");
  ui.settle();
  CHECK(ui.session.reader().output(ui.session.step()).size() == 1);
  // Asked anew, of what is next now; a wrong answer is told apart, and so is the right one.
  answer(ui, choice(ui, "line 1"));
  CHECK(ui.interface.heard().find("Not right.") != std::string::npos);
  CHECK(ui.interface.heard().find("Right.") != std::string::npos);
  ui.key(ImGuiKey_Q);
  ui.settle();
  CHECK(choices(ui).empty());
}

TEST_CASE("each kind of question can be asked at a step where there is something to ask") {
  for (const char* kind : {"prints", "runs", "ready", "ends", "fails"}) {
    Headless ui(1280, 900);
    ui.session.load_lesson("interleaving");
    ui.settle();
    ui.click("output.predict");
    ui.settle();
    ui.interface.activate("quiz.kind." + std::string(kind));
    ui.settle();
    size_t asked = 0;
    for (size_t step = 0; step + 1 < ui.session.steps(); ++step) {
      ui.session.seek(step);
      ui.settle();
      asked += !choices(ui).empty();
    }
    CAPTURE(std::string(kind));
    CHECK(asked > 0);
  }
}

TEST_CASE("until it is answered the future is hidden: bars, output to come and how it ends") {
  Headless ui;
  ui.session.load(find_lesson("interleaving")->source() + "\n");  // no lesson, which asks by itself
  ui.session.seek(40);
  ui.settle();
  auto future_bars = [&] {
    size_t count = 0;
    const Widget& timeline = *ui.find("timeline");
    for (const Widget& widget : ui.interface.widgets()) {
      const bool bar =
          widget.id.starts_with("timeline.bar.") || widget.id.starts_with("timeline.handle.");
      // 40 of 142 steps are seen: what begins beyond the middle is yet to come.
      if (bar && widget.height > 0 && widget.x > timeline.x + timeline.width / 2) ++count;
    }
    return count;
  };
  CHECK(future_bars() > 0);
  ui.click("output.predict");
  ui.settle();
  REQUIRE_FALSE(choices(ui).empty());
  CHECK(future_bars() == 0);
  answer(ui, choices(ui).front());
  CHECK(future_bars() > 0);
}

TEST_CASE("a lesson asks at its stops, and whoever answers sees why") {
  size_t asked = 0;
  for (const LessonInfo& info : lessons()) {
    Headless ui(1280, 720);
    ui.session.load_lesson(info.id);
    ui.settle();
    const Lesson* lesson = ui.session.shown_lesson();
    Stops stops;
    stops.find(ui.session);
    for (size_t i = 0; i < stops.count(); ++i) {
      if (!lesson->stops[i].prediction || stops.step_of(i) == Stops::kNone) continue;
      CAPTURE(std::string(info.id));
      CAPTURE(i);
      ui.session.seek(stops.step_of(i));
      ui.settle();
      const auto quiz = quiz_of(*lesson->stops[i].prediction, ui.session.reader(),
                                ui.session.recording(), ui.session.run_end(), stops.step_of(i));
      REQUIRE(quiz);
      REQUIRE(choices(ui).size() == quiz->choices.size());
      CHECK(ui.find("quiz.choice.1")->height > 10);
      answer(ui, "quiz.choice." + std::to_string(right_choice(*quiz) + 1));
      CHECK(ui.interface.heard().find("Right.") != std::string::npos);
      ++asked;
    }
  }
  CHECK(asked >= 20);
}

TEST_CASE("at its end a lesson asks what was learned, and the answer stays when one comes back") {
  Headless ui(1280, 900);
  ui.session.load_lesson("one-after-another");
  ui.session.seek(ui.session.steps() - 1);
  ui.settle();
  const Lesson* lesson = ui.session.shown_lesson();
  REQUIRE(lesson);
  REQUIRE_FALSE(lesson->checks.empty());
  const Quiz quiz = quiz_of(lesson->checks.front());
  REQUIRE(choices(ui).size() == quiz.choices.size());
  answer(ui, "quiz.choice." + std::to_string(quiz.answer() + 1));
  CHECK(ui.interface.heard().find("Right.") != std::string::npos);
  ui.session.seek(3);
  ui.settle();
  ui.session.seek(ui.session.steps() - 1);
  ui.settle();
  CHECK(ui.interface.heard().find("Right.") != std::string::npos);
}

TEST_CASE("on a phone a button leads from the lesson's way to the question") {
  size_t found = 0;
  for (const LessonInfo& info : lessons()) {
    Headless ui(390, 844, 2);
    ui.session.load_lesson(info.id);
    const Lesson* lesson = ui.session.shown_lesson();
    ui.session.seek(ui.session.steps() - 1);
    ui.settle();
    CAPTURE(std::string(info.id));
    if (lesson->checks.empty()) continue;
    const Widget* button = ui.find("path.question");
    REQUIRE(button);
    CHECK(button->label == "Check");
    ui.click("path.question");
    ui.settle();
    CHECK_FALSE(choices(ui).empty());
    ++found;
  }
  CHECK(found >= 20);
}

TEST_CASE("a repair says what is missing, gives its hints one by one, and sees when it is done") {
  size_t repairs = 0;
  for (const LessonInfo& info : lessons()) {
    Headless ui(1280, 900);
    ui.interface.host().edit_source = [] {};
    ui.session.load_lesson(info.id);
    const Lesson* lesson = ui.session.shown_lesson();
    if (!lesson->repair) continue;
    ++repairs;
    CAPTURE(std::string(info.id));
    ui.session.seek(ui.session.steps() - 1);
    ui.settle();
    CHECK(ui.interface.heard().find("Repair it") != std::string::npos);
    CHECK(ui.interface.heard().find("Not yet:") != std::string::npos);
    CHECK(ui.find("repair.edit"));
    for (size_t i = 0; i < lesson->repair->hints.size(); ++i) {
      REQUIRE(ui.find("repair.hint"));
      CHECK_FALSE(ui.find("repair.solution"));
      answer(ui, "repair.hint");
    }
    // Changed, but not repaired: it is still asked for, and one can start again.
    ui.session.load(lesson->source() + "\n# mine\n");
    ui.settle();
    CHECK(ui.interface.heard().find("Not yet:") != std::string::npos);
    CHECK(ui.find("repair.again"));
    answer(ui, "repair.solution");
    CHECK(ui.interface.heard().find("Repaired") != std::string::npos);
    CHECK(ui.interface.heard().find("Not yet:") == std::string::npos);
    REQUIRE(ui.find("explanation.bring_back"));  // their attempt
    ui.click("explanation.bring_back");
    ui.settle();
    CHECK(ui.session.source() == lesson->source() + "\n# mine\n");
    answer(ui, "repair.again");
    CHECK(ui.session.lesson() == info.id);
  }
  CHECK(repairs >= 8);
}

TEST_SUITE_END();
