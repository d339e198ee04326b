// A lesson from its beginning to the next one: what is hidden while it asks, looking ahead, its
// end, and the list of lessons.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "engine/lesson/lessons.h"
#include "engine/session/quiz.h"
#include "engine/session/stops.h"
#include "tests/ui/headless.h"

using namespace awaitscope;
using awaitscope::testing::Headless;

namespace {

// How far to the right something is to be seen in the timeline.
float known_end(const Headless& ui) {
  float end = 0;
  for (const Widget& widget : ui.interface.widgets()) {
    if (widget.width > 0 &&
        (widget.id.starts_with("timeline.bar.") || widget.id.starts_with("timeline.handle.") ||
         widget.id.starts_with("timeline.idle.")))
      end = std::max(end, widget.x + widget.width);
  }
  return end;
}

void answer(Headless& ui, size_t stop, bool right = true) {
  const auto quiz = quiz_of(ui.session, stop);
  REQUIRE(quiz);
  const size_t choice = right ? quiz->answer() : (quiz->answer() == 0 ? 1 : 0);
  ui.interface.activate("quiz.choice." + std::to_string(choice + 1));
  ui.settle();
}

void answer_all(Headless& ui) {
  Stops stops;
  stops.find(ui.session);
  for (size_t i = 0; i < stops.count(); ++i) {
    if (!ui.session.shown_lesson()->stops[i].prediction) continue;
    ui.session.seek(stops.step_of(i));
    ui.settle();
    answer(ui, i);
  }
}

bool is_in(const Widget* widget, float top, float bottom) {
  return widget && widget->height > 0 && widget->y >= top - 1 &&
         widget->y + widget->height <= bottom + 1;
}

}  // namespace

TEST_SUITE_BEGIN("ui: course");

TEST_CASE("what a lesson will ask is in no timeline before it has asked") {
  size_t asked = 0;
  for (const LessonInfo& info : lessons()) {
    Headless ui(1280, 720);
    ui.session.load_lesson(info.id);
    ui.settle();
    CAPTURE(std::string(info.id));
    const Lesson& lesson = *ui.session.shown_lesson();
    Stops stops;
    stops.find(ui.session);
    const Widget timeline = *ui.find("timeline");
    const auto x_of = [&](size_t step) {
      return timeline.x + timeline.width * float(step) / float(ui.session.steps());
    };
    for (size_t i = 0; i < stops.count(); ++i) {
      if (!lesson.stops[i].prediction) continue;
      ++asked;
      CAPTURE(i);
      CHECK(known_end(ui) <= x_of(stops.step_of(i) + 1) + 1);  // from wherever one is before it
      ui.session.seek(stops.step_of(i));
      ui.settle();
      CHECK(known_end(ui) <= x_of(stops.step_of(i) + 1) + 1);
      answer(ui, i);
    }
    CHECK(known_end(ui) > x_of(ui.session.steps() - 1) - timeline.width / 8);
  }
  CHECK(asked >= 20);
}

TEST_CASE("before a lesson has asked, no lane is there of a task that is created later") {
  Headless ui;
  ui.session.load_lesson("create-task");
  ui.settle();
  const Widget timeline = *ui.find("timeline");
  const auto names = [&] {  // how much is drawn beside the lanes
    ui.frame();
    size_t count = 0;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
      for (const ImDrawVert& vertex : list->VtxBuffer)
        count += vertex.pos.x < timeline.x - 10 && vertex.pos.y > timeline.y &&
                 vertex.pos.y < timeline.y + timeline.height;
    }
    return count;
  };
  const size_t before = names();
  CHECK(before > 0);
  answer_all(ui);
  ui.session.seek(0);
  ui.settle();
  CHECK(names() > before);
}

TEST_CASE("where it is asked what is in the queue, neither tasks nor lanes tell") {
  Headless ui;
  ui.session.load_lesson("at-the-same-time");
  ui.settle();
  ui.click("path.next");
  size_t asked = 0;
  for (const TaskView& task : ui.session.moment().tasks) {
    const Widget* why = ui.find("loop.why." + std::to_string(task.task));
    if (!why || task.state == TaskState::Running) continue;
    CHECK(why->label == "in the queue?");
    ++asked;
  }
  CHECK(asked == 3);
  answer(ui, 0);
  for (const TaskView& task : ui.session.moment().tasks) {
    const Widget* why = ui.find("loop.why." + std::to_string(task.task));
    if (why) CHECK(why->label != "in the queue?");
  }
}

