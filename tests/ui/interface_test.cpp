#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>

#include "engine/recording/pictures/model.h"
#include "tests/ui/headless.h"
#include "ui/commands.h"
#include "ui/model/layout.h"

using namespace awaitscope;
using awaitscope::testing::Headless;

namespace {

struct Screen {
  const char* name;
  float width, height, pixels;
};
constexpr Screen kScreens[] = {
    {"laptop", 1280, 720, 1},         {"desktop", 1920, 1080, 1.5f},
    {"sharp laptop", 1280, 720, 2},   {"tablet sideways", 1024, 768, 2},
    {"tablet upright", 768, 1024, 2}, {"phone upright", 390, 844, 2},
    {"phone sideways", 844, 390, 2},
};

// Lines are as high as code is, and bars as rows are: what is pressed in them has no height of its
// own.
bool is_control(const Widget& w) {
  return w.kind != WidgetKind::Place && w.id != "timeline" && w.id.rfind("source.break.", 0) != 0;
}

}  // namespace

TEST_SUITE_BEGIN("ui: interface");

TEST_CASE("every widget has an id of its own and lies in the window, at every size") {
  for (const Screen& size : kScreens) {
    CAPTURE(std::string(size.name));
    Headless ui(size.width, size.height, size.pixels);
    ui.session.seek(ui.session.steps() / 2);
    ui.settle();
    std::set<std::string> ids;
    for (const Widget& w : ui.interface.widgets()) {
      CAPTURE(w.id);
      CHECK_FALSE(w.id.empty());
      CHECK_FALSE(w.label.empty());
      CHECK(ids.insert(w.id).second);
      CHECK(w.x >= 0);
      CHECK(w.y >= 0);
      CHECK(w.x + w.width <= size.width + 0.5f);
      CHECK(w.y + w.height <= size.height + 0.5f);
    }
    CHECK(ids.count("transport.forward") == 1);
    CHECK(ids.count("lesson") == 1);
  }
}

TEST_CASE("controls do not lie over one another, at every size") {
  for (const Screen& size : kScreens) {
    CAPTURE(std::string(size.name));
    Headless ui(size.width, size.height, size.pixels);
    ui.session.seek(ui.session.steps() / 2);
    ui.settle();
    const std::vector<Widget>& all = ui.interface.widgets();
    for (size_t i = 0; i < all.size(); ++i) {
      if (!is_control(all[i])) continue;
      for (size_t j = i + 1; j < all.size(); ++j) {
        if (!is_control(all[j])) continue;
        CAPTURE(all[i].id);
        CAPTURE(all[j].id);
        const Rect a{all[i].x, all[i].y, all[i].width, all[i].height};
        const Rect b{all[j].x, all[j].y, all[j].width, all[j].height};
        const Rect both = intersection(a, b);
        CHECK((both.width < 1 || both.height < 1));
      }
    }
  }
}

TEST_CASE("on a phone every control that is wholly in sight is a fingertip high") {
  for (const Screen& size : {kScreens[5], kScreens[6]}) {
    CAPTURE(std::string(size.name));
    Headless ui(size.width, size.height, size.pixels);
    for (const char* tab : {"tab.toggles", "tab.loop", "tab.output", "tab.timeline"}) {
      ui.click(tab);
      const Layout layout =
          layout_for({.width = size.width, .height = size.height, .lesson = true});
      const float bottom = size.width < size.height ? layout.path.y : layout.transport.y;
      int seen = 0;
      for (const Widget& w : ui.interface.widgets()) {
        if (!is_control(w) || w.id == "explanation.link" || w.height <= 0) continue;
        // What is scrolled half out of sight is cut at the edge of its panel.
        if (std::abs(w.y + w.height - bottom) < 1) continue;
        CAPTURE(w.id);
        CHECK(w.height >= 43.5f);
        ++seen;
      }
      CHECK(seen > 10);
    }
  }
}

TEST_CASE("all toggles are in sight on a laptop's window") {
  Headless ui(1280, 720, 2);
  for (const Toggle& toggle : toggle_table()) {
    for (const Choice& choice : toggle.choices) {
      const std::string id = "toggle." + std::string(toggle.id) + "." + std::string(choice.id);
      CAPTURE(id);
      const Widget* widget = ui.find(id);
      REQUIRE(widget);
      CHECK(widget->height >= 20);
    }
  }
}

