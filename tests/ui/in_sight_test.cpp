// What comes in answer to a press, or with a stop of a lesson, is in sight whole: it is scrolled
// into view, however little room its panel has.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "engine/lesson/lessons.h"
#include "engine/session/quiz.h"
#include "engine/session/stops.h"
#include "tests/ui/headless.h"

using namespace awaitscope;
using awaitscope::testing::Headless;

namespace {

constexpr struct { float width, height; } kSizes[] = {{1280, 720}, {390, 844}};

using Heights = std::map<std::string, float>;

// What is seen of each widget whose name begins with one of these.
Heights heights_of(const Headless& ui, const std::vector<std::string>& names) {
  Heights heights;
  for (const Widget& widget : ui.interface.widgets()) {
    for (const std::string& name : names) {
      if (widget.id.starts_with(name)) heights[widget.id] = widget.height;
    }
  }
  return heights;
}

// How high they are: the most that is seen of each while the panel is scrolled from its top to its
// end.
Heights whole_heights_of(Headless& ui, const std::vector<std::string>& names, float x, float y) {
  ui.wheel(x, y, 100);
  ui.settle();
  Heights most = heights_of(ui, names);
  for (int i = 0; i < 20; ++i) {
    ui.wheel(x, y, -1.5f);
    ui.settle();
    for (const auto& [id, height] : heights_of(ui, names)) most[id] = std::max(most[id], height);
  }
  return most;
}

// Of widgets in the panel of `within`.
void check_whole(Headless& ui, const std::vector<std::string>& names, const char* within) {
  const Widget* anchor = ui.find(within);
  REQUIRE(anchor);
  const Heights seen = heights_of(ui, names);
  const Heights whole = whole_heights_of(ui, names, anchor->x + anchor->width / 2, anchor->y + 90);
  CHECK(seen.size() >= names.size());
  for (const auto& each : seen) {
    CAPTURE(each.first);
    CHECK(each.second > 20);
    CHECK(each.second >= whole.at(each.first) - 0.5f);
  }
}

void go_to_stop(Headless& ui, std::string_view lesson, size_t stop) {
  ui.session.load_lesson(lesson);
  Stops stops;
  stops.find(ui.session);
  ui.session.seek(stops.step_of(stop));
  ui.settle();
  if (ui.find("path.question")) ui.click("path.question");  // of a phone
  ui.settle();
}

std::string choice(size_t number) { return "quiz.choice." + std::to_string(number + 1); }

}  // namespace

TEST_SUITE_BEGIN("ui: in sight");

TEST_CASE("what a lesson's stop asks is in sight with all its choices") {
  for (const auto& size : kSizes) {
    for (size_t n = 0; n < lessons().size(); n += awaitscope::testing::kEveryLesson) {
      const Lesson& lesson = *find_lesson(lessons()[n].id);
      for (size_t stop = 0; stop < lesson.stops.size(); ++stop) {
        if (!lesson.stops[stop].prediction) continue;
        Headless ui(size.width, size.height);
        CAPTURE(lesson.id);
        CAPTURE(stop);
        CAPTURE(size.width);
        go_to_stop(ui, lesson.id, stop);
        check_whole(ui, {"quiz.choice."}, "output.predict");
      }
    }
  }
}

TEST_CASE("whatever is answered, what is said of it and the way to the step are in sight") {
  for (const auto& size : kSizes) {
    for (size_t n = 0; n < lessons().size(); n += awaitscope::testing::kEveryLesson) {
      const Lesson& lesson = *find_lesson(lessons()[n].id);
      for (size_t stop = 0; stop < lesson.stops.size(); ++stop) {
        if (!lesson.stops[stop].prediction) continue;
        CAPTURE(lesson.id);
        CAPTURE(stop);
        CAPTURE(size.width);
        for (size_t chosen = 0;; ++chosen) {
          Headless ui(size.width, size.height);
          go_to_stop(ui, lesson.id, stop);
          const auto quiz = quiz_of(ui.session, stop);
          REQUIRE(quiz);
          if (chosen == quiz->choices.size()) break;
          CAPTURE(chosen);
          ui.click(choice(chosen));
          ui.settle();
          std::vector<std::string> come{choice(chosen), choice(quiz->answer())};
          if (chosen == quiz->answer()) come.pop_back();
          // The queue that is asked for is beside it in a wide window.
          if (quiz->kind != PredictionKind::ReadyQueue || size.width < size.height)
            come.push_back("quiz.show");
          check_whole(ui, come, "output.predict");
        }
      }
    }
  }
}

TEST_CASE("of the queue, too, what is said is in sight to its last line") {
  Headless ui(1280, 720);
  go_to_stop(ui, "at-the-same-time", 0);
  const auto quiz = quiz_of(ui.session, 0);
  REQUIRE(quiz->kind == PredictionKind::ReadyQueue);
  ui.click(choice(quiz->answer() == 0 ? 1 : 0));
  ui.settle();
  const Widget before = *ui.find(choice(quiz->answer()));
  ui.wheel(before.x + 20, before.y + 5, -40);
  ui.settle();
  CHECK(before.y - ui.find(choice(quiz->answer()))->y <= 15);  // the margin below it
}

