// The way through a lesson, by its buttons; and what is shown of a switch.
#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>

#include "engine/lesson/changes.h"
#include "engine/lesson/lessons.h"
#include "tests/ui/headless.h"

using namespace awaitscope;
using awaitscope::testing::Headless;

TEST_SUITE_BEGIN("ui: path");

TEST_CASE("at each stop of each lesson its words, its line and the way on are in sight") {
  struct {
    float width, height;
  } const sizes[] = {{1280, 720}, {390, 844}};
  for (const auto& size : sizes) {
    for (size_t n = 0; n < lessons().size(); n += awaitscope::testing::kEveryLesson) {
      const LessonInfo& info = lessons()[n];
      const Lesson& lesson = *find_lesson(info.id);
      Headless ui(size.width, size.height);
      CAPTURE(lesson.id);
      CAPTURE(size.width);
      ui.session.load_lesson(lesson.id);
      ui.settle();
      std::set<std::string> words;
      while (ui.find("path.next")) {
        const size_t before = ui.session.step();
        ui.click("path.next");
        ui.settle();
        REQUIRE(ui.session.step() > before);
        CHECK(ui.find("path.back"));
        const int line = ui.session.moment().at.line;
        if (line > 0) {
          const Widget* seen = ui.find("source.line." + std::to_string(line));
          REQUIRE(seen);
          CHECK(seen->height > 18);
        }
        const Widget* stop = ui.find("path.stop");
        const bool last = ui.session.step() + 1 == ui.session.steps();
        CHECK((stop || last));
        if (!stop) continue;
        // In the panel's own height, beside the buttons.
        const Widget* back = ui.find("path.back");
        CHECK(stop->value == "true");  // and not cut off
        if (size.width > size.height)
          CHECK(std::abs(stop->y + stop->height / 2 - back->y - back->height / 2) <= 1);
        else
          CHECK(stop->y >= back->y + back->height - 1);
        words.insert(stop->label);
      }
      CHECK(words.size() == lesson.stops.size());
      CHECK(ui.session.step() + 1 == ui.session.steps());
      const bool is_last = &info == &lessons().back();
      CHECK(bool(ui.find("path.lesson")) == !is_last);
      CHECK(bool(ui.find("path.lessons")) == is_last);
      while (ui.find("path.back")) ui.click("path.back");
      CHECK(ui.session.step() == 0);
    }
  }
}

TEST_CASE("who changes a lesson's program finds the way back to the lesson") {
  for (const float width : {1280.f, 390.f}) {
    Headless ui(width, 800);
    ui.session.load_lesson("blocking");
    ui.settle();
    CHECK(ui.find("path.return") == nullptr);
    ui.session.load("print('mine')\n");
    ui.settle();
    REQUIRE(ui.find("path.return"));
    ui.click("path.return");
    ui.settle();
    CHECK(ui.session.lesson() == "blocking");
    CHECK(ui.session.step() == 0);
    CHECK(ui.find("path.return") == nullptr);
    CHECK(ui.find("path.next"));
  }
}

TEST_CASE(
    "the list of lessons has a heading for each chapter, and the lesson that is shown in sight") {
  struct {
    float width, height;
  } const sizes[] = {{1280, 720}, {390, 844}};
  for (const auto& size : sizes) {
    for (const LessonInfo& info : lessons()) {
      Headless ui(size.width, size.height);
      CAPTURE(std::string(info.id));
      ui.session.load_lesson(info.id);
      ui.settle();
      ui.click("lesson");
      ui.settle();
      const Widget* row = ui.find("lesson." + std::string(info.id));
      REQUIRE(row);
      CHECK(row->value == "true");
      CHECK(row->height > 40);
      CHECK(row->y > 0);
      CHECK(row->y + row->height < size.height);
    }
  }
}

constexpr const char* kOwnLesson =
    "---\ntitle: Mine\nquestion: Why?\nid: init\n---\nWords.\n```python\nprint(1)\n```\n"
    "## Stops\n1. line 1: Here.\n## Answer\nSo.\n";

TEST_CASE("a lesson that is not built in stands above the others, and leads to none of them") {
  for (const float width : {1280.f, 390.f}) {
    Headless ui(width, 800);
    std::string done;
    ui.interface.host().progress_changed = [&](std::string_view lessons) { done = lessons; };
    REQUIRE_FALSE(ui.session.load_lesson_text(kOwnLesson, "mine", "~mine"));
    ui.settle();
    ui.click("lesson");
    ui.settle();
    const Widget* row = ui.find("lesson.~own");
    REQUIRE(row);
    CHECK(row->label == "Mine");
    CHECK(row->value == "true");
    CHECK(row->y < ui.find("lesson.init")->y);
    CHECK(ui.find("lesson.init")->value == "false");  // though it has the same id
    CHECK(done == "");
    ui.click("lesson.~own");
    ui.session.seek(SIZE_MAX);
    ui.settle();
    CHECK(done == "~mine");
    ui.click("path.lesson");
    CHECK(ui.session.lesson() == lessons()[0].id);
    CHECK(ui.session.built_in());
    ui.click("lesson");
    ui.settle();
    CHECK(ui.find("lesson.~own") == nullptr);
  }
}