TEST_CASE("on a phone the answer to what is in the queue leads to the queue") {
  Headless ui(390, 844, 2);
  ui.session.load_lesson("at-the-same-time");
  ui.settle();
  ui.click("path.next");
  ui.click("path.question");
  answer(ui, 0);
  ui.click("quiz.show");
  CHECK(ui.find("tab.loop")->value == "true");
}

TEST_CASE("who looks ahead to the end of the run is still at the stop, and finds the way on") {
  struct {
    float width, height;
  } const sizes[] = {{1280, 720}, {390, 844}};
  for (const auto& size : sizes) {
    Headless ui(size.width, size.height);
    CAPTURE(size.width);
    ui.session.load_lesson("one-after-another");
    ui.settle();
    ui.click("path.next");
    const size_t first = ui.session.step();
    Stops stops;
    stops.find(ui.session);
    if (ui.find("path.question")) ui.click("path.question");  // of a phone
    answer(ui, 0);
    ui.interface.activate("quiz.show");
    ui.settle();
    CHECK(ui.session.step() + 1 == ui.session.steps());
    CHECK_FALSE(ui.find("quiz.choice.1"));  // the lesson has not come to its end
    CHECK_FALSE(ui.find("path.lesson"));
    REQUIRE(ui.find("path.back"));
    CHECK(ui.find("path.back")->label == "Back to stop 1");
    ui.click("path.back");
    CHECK(ui.session.step() == first);
    if (size.width < 400) {  // where the code came back with the step
      CHECK(ui.find("tab.source")->value == "true");
      ui.click("tab.output");
    }
    ui.interface.activate("quiz.show");
    ui.settle();
    CHECK(ui.session.step() + 1 == ui.session.steps());
    ui.click("path.next");
    CHECK(ui.session.step() == stops.step_of(1));
    CHECK(ui.find("path.stop"));
  }
}

TEST_CASE("on a phone the code is in sight again at the first stop without a question") {
  Headless ui(390, 844);
  ui.session.load_lesson("async-with");
  ui.settle();
  while (!ui.find("path.question")) ui.click("path.next");
  ui.click("path.question");
  CHECK(ui.find("tab.output")->value == "true");
  ui.click("quiz.choice.1");
  size_t without = 0;
  while (!ui.find("path.question") && ui.find("path.next")->enabled && without < 2) {
    ui.click("path.next");
    if (ui.find("quiz.choice.1") || ui.find("path.question")) continue;
    ++without;
    CHECK(ui.find("tab.source")->value == "true");
  }
  CHECK(without > 0);
}

TEST_CASE("at a lesson's end its answer stands below its question, then what is asked") {
  struct {
    float width, height;
  } const sizes[] = {{1280, 720}, {1920, 1080}};
  for (const auto& size : sizes) {
    for (size_t n = 0; n < lessons().size(); n += awaitscope::testing::kEveryLesson) {
      Headless ui(size.width, size.height);
      ui.session.load_lesson(lessons()[n].id);
      ui.session.seek(SIZE_MAX);
      ui.settle();
      const Lesson& lesson = *ui.session.shown_lesson();
      CAPTURE(lesson.id);
      std::string heard = ui.interface.heard();
      std::string plain = lesson.answer, question = lesson.question;
      std::erase(plain, '`');
      std::erase(question, '`');
      std::erase(heard, '`');
      REQUIRE(heard.find(plain.substr(0, 20)) != std::string::npos);
      CHECK(heard.find(question.substr(0, 20)) < heard.find(plain.substr(0, 20)));
      // Where it is at rest, the first check's question and choices are in sight, too.
      const Widget* choice = ui.find("quiz.choice.1");
      if (choice) CHECK(is_in(choice, 44, size.height * 0.7f));
    }
  }
}

TEST_CASE("who has repaired a lesson's program goes on to the next lesson") {
  for (const float width : {1280.f, 390.f}) {
    for (const char* by : {"hand", "switch"}) {
      Headless ui(width, 844);
      CAPTURE(width);
      CAPTURE(std::string(by));
      ui.session.load_lesson("forgotten-await");
      ui.session.seek(SIZE_MAX);
      ui.settle();
      const std::string solution = ui.session.shown_lesson()->repair->solution;
      if (std::string(by) == "hand") {
        ui.session.load(solution);
      } else if (width > 1000) {
        ui.click("toggle.method.plain");
      } else {
        ui.session.set("method", "plain");
      }
      ui.settle();
      REQUIRE(ui.session.left_lesson());
      CHECK(ui.find("lesson")->label ==
            (std::string(by) == "hand" ? "Your own program" : "Forgetting await"));
      CHECK(ui.find("path.return"));
      if (width > 1000) CHECK(ui.find("repair.next"));
      ui.click("path.lesson");
      CHECK(ui.session.lesson() == "create-task");
      CHECK(ui.session.step() == 0);
    }
  }
}