TEST_CASE("a press on a toggle's choice changes the program at once") {
  Headless ui;
  const std::string before = ui.session.source();
  CHECK(ui.find("toggle.await.closure")->value == "false");
  ui.click("toggle.await.closure");
  CHECK(ui.session.toggles().await() == AwaitChoice::closure);
  CHECK(ui.session.source() != before);
  CHECK(ui.find("toggle.await.closure")->value == "true");
  CHECK(ui.find("toggle.await.none")->value == "false");
}

TEST_CASE("the transport's buttons go through the run") {
  Headless ui;
  const size_t last = ui.session.steps() - 1;
  CHECK(ui.session.step() == 0);
  CHECK_FALSE(ui.find("transport.back")->enabled);
  ui.click("transport.forward");
  CHECK(ui.session.step() == 1);
  ui.click("transport.forward");
  ui.click("transport.back");
  CHECK(ui.session.step() == 1);
  ui.click("transport.last");
  CHECK(ui.session.step() == last);
  CHECK_FALSE(ui.find("transport.forward")->enabled);
  ui.click("transport.first");
  CHECK(ui.session.step() == 0);
  ui.click("transport.into");
  CHECK(ui.session.step() == ui.session.reader().next_line(0));
  const size_t at = ui.session.step();
  ui.click("transport.turn");
  CHECK(ui.session.step() == ui.session.reader().next_turn(at));
}

TEST_CASE("every step can be reached with the arrow keys, forwards and backwards") {
  Headless ui;
  const size_t last = ui.session.steps() - 1;
  REQUIRE(last > 5);
  for (size_t i = 1; i <= 5; ++i) {
    ui.key(ImGuiKey_RightArrow);
    CHECK(ui.session.step() == i);
  }
  ui.key(ImGuiKey_LeftArrow);
  CHECK(ui.session.step() == 4);
  ui.key(ImGuiKey_End);
  CHECK(ui.session.step() == last);
  ui.key(ImGuiKey_Home);
  CHECK(ui.session.step() == 0);
  ui.key(ImGuiKey_DownArrow);
  CHECK(ui.session.step() == ui.session.reader().next_line(0));
}

TEST_CASE("no two commands have the same key, and each is told what it does") {
  std::set<std::pair<int, bool>> keys;
  std::set<std::string_view> widgets;
  for (const Command& command : commands()) {
    CAPTURE(std::string(command.label));
    CHECK_FALSE(command.what.empty());
    CHECK_FALSE(command.keys.empty());
    if (!command.widget.empty()) CHECK(widgets.insert(command.widget).second);
    for (const Shortcut& shortcut : command.shortcuts) {
      if (shortcut.key == ImGuiKey_None) continue;
      CHECK(keys.insert({int(shortcut.key), shortcut.shift}).second);
    }
  }
}

TEST_CASE("a command's key and its button do the same") {
  for (const Command& command : commands()) {
    if (command.group != CommandGroup::Step || command.widget.empty()) continue;
    if (command.id == CommandId::ToBreakpoint) continue;  // not there without one: see below
    CAPTURE(std::string(command.label));
    Headless by_key, by_button;
    const size_t from = by_key.session.steps() / 2;
    by_key.session.seek(from);
    by_key.settle();
    by_key.key(command.shortcuts[0].key, command.shortcuts[0].shift);
    by_button.session.seek(from);
    by_button.settle();
    by_button.click(command.widget);
    CHECK(by_key.session.step() == by_button.session.step());
    CHECK(by_key.session.step() != from);
  }
}

TEST_CASE("dragging the scrubber goes along the run") {
  Headless ui;
  const Widget scrubber = *ui.find("transport.scrubber");
  const float y = scrubber.y + scrubber.height / 2;
  ui.drag(scrubber.x + 10, y, scrubber.x + scrubber.width - 2, y);
  CHECK(ui.session.step() == ui.session.steps() - 1);
  ui.click(scrubber.x + scrubber.width / 2, y);
  CHECK(double(ui.session.step()) == doctest::Approx(double(ui.session.steps()) / 2).epsilon(0.1));
}

TEST_CASE("a press beside the bars, or on the ruler, goes to the step under it") {
  Headless ui;
  const double steps = double(ui.session.steps());
  for (const char* id : {"timeline", "timeline.ruler"}) {
    const Widget place = *ui.find(id);
    const Widget timeline = *ui.find("timeline");
    for (const float share : {0.25f, 0.5f}) {
      const float x = timeline.x + timeline.width * share;
      ui.click(x, place.y + place.height - 4);
      CHECK(double(ui.session.step()) == doctest::Approx(steps * double(share)).epsilon(0.1));
    }
  }
}