TEST_CASE("each hint of a repair is in sight with the button for the next") {
  for (const auto& size : kSizes) {
    for (size_t n = 0; n < lessons().size(); n += awaitscope::testing::kEveryLesson) {
      Headless ui(size.width, size.height);
      ui.interface.host().edit_source = [] {};
      ui.session.load_lesson(lessons()[n].id);
      const Lesson& lesson = *ui.session.shown_lesson();
      if (!lesson.repair) continue;
      CAPTURE(lesson.id);
      CAPTURE(size.width);
      ui.session.seek(SIZE_MAX);
      ui.settle();
      if (ui.find("path.question")) ui.click("path.question");
      for (size_t i = 0; i < lesson.repair->hints.size(); ++i) {
        ui.interface.activate("repair.hint");
        ui.settle();
        const bool last = i + 1 == lesson.repair->hints.size();
        const Widget button = *ui.find(last ? "repair.solution" : "repair.hint");
        check_whole(ui, {button.id}, "output.predict");
      }
    }
  }
}

TEST_CASE("on a phone the button for the repair leads to it, below what has been answered") {
  size_t found = 0;
  for (const LessonInfo& info : lessons()) {
    Headless ui(390, 844);
    ui.session.load_lesson(info.id);
    const Lesson& lesson = *ui.session.shown_lesson();
    if (!lesson.repair || lesson.checks.size() != 1) continue;
    CAPTURE(std::string(info.id));
    ui.session.seek(SIZE_MAX);
    ui.settle();
    ui.click("path.question");
    ui.settle();
    ui.interface.activate("quiz.choice.1");
    ui.settle();
    ui.click("tab.source");
    REQUIRE(ui.find("path.question")->label == "Repair");
    ui.click("path.question");
    ui.settle();
    const Widget* hint = ui.find("repair.hint");
    REQUIRE(hint);
    // Where the whole of it has no room, it is there from its top.
    const Widget* answered = ui.find("quiz.choice.1");
    CHECK((hint->height > 40 || answered->height == 0));
    ++found;
  }
  CHECK(found >= 5);
}

TEST_CASE("who repairs a program has the goals in all of the side, however the program ends") {
  Headless ui(1280, 720);
  ui.session.load_lesson("blocking");
  ui.session.seek(SIZE_MAX);
  ui.settle();
  for (const char* text : {"print('mine')\n", "print('mine'\n", "1 / 0\n"}) {
    ui.session.load(text);
    ui.session.seek(SIZE_MAX);
    ui.settle();
    CAPTURE(std::string(text));
    CHECK(ui.interface.heard().find("Not yet:") != std::string::npos);
    CHECK(ui.find("repair.again"));
    CHECK_FALSE(ui.find("split.output"));  // which stands between it and the loop
  }
  ui.session.load("print('mine')\n");
  ui.session.seek(1);
  ui.settle();
  CHECK(ui.find("split.output"));  // who steps through it sees the loop
}

TEST_CASE("a lesson's answer that would be out of sight is scrolled to when it is shown") {
  Headless ui(1280, 600);
  ui.session.load_lesson("awaitable");
  ui.settle();
  const float before = ui.find("loop.course")->y;
  ui.interface.activate("loop.answer");
  ui.settle();
  CHECK(ui.find("loop.course")->y < before - 5);
}

TEST_CASE("a task that is opened at the panel's end is in sight") {
  Headless ui(1280, 720);
  ui.session.load_lesson("task-group");
  Stops stops;
  stops.find(ui.session);
  ui.session.seek(stops.step_of(1));
  ui.settle();
  std::vector<std::string> closed;
  for (const Widget& widget : ui.interface.widgets()) {
    if (widget.id.starts_with("loop.task.") && widget.value == "false") closed.push_back(widget.id);
  }
  REQUIRE_FALSE(closed.empty());
  for (const std::string& id : closed) {
    CAPTURE(id);
    ui.interface.activate(id);
    ui.settle();
    check_whole(ui, {id}, id.c_str());
  }
}

TEST_CASE("beside a lesson at least fourteen lines of its program are in sight") {
  for (const float pixels : {1.f, 2.f}) {
    for (size_t n = 0; n < lessons().size(); n += awaitscope::testing::kEveryLesson) {
      Headless ui(1280, 720, pixels);
      ui.session.load_lesson(lessons()[n].id);
      ui.settle();
      if (ui.find("toggle.await.none")) continue;  // the switches are beside it, too
      CAPTURE(std::string(lessons()[n].id));
      const std::string& source = ui.session.source();
      const int lines = int(std::count(source.begin(), source.end(), '\n'));
      const auto in_sight = [&] {
        int count = 0;
        for (const Widget& widget : ui.interface.widgets())
          count += widget.id.starts_with("source.line.") && widget.height > 18;
        return count;
      };
      do {
        CHECK(in_sight() >= std::min(lines, 14));
        if (!ui.find("path.next")) break;
        ui.click("path.next");
        ui.settle();
      } while (true);
    }
  }
}

TEST_SUITE_END();