TEST_CASE("a run that does not come to a lesson's stops says so") {
  for (const float width : {1280.f, 390.f}) {
    Headless ui(width, 844);
    ui.session.load_lesson("awaitable");
    ui.session.set("loop", "get_event_loop");  // which raises since 3.14
    ui.session.set_python(Version::V3_14);
    ui.settle();
    CHECK(ui.session.lesson() == "awaitable");
    REQUIRE(ui.session.exit_status() == 1);
    ui.session.seek(SIZE_MAX);
    ui.settle();
    if (width > 1000) ui.session.seek(0);
    ui.settle();
    if (width > 1000)
      CHECK(ui.interface.heard().find("comes to none of the lesson's stops") != std::string::npos);
  }
}

TEST_CASE("the list of lessons counts through the course, and says what is done") {
  for (const float width : {1280.f, 390.f}) {
    Headless ui(width, 844);
    ui.interface.set_progress("one-after-another,calling");
    ui.session.load_lesson("one-after-another");
    ui.settle();
    ui.click("lesson");
    ui.settle();
    CHECK(ui.find("lesson.one-after-another")->label == "One wait after another, done");
    CHECK(ui.find("lesson.at-the-same-time")->label == "Waiting at the same time");
    CHECK(ui.find("lesson.calling")->label == "Calling a coroutine function, done");
  }
}

TEST_CASE("who is new finds the course's first lesson, and who is not is left alone") {
  for (const float width : {1280.f, 390.f}) {
    const char* button = width > 1000 ? "loop.course" : "path.course";
    Headless ui(width, 844);
    ui.settle();
    REQUIRE(ui.find(button));
    ui.click(button);
    CHECK(ui.session.lesson() == lessons().front().id);
    CHECK(ui.session.step() == 0);
    CHECK_FALSE(ui.find(button));
    ui.session.load_lesson("init");
    ui.settle();
    CHECK(ui.find(button));
    ui.interface.set_progress("calling");
    ui.settle();
    CHECK_FALSE(ui.find(button));
  }
}

TEST_CASE("a new lesson is shown from the first line of its program") {
  for (const float width : {1280.f, 390.f}) {
    Headless ui(width, 720);
    ui.session.load_lesson("backpressure");
    ui.settle();
    const Widget* first = ui.find("source.line.1");
    REQUIRE(first);
    const float at = first->y;
    ui.session.seek(SIZE_MAX);
    ui.settle();
    ui.session.seek(ui.session.steps() / 2);
    ui.settle();
    ui.wheel(first->x + 200, at + 40, -30);
    for (const char* id : {"queue", "timeout", "blocking"}) {
      ui.click("lesson");
      ui.settle();
      ui.interface.activate(std::string("lesson.") + id);
      ui.settle();
      CAPTURE(std::string(id));
      CHECK(ui.session.lesson() == id);
      REQUIRE(ui.find("source.line.1"));
      CHECK(ui.find("source.line.1")->y == doctest::Approx(at).epsilon(0.01));
      ui.session.seek(SIZE_MAX);
      ui.settle();
    }
  }
}

TEST_CASE("what is said of an answer is in sight once it is given, right or wrong") {
  for (const bool right : {true, false}) {
    for (const LessonInfo& info : lessons()) {
      Headless ui(1280, 720);
      ui.session.load_lesson(info.id);
      ui.settle();
      CAPTURE(std::string(info.id));
      CAPTURE(right);
      const Lesson& lesson = *ui.session.shown_lesson();
      Stops stops;
      stops.find(ui.session);
      for (size_t i = 0; i < stops.count(); ++i) {
        if (!lesson.stops[i].prediction) continue;
        CAPTURE(i);
        ui.session.seek(stops.step_of(i));
        ui.settle();
        const auto quiz = quiz_of(ui.session, i);
        answer(ui, i, right);
        const std::string id = "quiz.choice." + std::to_string(quiz->answer() + 1);
        const Widget* choice = ui.find(id);
        REQUIRE(choice);
        CHECK(choice->height > 18);  // the right one, whichever was chosen
        CHECK(choice->y + choice->height < 413);
      }
    }
  }
}

TEST_CASE("a warning that is longer than its place is shown from its beginning") {
  Headless ui(1280, 720);
  ui.session.load_lesson("forgotten-await");
  ui.settle();
  ui.click("path.next");
  ui.click("path.next");
  const Widget* first = ui.find("output.2");  // after what the program prints
  REQUIRE(first);
  CHECK(first->label.find("was never awaited") != std::string::npos);
  CHECK(first->height >= 37);  // both its rows
}

TEST_SUITE_END();