TEST_CASE("presses on a bar go to its begin, where it suspends, its end, and its begin again") {
  Headless ui;
  ui.session.load(
      "import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    await "
      "asyncio.sleep(1)\n\n"
      "asyncio.run(main())\n");
  ui.settle();
  std::string main_bar;
  for (const Widget& w : ui.interface.widgets()) {
    if (w.label == "main" && w.id.rfind("timeline.bar.", 0) == 0) main_bar = w.id;
  }
  REQUIRE_FALSE(main_bar.empty());
  const Recording& recording = ui.session.recording();
  std::string kinds;
  std::vector<size_t> steps;
  for (int i = 0; i < 5; ++i) {
    ui.click(main_bar);
    steps.push_back(ui.session.step());
    const Event& event = recording[ui.session.reader().event_of(steps.back())];
    CHECK(recording.code_of(event.subject).qualname == "main");
    switch (event.kind()) {
      case EventKind::Start: kinds += "start "; break;
      case EventKind::Suspend: kinds += "suspend "; break;
      case EventKind::Return: kinds += "return "; break;
      default: kinds += "? "; break;
    }
  }
  CHECK(kinds == "start suspend suspend return start ");
  CHECK(steps[1] < steps[2]);
  // Somewhere else meanwhile: the next press is a first one again.
  ui.session.seek(steps[1] + 1);
  ui.settle();
  ui.click(main_bar);
  CHECK(ui.session.step() == steps[0]);
}

TEST_CASE("the timeline's two scales: virtual time gives idle jumps their width, and back again") {
  Headless ui;
  ui.session.load_lesson("interleaving");
  ui.session.seek(SIZE_MAX);  // past what the lesson asks, and hides until then
  ui.settle();
  auto idle_width = [&] {
    float width = 0;
    for (const Widget& w : ui.interface.widgets()) {
      if (w.id.rfind("timeline.idle.", 0) == 0) width += w.width;
    }
    return width;
  };
  const float before = idle_width(), whole = ui.find("timeline")->width;
  REQUIRE(ui.find("timeline.time"));
  CHECK(ui.find("timeline.time")->value == "false");
  ui.interface.activate("timeline.time");
  ui.frames(3);
  const float on_the_way = idle_width();
  CHECK(on_the_way > before);
  CHECK(ui.settle() < 120);
  CHECK(idle_width() > on_the_way);  // it glides there
  CHECK(idle_width() > whole * 0.75f);
  CHECK(ui.find("timeline.time")->value == "true");
  ui.key(ImGuiKey_V);
  ui.settle();
  CHECK(idle_width() == doctest::Approx(before).epsilon(0.02));
  ui.interface.set_reduced_motion(true);
  ui.key(ImGuiKey_V);
  ui.frames(2);
  CHECK(idle_width() > whole * 0.75f);  // at once
  ui.session.load_lesson("init");
  ui.settle();
  CHECK(ui.find("timeline.time") == nullptr);  // no time passes in it
}

TEST_CASE("a part of the run has a map below it, and a drag along the map moves the part") {
  Headless ui;
  CHECK(ui.find("timeline.map") == nullptr);
  const Widget timeline = *ui.find("timeline");
  ui.wheel(timeline.x + 10, timeline.y + 10, 8);
  ui.settle();
  REQUIRE(ui.find("timeline.map"));
  const Widget map = *ui.find("timeline.map");
  const int from = std::atoi(map.value.c_str());
  const size_t step = ui.session.step();
  ui.drag(map.x + 4, map.y + map.height / 2, map.x + map.width - 4, map.y + map.height / 2);
  ui.settle();
  CHECK(std::atoi(ui.find("timeline.map")->value.c_str()) > from);
  CHECK(ui.session.step() == step);
  ui.click("timeline.fit");
  ui.settle();
  CHECK(ui.find("timeline.map") == nullptr);
}

