// How much is shown: which steps somebody stops at, and how long they stay while playing.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "engine/lesson/lessons.h"
#include "tests/ui/headless.h"
#include "ui/model/arrangement.h"
#include "ui/model/playing.h"

using namespace awaitscope;
using awaitscope::testing::Headless;

namespace {

constexpr const char* kTwoTasks = R"(import asyncio


async def brew(what, seconds):
    await asyncio.sleep(seconds)
    print(what)


async def main():
    tea = asyncio.create_task(brew("tea", 2))
    await brew("coffee", 1)
    await tea


asyncio.run(main())
)";

EventKind kind_of(const Session& session) {
  return session.recording()[session.moment().event].kind();
}

std::vector<size_t> steps_forward(Headless& ui) {
  std::vector<size_t> steps;
  ui.session.seek(0);
  ui.settle();
  while (ui.session.step() + 1 < ui.session.steps()) {
    ui.key(ImGuiKey_RightArrow);
    steps.push_back(ui.session.step());
  }
  return steps;
}

struct Playground : Headless {
  explicit Playground(const char* source, float width = 1280, float height = 720)
      : Headless(width, height) {
    interface.set_arrangement("");
    session.load(source);
    settle();
  }
};

}  // namespace

TEST_SUITE_BEGIN("ui: depth");

TEST_CASE("it begins with the story, and a press on another depth shows more") {
  Playground ui(kTwoTasks);
  CHECK(ui.find("depth.story")->value == "true");
  const std::vector<size_t> story = steps_forward(ui);
  ui.click("depth.protocol");
  CHECK(ui.find("depth.protocol")->value == "true");
  const std::vector<size_t> protocol = steps_forward(ui);
  ui.click("depth.loop");
  const std::vector<size_t> loop = steps_forward(ui);
  CHECK(story.size() < protocol.size());
  CHECK(protocol.size() < loop.size());
  CHECK(loop.size() == ui.session.steps() - 1);
  CHECK(ui.interface.arrangement() == "depth=loop");
  ui.key(ImGuiKey_H);
  ui.settle();
  CHECK(ui.interface.arrangement() == "");
}

TEST_CASE("the story is all that the program's frames do, what they print and what they ask for") {
  Playground ui(kTwoTasks);
  const std::vector<size_t> story = steps_forward(ui);
  for (const size_t step : story) {
    ui.session.seek(step);
    const EventKind kind = kind_of(ui.session);
    CAPTURE(step);
    CHECK_FALSE(is_of_handle(kind));
    CHECK_FALSE(kind == EventKind::TurnBegun);
    CHECK_FALSE(kind == EventKind::AwaitCoroutine);
  }
  size_t own = 0;
  for (size_t i = 0; i < ui.session.recording().size(); ++i) {
    const EventKind kind = ui.session.recording()[i].kind();
    const bool of_program = is_of_frame(kind) && row_of(kind).depth == EventRow::Depth::Story;
    if (!of_program && kind != EventKind::Out && kind != EventKind::IdleJump) continue;
    ++own;
    const size_t step = ui.session.reader().step_of(i);
    CHECK(std::find(story.begin(), story.end(), step) != story.end());
  }
  CHECK(own > 20);
}

TEST_CASE("tidying up is folded: what asyncio.run() does at its end has no step in the story") {
  Playground ui(kTwoTasks);
  const std::vector<size_t> story = steps_forward(ui);
  size_t stopped = 0;
  for (size_t step = 0; step < ui.session.steps() && stopped == 0; ++step) {
    if (ui.session.recording()[ui.session.reader().event_of(step)].kind() == EventKind::LoopStop)
      stopped = step;
  }
  REQUIRE(stopped > 0);
  const size_t hidden = ui.session.steps() - stopped;
  size_t shown = 0;
  for (const size_t step : story) shown += step > stopped;
  CHECK(hidden > 16);
  CHECK(shown <= 3);  // the return of the module, and the end
}

TEST_CASE("back is the way of forward, the other way round, at every depth and in every lesson") {
  for (const LessonInfo& lesson : lessons()) {
    Session session;
    session.load_lesson(lesson.id);
    const Reader& reader = session.reader();
    for (const Depth depth : {Depth::Story, Depth::Protocol, Depth::Loop}) {
      CAPTURE(std::string(lesson.id));
      for (size_t step = 0; step + 1 < reader.steps(); ++step) {
        const size_t next = reader.next_step(step, depth);
        CHECK(next > step);
        CHECK((reader.depth_of(next) <= depth || next + 1 == reader.steps()));
        for (size_t hidden = step + 1; hidden < next; ++hidden)
          CHECK(reader.depth_of(hidden) > depth);
        if (reader.depth_of(step) <= depth) CHECK(reader.previous_step(next, depth) == step);
      }
    }
  }
}