TEST_CASE("a lesson whose words change while it is shown has the stops of the new words") {
  Headless ui;
  REQUIRE_FALSE(ui.session.load_lesson_text(kOwnLesson, "mine"));
  ui.settle();
  std::string longer = kOwnLesson;
  longer.insert(longer.find("## Answer"), "2. print of `1`: There.\n");
  REQUIRE_FALSE(ui.session.load_lesson_text(longer, "mine"));
  ui.settle();
  CHECK(ui.find("loop.stop.2"));
  REQUIRE_FALSE(ui.session.load_lesson_text(kOwnLesson, "mine"));
  ui.settle();
  CHECK(ui.find("loop.stop.1"));
  CHECK(ui.find("loop.stop.2") == nullptr);
}

TEST_CASE("below the list of lessons one is written or edited, where the host has an editor") {
  for (const float width : {1280.f, 390.f}) {
    Headless ui(width, 800);
    ui.click("lesson");
    ui.settle();
    CHECK(ui.find("write.new") == nullptr);
    ui.key(ImGuiKey_Escape);
    std::string edited = "nothing";
    ui.interface.host().edit_lesson = [&](std::string_view markdown) { edited = markdown; };
    ui.click("lesson");
    ui.settle();
    ui.key(ImGuiKey_Tab);  // from the list on to what is below it
    CHECK(ui.interface.focused() == "write.new");
    ui.key(ImGuiKey_Enter);
    ui.settle();
    CHECK(edited == "");
    CHECK(ui.find("write.new") == nullptr);  // the list is closed

    ui.session.load_lesson("blocking");
    ui.settle();
    ui.click("lesson");
    ui.settle();
    ui.click("write.edit");
    CHECK(edited == lesson_file_text("blocking"));
    ui.session.load("print('mine')\n");  // a change of its program leaves the lesson
    ui.settle();
    ui.click("lesson");
    ui.settle();
    ui.click("write.edit");
    CHECK(edited == lesson_file_text("blocking"));
    ui.session.load_lesson("timeout");
    ui.session.load("print('mine')\n");  // no lesson's
    ui.settle();
    ui.click("lesson");
    ui.settle();
    CHECK(ui.find("write.new"));
    CHECK(ui.find("write.edit") == nullptr);
  }
}

TEST_CASE("at its end a lesson leads to the next") {
  Headless ui;
  ui.session.load_lesson(lessons()[0].id);
  ui.session.seek(SIZE_MAX);
  ui.settle();
  ui.click("path.lesson");
  ui.settle();
  CHECK(ui.session.lesson() == lessons()[1].id);
  CHECK(ui.session.step() == 0);
}

TEST_CASE(
    "what a switch has changed is said, its line is in sight, and a press leads to the step") {
  Headless ui;
  ui.settle();
  ui.click("toggle.use.async_with");
  ui.settle();
  REQUIRE(ui.session.switched());
  const size_t step = *ui.session.switched()->step;
  for (const int line : ui.session.switched()->lines) {
    const Widget* seen = ui.find("source.line." + std::to_string(line));
    REQUIRE(seen);
    CHECK(seen->height > 18);
  }
  ui.click("explanation.see_step");
  ui.settle();
  CHECK(ui.session.step() == step);
  CHECK_FALSE(ui.find("explanation.see_step"));
}

TEST_CASE("a program of somebody's own that a press has replaced comes back by another") {
  Headless ui(1280, 2400);
  ui.session.load_lesson("blocking");
  ui.settle();
  ui.session.load("print(1)\n");
  ui.settle();
  SUBCASE("a switch") {
    ui.click("window.switches");
    ui.settle();
    ui.click("toggle.await.closure");
  }
  SUBCASE("a lesson of the list") {
    ui.click("lesson");
    ui.settle();
    ui.click("lesson.init");
  }
  SUBCASE("the next lesson") { ui.key(ImGuiKey_N); }
  SUBCASE("the way back to the lesson") { ui.click("path.return"); }
  SUBCASE("a change between versions") {
    ui.key(ImGuiKey_Y);
    ui.click("change." + std::string(version_changes().front().id));
    ui.settle();
    ui.click("compare.close");
  }
  ui.settle();
  CHECK(ui.session.source() != "print(1)\n");
  ui.click("explanation.bring_back");
  ui.settle();
  CHECK(ui.session.source() == "print(1)\n");
  CHECK(ui.session.edited());
  CHECK_FALSE(ui.find("explanation.bring_back"));
}

TEST_SUITE_END();