TEST_CASE("the wheel zooms into the timeline and dragging moves it, without leaving the step") {
  Headless ui;
  const Widget before = *ui.find("timeline.bar.1");
  const Widget timeline = *ui.find("timeline");
  const float x = timeline.x + timeline.width / 2, y = timeline.y + timeline.height / 2;
  const size_t step = ui.session.step();
  ui.wheel(x, y, 5);
  std::string wide;
  float wide_x = 0;
  for (const Widget& w : ui.interface.widgets()) {
    if (w.id.rfind("timeline.bar.", 0) == 0 && w.x > timeline.x + 40 && w.x < x) {
      wide = w.id;
      wide_x = w.x;
    }
  }
  CHECK(ui.find("timeline.bar.1")->width >= before.width - 1);
  ui.drag(x, y, x - 120, y);
  if (!wide.empty() && ui.find(wide)) CHECK(ui.find(wide)->x < wide_x);
  CHECK(ui.session.step() == step);
  ui.click("timeline.fit");
  CHECK(ui.find("timeline.bar.1")->width == doctest::Approx(before.width).epsilon(0.01));
}

TEST_CASE("a press on a line of the source goes to where it runs next") {
  Headless ui;
  const size_t line_step = ui.session.reader().next_line(ui.session.reader().next_line(0));
  const int line = ui.session.reader().moment(line_step).at.line;
  REQUIRE(line > 0);
  const size_t expected = ui.session.reader().next_at_line(0, line);
  ui.click("source.line." + std::to_string(line));
  CHECK(ui.session.step() == expected);
  CHECK(ui.session.moment().at.line == line);
}

TEST_CASE("a breakpoint is set beside its line, run to from the transport, and stops playing") {
  Headless ui;
  const Reader& reader = ui.session.reader();
  const size_t wanted = reader.next_line(reader.next_line(reader.next_line(0)));
  const int line = reader.moment(wanted).at.line;
  const std::string id = "source.break." + std::to_string(line);
  CHECK(ui.find("transport.breakpoint") == nullptr);
  ui.click(id);
  CHECK(ui.find(id)->value == "true");
  CHECK(ui.session.step() == 0);
  const size_t first = reader.next_at_line(0, line);
  ui.click("transport.breakpoint");
  CHECK(ui.session.step() == first);
  CHECK(ui.session.moment().at.line == line);
  ui.key(ImGuiKey_Home);
  ui.key(ImGuiKey_Space);
  for (int i = 0; i < 200 && ui.interface.playing(); ++i) ui.frame(0.25f);
  CHECK(ui.session.step() == first);
  ui.key(ImGuiKey_G);  // no other: to the end, or the line's next run
  CHECK(ui.session.step() > first);
  ui.session.seek(first);
  ui.settle();
  ui.key(ImGuiKey_B);
  CHECK(ui.find(id)->value == "false");
  CHECK(ui.find("transport.breakpoint") == nullptr);
}

TEST_CASE("the loop's panel opens the task that ran last, and others when they are pressed") {
  Headless ui(390, 844, 2);
  ui.session.load(
      "import asyncio\n\nasync def wait(n):\n    await asyncio.sleep(n)\n\n"
      "async def main():\n    await asyncio.gather(*[wait(n) for n in range(1, 9)])\n\n"
      "asyncio.run(main())\n");
  ui.session.seek(ui.session.steps() / 2);
  ui.settle();
  ui.click("tab.loop");
  int open = 0, tasks = 0;
  std::string closed;
  for (const Widget& w : ui.interface.widgets()) {
    if (w.id.rfind("loop.task.", 0) != 0) continue;
    ++tasks;
    open += w.value == "true";
    if (w.value == "false" && w.height > 40) closed = w.id;
  }
  CHECK(tasks == 9);
  CHECK(open <= 1);
  REQUIRE_FALSE(closed.empty());
  ui.click(closed);
  CHECK(ui.find(closed)->value == "true");
  ui.click(closed);
  CHECK(ui.find(closed)->value == "false");
}

TEST_CASE("a coroutine that a cancellation ends is told apart from one that fails") {
  Session session;
  session.load(
      "import asyncio\n\nasync def wait():\n    await asyncio.sleep(9)\n\n"
      "async def fail():\n    1 / 0\n\nasync def main():\n"
      "    tasks = [asyncio.create_task(wait()), asyncio.create_task(fail())]\n"
      "    await asyncio.sleep(1)\n    tasks[0].cancel()\n"
      "    await asyncio.gather(*tasks, return_exceptions=True)\n\nasyncio.run(main())\n");
  TimelineModel model;
  model.extend(session.recording());
  auto end_of = [&](std::string_view function) {
    for (const TimelineLane& lane : model.lanes()) {
      for (const TimelineRow& row : lane.rows) {
        for (const TimelineBar& bar : row.bars) {
          if (bar.kind == BarKind::Frame &&
              session.recording().code_of(bar.subject).qualname == function)
            return bar.ended;
        }
      }
    }
    return BarEnd::Open;
  };
  CHECK(end_of("wait") == BarEnd::Cancelled);
  CHECK(end_of("fail") == BarEnd::Raised);
  CHECK(end_of("main") == BarEnd::Returned);
}