TEST_CASE("the way through the story grows with the run, not with its square") {
  // The least of some rounds: what else the machine does counts for nothing.
  auto seconds_for = [](int tasks) {
    Session session;
    session.load(
        "import asyncio\n\n\nasync def main():\n"
        "    await asyncio.gather(*(asyncio.sleep(1) for _ in range(" +
        std::to_string(tasks) + ")))\n\n\nasyncio.run(main())\n");
    const Reader& reader = session.reader();
    double least = 1e9;
    for (int round = 0; round < 5; ++round) {
      size_t shown = 0;
      const auto begin = std::chrono::steady_clock::now();
      for (size_t step = 0; step + 1 < reader.steps(); ++shown)
        step = reader.next_step(step, Depth::Story);
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
      CHECK(shown > size_t(tasks));
      least = std::min(least, took.count());
    }
    return least;
  };
  const double few = seconds_for(500), many = seconds_for(4000);
  const double times = many / few;
  MESSAGE(times << " times as long for eight times the tasks");
  CHECK(times < 24);
}

TEST_CASE("a step that is not of the story can be gone to, and has the same number") {
  Playground ui(kTwoTasks);
  for (size_t step = 0; step < ui.session.steps(); ++step) {
    ui.session.seek(step);
    ui.settle();
    CHECK(ui.session.step() == step);
  }
}

TEST_CASE("playing gives each step the time that its words need") {
  Session session;
  session.load(kTwoTasks);
  Breakpoints breakpoints;
  Arrangement arrangement;
  Playing playing(session, breakpoints, arrangement);
  playing.start();
  std::vector<float> seconds;
  std::vector<size_t> words;
  size_t step = 0;
  float here = 0;
  while (playing.on()) {
    playing.advance(0.02f);
    here += 0.02f;
    if (session.step() == step) continue;
    seconds.push_back(here);
    here = 0;
    CHECK(session.step() == session.reader().next_step(step, Depth::Story));
    step = session.step();
    const std::string& text = session.explanation().text;
    words.push_back(1 + size_t(std::count(text.begin(), text.end(), ' ')));
  }
  REQUIRE(words.size() > 20);
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    CAPTURE(words[i]);
    CHECK(seconds[i + 1] >= float(words[i]) / 5);  // nobody has to read more than five a second
    CHECK(seconds[i + 1] <= float(words[i]) / 3 + 1);
  }
}

TEST_CASE("what was arranged is told to the host, and read again as it was written") {
  Playground ui(kTwoTasks);
  std::string told;
  ui.interface.host().arrangement_changed = [&](std::string_view text) { told = text; };
  ui.click("depth.protocol");
  CHECK(told == "depth=protocol");
  for (const char* text : {"", "depth=loop", "timeline=0.425", "side=0.300&output=0.500",
                           "depth=protocol&timeline=0.090&side=0.333&output=0.750"}) {
    CHECK(text_of(arrangement_from(text)) == text);
  }
  for (const char* text : {"depth=deep", "timeline=2", "timeline=x", "side=-0.4", "&&=", "output"})
    CHECK(text_of(arrangement_from(text)) == "");
}

TEST_CASE("an edge that is dragged moves, stays, and leaves room for the rest") {
  struct {
    const char* id;
    float dx, dy;
  } const edges[] = {{"split.timeline", 0, -60}, {"split.side", -80, 0}, {"split.output", 0, -50}};
  for (const auto& edge : edges) {
    CAPTURE(std::string(edge.id));
    Playground ui(kTwoTasks, 1440, 900);
    const Widget before = *ui.find(edge.id);
    const float x = before.x + before.width / 2, y = before.y + before.height / 2;
    ui.drag(x, y, x + edge.dx, y + edge.dy);
    ui.settle();
    const Widget after = *ui.find(edge.id);
    CHECK(after.x - before.x == doctest::Approx(edge.dx).epsilon(0.05));
    CHECK(after.y - before.y == doctest::Approx(edge.dy).epsilon(0.05));
    CHECK(std::stoi(after.value) > std::stoi(before.value));
    // As far as the mouse can go, something of everything is left.
    ui.drag(after.x + after.width / 2, after.y + after.height / 2, edge.dx ? 2 : x,
            edge.dx ? y : 2);
    ui.settle();
    CHECK(ui.interface.source_area().height >= 100);
    CHECK(ui.interface.source_area().width >= 200);
    CHECK(ui.find("transport.play")->height > 0);
  }
}

TEST_CASE("Enter on an edge enlarges what is behind it, and again brings back what suits") {
  Playground ui(kTwoTasks, 1440, 900);
  const std::string before = ui.find("split.timeline")->value;
  ui.interface.focus("split.timeline");
  ui.settle();
  ui.key(ImGuiKey_Enter);
  ui.settle();
  CHECK(std::stoi(ui.find("split.timeline")->value) > std::stoi(before));
  ui.key(ImGuiKey_Enter);
  ui.settle();
  CHECK(ui.find("split.timeline")->value == before);
}

TEST_CASE("the timeline has a third of a window of 1280 by 720") {
  Headless ui;
  ui.settle();
  CHECK(std::stoi(ui.find("split.timeline")->value) >= 33);
}

TEST_CASE("how much is shown can be chosen at every size") {
  struct {
    float width, height;
  } const sizes[] = {{1280, 720}, {768, 1024}, {390, 844}, {844, 390}, {320, 568}};
  for (const auto& size : sizes) {
    Playground ui(kTwoTasks, size.width, size.height);
    CAPTURE(size.width);
    const bool three = ui.find("depth.protocol");
    CHECK((three || ui.find("depth")));
    ui.click(three ? "depth.protocol" : "depth");
    ui.settle();
    CHECK(ui.interface.arrangement() == "depth=protocol");
  }
}

TEST_SUITE_END();