TEST_CASE("a task is cancelled where it is from the loop's panel, and that is taken back above") {
  Headless ui;
  ui.session.load_lesson("interleaving");
  ui.session.seek(ui.session.steps() / 2);
  ui.settle();
  const size_t step = ui.session.step(), steps = ui.session.steps();
  const std::string running = "loop.inject." + std::to_string(ui.session.moment().task) + ".";
  std::string closed, cancel, raise;
  for (const Widget& w : ui.interface.widgets()) {
    if (w.id.rfind("loop.task.", 0) == 0 && w.value == "false") closed = w.id;
  }
  if (!closed.empty()) ui.click(closed);  // one that waits
  for (const Widget& w : ui.interface.widgets()) {
    if (w.id.rfind("loop.inject.", 0) != 0 || w.id.rfind(running, 0) == 0) continue;
    (w.label == "Cancel here" ? cancel : raise) = w.id;
  }
  REQUIRE_FALSE(cancel.empty());
  REQUIRE_FALSE(raise.empty());
  CHECK(ui.find("status.injection") == nullptr);
  ui.interface.activate(cancel);
  ui.settle();
  CHECK(ui.session.step() == step);
  CHECK(ui.session.injections().size() == 1);
  ui.interface.activate(raise);
  ui.settle();
  ui.click("loop.raise.ConnectionError");
  REQUIRE(ui.session.injections().size() == 2);
  CHECK(ui.session.injections().back().exception == "ConnectionError");
  ui.click("status.injection");
  ui.click("status.injection");
  CHECK(ui.session.injections().empty());
  CHECK(ui.session.steps() == steps);
  CHECK(ui.find("status.injection") == nullptr);
}

TEST_CASE("a running task that is cancelled is followed to where that happens, with the way back") {
  Headless ui;
  ui.session.load(R"(import asyncio
async def main():
    x = 1
    await asyncio.sleep(1)
asyncio.run(main())
)");
  while (ui.session.moment().at.line != 3) ui.session.seek(ui.session.step() + 1);
  ui.settle();
  const size_t step = ui.session.step();
  REQUIRE(ui.session.moment().task == 1);
  ui.click("loop.inject.1.cancel");
  CHECK(ui.session.step() > step);
  CHECK(ui.session.recording()[ui.session.reader().event_of(ui.session.step())].kind() ==
        EventKind::TaskCancel);
  ui.click("explanation.back");
  CHECK(ui.session.step() == step);
}

TEST_CASE("a task that ends before it can be cancelled stays as it was, and that is said") {
  Headless ui;
  ui.session.load("import asyncio\nasync def main():\n    x = 1\nasyncio.run(main())\n");
  while (ui.session.moment().at.line != 3) ui.session.seek(ui.session.step() + 1);
  ui.settle();
  const size_t step = ui.session.step(), steps = ui.session.steps();
  ui.click("loop.inject.1.cancel");
  CHECK(ui.session.step() == step);
  CHECK(ui.session.steps() == steps);
  CHECK(ui.session.injections().empty());
  CHECK(ui.interface.heard().find("nothing can reach it") != std::string::npos);
}

TEST_CASE("help on a phone tells what fingers do, and elsewhere what keys do") {
  for (const bool phone : {false, true}) {
    CAPTURE(phone);
    Headless ui;
    if (phone)
      ui.resize(390, 844);
    else
      ui.resize(1280, 720);
    ui.type('?');
    ui.settle();
    const std::string& told = ui.interface.heard();
    CHECK((told.find("pinch to zoom") != std::string::npos) == phone);
    CHECK((told.find("One step forward") != std::string::npos) == !phone);
  }
}

TEST_CASE(
    "any exception can be typed; what is wrong with it is said where it is, to be put right") {
  Headless ui;
  ui.session.load_lesson("interleaving");
  ui.session.seek(ui.session.steps() / 2);
  ui.settle();
  std::string raise;
  for (const Widget& w : ui.interface.widgets()) {
    if (w.label == "Raise here…") raise = w.id;
  }
  CHECK(ui.interface.field() == nullptr);
  auto type = [&](std::string_view text) {
    for (const char c : text) ui.type(c);
    ui.key(ImGuiKey_Enter);
    ui.settle();
  };
  SUBCASE("into our own line") {
    ui.interface.activate(raise);
    ui.settle();
    REQUIRE(ui.interface.field());
    type("LQ?");  // which have commands of their own elsewhere
    CHECK(ui.interface.field()->value == "SyntaxError: invalid syntax");
    CHECK(ui.session.injections().empty());
    for (int i = 0; i < 3; ++i) ui.key(ImGuiKey_Backspace);
    type("ValueError('no')");
    CHECK(ui.interface.field() == nullptr);
    REQUIRE(ui.session.injections().size() == 1);
    CHECK(ui.session.injections()[0].exception == "ValueError('no')");
  }
  SUBCASE("into the host's") {
    ui.interface.host().brings_text_field = true;
    ui.interface.activate(raise);
    ui.settle();
    REQUIRE(ui.interface.field());
    const std::string id = ui.interface.field()->id;
    ui.interface.enter(id, "Unknown()");
    ui.settle();
    REQUIRE(ui.interface.field());
    CHECK(ui.interface.field()->value == "NameError: name 'Unknown' is not defined");
    ui.interface.enter(id, "OSError(5, 'no')");
    ui.settle();
    CHECK_FALSE(ui.interface.covered());
    CHECK(ui.session.injections().size() == 1);
  }
  SUBCASE("and nothing leaves it") {
    ui.interface.activate(raise);
    ui.settle();
    type("");
    CHECK_FALSE(ui.interface.covered());
    CHECK(ui.session.injections().empty());
  }
}

TEST_CASE(
    "a finger that is swept to the side goes a step, forwards to the left and back to the right") {
  Headless ui(390, 844, 2);
  ui.use_fingers();
  const Layout layout = layout_for({.width = 390, .height = 844});
  const float y = layout.explanation.middle_y();
  ui.drag(300, y, 120, y);
  CHECK(ui.session.step() == 1);
  ui.drag(300, y, 120, y + 10);
  CHECK(ui.session.step() == 2);
  ui.drag(100, y, 280, y);
  CHECK(ui.session.step() == 1);
  ui.drag(200, y - 20, 190, y + 30);  // up and down scrolls
  CHECK(ui.session.step() == 1);
  // Over the source, too: the line that it began on is not pressed.
  ui.session.seek(20);
  ui.settle();
  for (const float below : {30.f, 90.f, 200.f}) {
    ui.drag(120, layout.source.y + below, 300, layout.source.y + below);
    CHECK(ui.session.step() == 19);
    ui.drag(300, layout.source.y + below, 120, layout.source.y + below);
    CHECK(ui.session.step() == 20);
  }
  // Sideways is what a slider is there for; and one of two fingers sweeps nothing.
  const Widget scrubber = *ui.find("transport.scrubber");
  ui.drag(scrubber.x + scrubber.width / 2, scrubber.y + 20, scrubber.x + scrubber.width,
          scrubber.y + 20);
  CHECK(ui.session.step() == ui.session.steps() - 1);
  ui.interface.pinch(200, 200, 1.2f);
  ui.drag(120, y, 300, y);
  CHECK(ui.session.step() == ui.session.steps() - 1);
  ui.drag(120, y, 300, y);
  CHECK(ui.session.step() == ui.session.steps() - 2);
}

TEST_CASE("a handle in the loop's panel moves where it is drawn, and with reduced motion jumps") {
  for (const bool reduced : {false, true}) {
    CAPTURE(reduced);
    Headless ui;
    ui.interface.set_reduced_motion(reduced);
    ui.session.load_lesson("interleaving");
    const Reader& reader = ui.session.reader();
    size_t run = 0;  // a handle goes from the queue to where it runs
    while (ui.session.recording()[reader.event_of(run)].kind() != EventKind::HandleRun) ++run;
    ui.session.seek(run - 1);
    ui.settle();
    ui.session.seek(run);
    CHECK((ui.settle() > 6) == !reduced);
  }
}

TEST_CASE("output appears as the steps go, and leads back to the step that printed it") {
  Headless ui;
  auto first_seen = [&]() -> const Widget* {
    for (const Widget& w : ui.interface.widgets()) {
      if (w.id.rfind("output.", 0) == 0 && w.kind == WidgetKind::Place && w.height > 10) return &w;
    }
    return nullptr;
  };
  CHECK(first_seen() == nullptr);
  ui.key(ImGuiKey_End);
  REQUIRE(first_seen());
  const std::string id = first_seen()->id, text = first_seen()->label;
  ui.click(id);
  const size_t step = ui.session.step();
  CHECK(step < ui.session.steps() - 1);
  // It is there now, as the last piece, and was not one step before.
  const auto pieces = ui.session.reader().output(step);
  REQUIRE_FALSE(pieces.empty());
  CHECK(pieces.back().step == step);
  CHECK(pieces.back().text.find(text) != std::string_view::npos);
  ui.key(ImGuiKey_LeftArrow);
  CHECK(ui.session.reader().output(ui.session.step()).size() < pieces.size());
}

TEST_CASE("the list of lessons opens, takes a choice, and covers what is below it") {
  Headless ui;
  CHECK(ui.find("lesson.context-manager") == nullptr);
  ui.click("lesson");
  REQUIRE(ui.find("lesson.context-manager"));
  CHECK_FALSE(ui.find("transport.forward")->enabled);
  ui.click("lesson.context-manager");
  CHECK(ui.session.lesson() == "context-manager");
  CHECK(ui.session.step() == 0);
  CHECK(ui.find("lesson.context-manager") == nullptr);
  ui.key(ImGuiKey_N);
  CHECK(ui.session.lesson() == "awaits-itself");
}

TEST_CASE("a press beside the list of lessons closes it and does nothing else") {
  Headless ui;
  ui.click("lesson");
  const Widget forward = *ui.find("transport.forward");
  ui.click(forward.x + forward.width / 2 + 300, forward.y + forward.height / 2);
  CHECK(ui.find("lesson.init") == nullptr);
  CHECK(ui.session.step() == 0);
}

TEST_CASE("a question mark shows the keys, from any keyboard, and Escape takes them away") {
  Headless ui;
  ui.type('?');
  REQUIRE(ui.find("help.close"));
  ui.key(ImGuiKey_RightArrow);
  CHECK(ui.session.step() == 0);  // nothing goes on behind it
  ui.key(ImGuiKey_Escape);
  CHECK(ui.find("help.close") == nullptr);
  ui.click("window.help");
  CHECK(ui.find("help.close"));
  ui.click("help.close");
  CHECK(ui.find("help.close") == nullptr);
}

TEST_CASE("everything can be reached and pressed with the Tab, arrow and Enter keys") {
  Headless ui;
  std::set<std::string> reached;
  for (int i = 0; i < 60; ++i) {
    ui.key(ImGuiKey_Tab);
    reached.insert(std::string(ui.interface.focused()));
  }
  for (const char* id : {"lesson", "transport.forward", "transport.play", "window.help",
                         "timeline.fit", "toggle.await.none", "toggle.use.construct"}) {
    CAPTURE(id);
    CHECK(reached.count(id) == 1);
  }
  ui.interface.focus("toggle.await.none");
  ui.key(ImGuiKey_DownArrow);
  CHECK(ui.interface.focused() == "toggle.await.closure");
  ui.key(ImGuiKey_Enter);
  CHECK(ui.session.toggles().await() == AwaitChoice::closure);
  ui.key(ImGuiKey_Escape);
  CHECK(ui.interface.focused().empty());
}

TEST_CASE("a widget can be pressed by its id, as a mirror of the page does") {
  Headless ui;
  CHECK(ui.interface.activate("transport.forward"));
  ui.settle();
  CHECK(ui.session.step() == 1);
  CHECK_FALSE(ui.interface.activate("no.such.widget"));
  CHECK(ui.interface.activate("transport.first"));
  ui.settle();
  CHECK_FALSE(ui.interface.activate("transport.first"));  // it is not enabled now
}

TEST_CASE("playing goes on by itself, ends at the end, and then wants no more frames") {
  Headless ui;
  ui.key(ImGuiKey_Space);
  CHECK(ui.interface.playing());
  CHECK(ui.interface.wants_frame());
  for (int i = 0; i < 8; ++i) ui.frame(0.25f);
  CHECK(ui.session.step() > 1);
  for (int i = 0; i < 4000 && ui.interface.playing(); ++i) ui.frame(0.25f);
  CHECK(ui.session.step() == ui.session.steps() - 1);
  CHECK(ui.settle() < 100);
  CHECK_FALSE(ui.interface.wants_frame());
}

TEST_CASE("nothing is drawn when nothing changes, and something is when the session does") {
  Headless ui;
  ui.settle();
  CHECK_FALSE(ui.interface.wants_frame());
  ui.session.seek(3);
  CHECK(ui.interface.wants_frame());
  ui.settle();
  CHECK_FALSE(ui.interface.wants_frame());
  ui.point(5, 5);
  CHECK(ui.settle() < 60);
}

TEST_CASE("a program that is not Python shows its error and the interface goes on") {
  Headless ui;
  ui.session.load("import asyncio\n\nasync $ main():\n    pass\n");
  ui.settle();
  REQUIRE(ui.session.error());
  CHECK(ui.find("source.line.3"));
  // What Python says of it is there at once; there are no steps to take.
  CHECK(ui.find("output.1")->label == "  File \"main.py\", line 3");
  for (const char* control :
       {"transport.play", "transport.forward", "transport.last", "transport.scrubber"})
    CHECK_FALSE(ui.find(control)->enabled);
  CHECK(ui.find("timeline") == nullptr);
  CHECK(ui.find("toggle.await.closure") == nullptr);  // beside somebody's own code: on demand
  ui.click("window.switches");
  ui.click("toggle.await.closure");
  CHECK(ui.session.error() == nullptr);
  CHECK_FALSE(ui.session.edited());
}

TEST_CASE("the source can be copied, and the documentation opened") {
  Headless ui;
  ui.click("source.copy");
  CHECK(ui.copied == ui.session.source());
  for (int i = 0; i < 40 && !ui.find("explanation.link"); ++i) ui.key(ImGuiKey_RightArrow);
  REQUIRE(ui.find("explanation.link"));
  ui.click("explanation.link");
  CHECK(ui.opened.rfind("https://docs.python.org/3.14/", 0) == 0);
}

TEST_CASE("a finger scrolls a panel without pressing what it came down on") {
  Headless ui(390, 844, 2);
  ui.use_fingers();
  ui.click("tab.toggles");
  const Widget chip = *ui.find("toggle.await.closure");
  const std::string source = ui.session.source();
  const float x = chip.x + chip.width / 2, y = chip.y + chip.height / 2;
  ui.drag(x, y, x, y - 60);
  CHECK(ui.session.source() == source);
  CHECK(ui.find("toggle.await.closure")->y < chip.y - 30);
  ui.click("toggle.await.closure");
  CHECK(ui.session.source() != source);
}

TEST_CASE("text grows on demand and everything still lies in the window") {
  Headless ui(1280, 720);
  const float before = ui.find("transport.forward")->height;
  ui.interface.set_theme({Theme::Light, 1.5f});
  ui.settle();
  CHECK(ui.interface.theme().text_scale == 1.5f);
  CHECK(ui.find("transport.forward")->height > before);
  for (const Widget& w : ui.interface.widgets()) CHECK(w.x + w.width <= 1280.5f);
}

TEST_CASE("the widgets as JSON have the fields that a page reads") {
  Headless ui;
  const std::string json = ui.interface.widgets_json();
  CHECK(json.front() == '[');
  CHECK(json.back() == ']');
  CHECK(
      json.find("{\"id\":\"transport.forward\",\"label\":\"Forward\",\"kind\":\"button\",\"x\":") !=
      std::string::npos);
  Widget odd;
  odd.id = "a\"b\\c\n";
  CHECK(to_json({odd}).find("\"a\\\"b\\\\c\\u000a\"") != std::string::npos);
}

TEST_CASE("any switch of any lesson can be flipped, and is drawn in the same frame") {
  for (const LessonInfo& lesson : lessons()) {
    if (!lesson.toggles) continue;
    Headless ui;
    for (size_t i = 0; i < kToggleCount; ++i) {
      for (const Choice& choice : toggle_table()[i].choices) {
        ui.session.load_lesson(lesson.id);
        ui.session.seek(ui.session.steps() - 1);
        ui.frames(2);
        const std::string id =
            "toggle." + std::string(toggle_table()[i].id) + "." + std::string(choice.id);
        CAPTURE(id);
        REQUIRE(ui.interface.activate(id));
        ui.frames(2);
        CHECK(ui.session.toggles().choice(i).id == choice.id);
      }
    }
  }
}

TEST_SUITE_END();
