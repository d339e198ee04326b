// Whatever shows the current step goes on showing it, however somebody came to another one. Each
// panel is scrolled away first, to one end and to the other: what then is not in sight was lost.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "engine/recording/pictures/model.h"
#include "tests/ui/headless.h"
#include "tests/ui/raster.h"
#include "ui/model/layout.h"

using namespace awaitscope;
using awaitscope::testing::Headless;

namespace {

// Longer than the source's panel, with more tasks, more output and more steps than theirs can hold.
std::string long_program() {
  std::string source = "import asyncio\n\n";
  for (int n = 1; n <= 6; ++n) {
    const std::string number = std::to_string(n);
    source += "\nasync def inner" + number + "():\n    before = " + number +
              "\n    await asyncio.sleep(before / 10)\n    print('inner', before)\n"
              "    await asyncio.sleep(0)\n    return before\n\n";
    source += "\nasync def outer" + number + "(name):\n    print('outer', name)\n" +
              "    value = await inner" + number + "()\n    print(name, value)\n\n";
  }
  source += "\nasync def main():\n    tasks = []\n";
  for (int n = 1; n <= 6; ++n) {
    const std::string number = std::to_string(n);
    source += "    tasks.append(asyncio.create_task(outer" + number + "('task " + number + "')))\n";
  }
  return source + "    for task in tasks:\n        await task\n\n\nasyncio.run(main())\n";
}

enum class End { Begin, End };

class Followers {
 public:
  template <class Load>
  Followers(float width, float height, float pixels, Load&& load) : ui(width, height, pixels) {
    load(ui.session);
    ui.settle();
  }

  // Where the panels are, as the interface lays them out.
  Layout layout() const {
    TimelineModel model;
    model.extend(ui.session.recording());
    LayoutInput in{.width = ImGui::GetIO().DisplaySize.x, .height = ImGui::GetIO().DisplaySize.y};
    in.tab = tab;
    in.text_scale = ui.interface.theme().text_scale;
    in.touch = ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen;
    in.toggles = ui.session.by_switches();
    in.lesson = !ui.session.lesson().empty() || ui.session.left_lesson();
    in.asking = ui.find("quiz.choice.1") != nullptr;
    for (const TimelineLane& lane : model.lanes())
      in.timeline_rows += int(std::max<size_t>(1, lane.rows.size()));
    return layout_for(in);
  }

  void start_at(size_t step, End end) {
    ui.session.seek(step);
    ui.settle();
    const Layout l = layout();
    const float notches = end == End::Begin ? 100 : -100;
    for (const Rect& area : {l.source, l.loop, l.output, l.explanation}) {
      if (!area.empty()) ui.wheel(area.middle_x(), area.bottom() - 12, notches);
    }
    if (!l.timeline.empty()) {
      const Widget* timeline = ui.find("timeline");
      REQUIRE(timeline);
      const float x = timeline->x + timeline->width / 2, y = timeline->y + timeline->height / 2;
      ui.wheel(x, y, 12);                      // closer
      ui.wheel(timeline->x - 30, y, notches);  // up or down, over the names
    }
    began_ = step;
    printed_ = printed();
  }

  // Each panel that is shown has the current step in sight.
  void check(std::set<std::string>& checked) {
    const size_t step = ui.session.step();
    CAPTURE(began_);
    CAPTURE(step);
    const Layout l = layout();
    const Moment& moment = ui.session.moment();
    if (!l.source.empty() && moment.at.line > 0) {
      checked.insert("source");
      CAPTURE(moment.at.line);
      CHECK(height_of("source.line." + std::to_string(moment.at.line)) >= 18.5f);
    }
    if (!l.loop.empty() && moment.task > 0) {
      checked.insert("loop");
      CAPTURE(moment.task);
      CHECK(height_of("loop.task." + std::to_string(moment.task)) >= 25.5f);
    }
    if (!l.output.empty() && printed() != printed_ && printed() > 0) {
      checked.insert("output");
      CHECK(height_of("output." + std::to_string(printed())) >= 18.5f);
    }
    if (!l.timeline.empty()) {
      double from = 0, to = 1e9;
      if (std::sscanf(ui.interface.place().c_str(), "%*[a-z],%lf,%lf", &from, &to) == 2)
        checked.insert("timeline");
      CHECK(from <= double(step));
      CHECK(to >= double(step) + 1 - 0.05);  // it is told with one decimal
    }
  }

  // Where the letters are in a panel, below its first line.
  std::vector<std::pair<int, int>> words(Rect area) {
    ui.frame();
    area.cut_top(34);
    std::vector<std::pair<int, int>> found;
    for (const testing::Glyph& glyph : testing::rasterise(pixels()).glyphs) {
      if (area.contains({glyph.at.x, glyph.at.y}))
        found.emplace_back(int(glyph.at.x * 4), int(glyph.at.y * 4));
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  size_t printed() const {
    size_t lines = 0;
    for (const auto& piece : ui.session.reader().output(ui.session.step()))
      lines += size_t(std::count(piece.text.begin(), piece.text.end(), '\n'));
    return lines;
  }

  float height_of(const std::string& id) const {
    const Widget* widget = ui.find(id);
    return widget ? widget->height : 0;
  }

  // A widget of this kind of id that is wholly in sight, the last of them.
  std::string in_sight(std::string_view prefix) const {
    std::string found;
    for (const Widget& w : ui.interface.widgets()) {
      if (w.id.rfind(prefix, 0) == 0 && w.enabled && w.height > 10 && w.width > 10) found = w.id;
    }
    REQUIRE_FALSE(found.empty());
    return found;
  }

  static float pixels() { return ImGui::GetIO().DisplayFramebufferScale.x; }

  Headless ui;
  Tab tab = Tab::Source;

 private:
  size_t began_ = 0, printed_ = 0;
};

void load_long(Session& session) { session.load(long_program()); }

struct Way {
  const char* name;
  float from;  // share of the run at which one begins
  std::function<void(Followers&)> go;
};

void click_at(Followers& p, const char* id, float share) {
  const Widget w = *p.ui.find(id);
  p.ui.click(w.x + w.width * share, w.y + w.height - 4);
}

Way button(const char* id, float from) {
  return {id, from, [id](Followers& p) { p.ui.click(id); }};
}
Way key(const char* name, ImGuiKey key, float from) {
  return {name, from, [key](Followers& p) { p.ui.key(key); }};
}

std::vector<Way> all_ways() {
  std::vector<Way> ways = {
      button("transport.forward", 0.5f),
      button("transport.back", 0.5f),
      button("transport.first", 0.9f),
      button("transport.last", 0.1f),
      button("transport.into", 0.5f),
      button("transport.over", 0.4f),
      button("transport.out", 0.4f),
      button("transport.suspension", 0.2f),
      button("transport.turn", 0.6f),
      key("right arrow", ImGuiKey_RightArrow, 0.5f),
      key("left arrow", ImGuiKey_LeftArrow, 0.5f),
      key("Home", ImGuiKey_Home, 0.9f),
      key("End", ImGuiKey_End, 0.1f),
      key("down arrow", ImGuiKey_DownArrow, 0.5f),
      key("up arrow", ImGuiKey_UpArrow, 0.5f),
      key("O", ImGuiKey_O, 0.4f),
      key("U", ImGuiKey_U, 0.4f),
      key("S", ImGuiKey_S, 0.2f),
      key("T", ImGuiKey_T, 0.6f),
  };
  for (const float share : {0.1f, 0.35f, 0.8f}) {
    ways.push_back({"the scrubber", 0.55f,
                    [share](Followers& p) { click_at(p, "transport.scrubber", share); }});
    ways.push_back({"a drag along the scrubber", 0.55f, [share](Followers& p) {
                      const Widget w = *p.ui.find("transport.scrubber");
                      const float y = w.y + w.height / 2;
                      p.ui.drag(w.x + w.width * 0.6f, y, w.x + w.width * share, y);
                    }});
    ways.push_back(
        {"beside the bars", 0.5f, [share](Followers& p) { click_at(p, "timeline", share); }});
    ways.push_back(
        {"the ruler", 0.5f, [share](Followers& p) { click_at(p, "timeline.ruler", share); }});
  }
  ways.push_back({"a bar", 0.5f, [](Followers& p) {
                    const std::string bar = p.in_sight("timeline.bar.");
                    p.ui.click(bar);
                    // To where it is suspended, or over; its lane may have moved out of sight.
                    if (p.height_of(bar) > 0) p.ui.click(bar);
                  }});
  ways.push_back({"a line of the source", 0.3f,
                  [](Followers& p) { p.ui.click("source.line." + std::to_string(6)); }});
  ways.push_back(
      {"a line of the output", 0.95f, [](Followers& p) { p.ui.click(p.in_sight("output.")); }});
  ways.push_back({"a breakpoint", 0.3f, [](Followers& p) {
                    p.ui.click(p.in_sight("source.break."));
                    p.ui.click("transport.breakpoint");
                  }});
  ways.push_back({"playing", 0.45f, [](Followers& p) {
                    p.ui.click("transport.play");
                    for (int i = 0; i < 80; ++i) p.ui.frame(0.1f);
                    p.ui.click("transport.play");
                  }});
  ways.push_back({"the host", 0.5f, [](Followers& p) {
                    p.ui.session.seek(p.ui.session.steps() / 4);
                    p.ui.settle();
                  }});
  ways.push_back({"the page's mirror of a button", 0.5f, [](Followers& p) {
                    p.ui.interface.activate("transport.turn");
                    p.ui.settle();
                  }});
  ways.push_back({"the step that answers what prints next", 0.5f, [](Followers& p) {
                    p.ui.click("output.predict");
                    p.ui.click(p.in_sight("quiz.choice."));
                    p.ui.interface.activate("quiz.show");
                    p.ui.settle();
                    p.ui.click("output.predict");
                  }});
  ways.push_back({"a row of a comparison", 0.5f, [](Followers& p) {
                    p.ui.click("source.pin");
                    p.ui.click("source.compare");
                    p.ui.click(p.in_sight("compare.row."));
                  }});
  return ways;
}

}  // namespace

TEST_SUITE_BEGIN("ui: following the step");

TEST_CASE("in a window, whichever way one comes to a step, every panel shows it") {
  for (const Way& way : all_ways()) {
    std::set<std::string> checked;
    for (const End end : {End::Begin, End::End}) {
      CAPTURE(std::string(way.name));
      CAPTURE(end == End::Begin);
      Followers panels(1280, 720, 1, load_long);
      const size_t from = size_t(float(panels.ui.session.steps()) * way.from);
      panels.start_at(from, end);
      // An answer below the output, a line of the source: what is pressed has to be in sight.
      if (std::string_view(way.name) == "a line of the source" && end == End::End) continue;
      way.go(panels);
      CHECK(panels.ui.session.step() != from);
      panels.check(checked);
    }
    CHECK(checked.count("timeline") == 1);
  }
}

TEST_CASE("the next twenty steps by the mouse are all in sight, and back again") {
  Followers panels(1280, 720, 1, [](Session& session) { session.load_lesson("cancellation"); });
  std::set<std::string> checked;
  for (const char* id : {"transport.forward", "transport.back"}) {
    for (int i = 0; i < 22; ++i) {
      panels.ui.click(id);
      panels.check(checked);
    }
  }
  CHECK(checked.count("source") == 1);
}

TEST_CASE("a press on a lesson's step worth a look shows it in every panel") {
  for (size_t n = 0; n < lessons().size(); n += awaitscope::testing::kEveryLesson) {
    const Lesson& lesson = *find_lesson(lessons()[n].id);
    CAPTURE(lesson.id);
    for (const char* where : {"loop", "toggles"}) {
      for (size_t i = 1; i <= lesson.stops.size(); ++i) {
        Followers panels(1280, 720, 1, [&](Session& session) { session.load_lesson(lesson.id); });
        const bool begins = where == std::string_view("loop");
        panels.start_at(begins ? 0 : panels.ui.session.steps() / 2, End::Begin);
        const Layout l = panels.layout();
        const Rect& area = begins ? l.loop : l.toggles;
        panels.ui.wheel(area.middle_x(), area.bottom() - 12, -100);
        const std::string id = std::string(where) + ".stop." + std::to_string(i);
        const Widget* stop = panels.ui.find(id);
        if (!stop || stop->height < 10) continue;
        std::set<std::string> checked;
        panels.ui.click(id);
        panels.check(checked);
      }
    }
  }
}

TEST_CASE("on a small screen, whichever panel is shown has the step that a finger went to") {
  std::vector<Way> ways;
  for (const char* id : {"transport.forward", "transport.back", "transport.into", "transport.turn",
                         "transport.suspension"})
    ways.push_back(button(id, 0.5f));
  ways.push_back(
      {"the scrubber", 0.5f, [](Followers& p) { click_at(p, "transport.scrubber", 0.9f); }});
  for (const bool forward : {true, false}) {
    ways.push_back({"a swipe", 0.5f, [forward](Followers& p) {
                      const Rect area = p.layout().explanation;
                      const float y = area.middle_y(), reach = forward ? 90 : -90;
                      p.ui.drag(area.middle_x() + reach, y, area.middle_x() - reach, y);
                    }});
  }
  struct {
    float width, height;
  } kSmall[] = {{390, 844}, {844, 390}, {768, 1024}};
  for (const auto& size : kSmall) {
    for (const Tab tab : {Tab::Source, Tab::Loop, Tab::Output, Tab::Timeline}) {
      if (!layout_for({.width = size.width, .height = size.height}).offers(tab)) continue;
      const std::string name(name_of(tab));
      CAPTURE(size.width);
      CAPTURE(name);
      std::set<std::string> checked;
      for (const Way& way : ways) {
        for (const End end : {End::Begin, End::End}) {
          CAPTURE(std::string(way.name));
          Followers panels(size.width, size.height, 2, load_long);
          panels.tab = tab;
          panels.ui.click("tab." + name);
          const size_t from = size_t(float(panels.ui.session.steps()) * way.from);
          panels.start_at(from, end);
          panels.ui.use_fingers();
          panels.ui.settle();
          way.go(panels);
          CHECK(panels.ui.session.step() != from);
          panels.check(checked);
        }
      }
      CHECK(checked.count(name) == 1);
    }
  }
}

TEST_CASE("a panel that was behind another shows the step that one has come to meanwhile") {
  for (const Tab tab : {Tab::Source, Tab::Loop, Tab::Timeline}) {
    for (const End end : {End::Begin, End::End}) {
      CAPTURE(std::string(name_of(tab)));
      Followers panels(390, 844, 2, load_long);
      const std::string id = "tab." + std::string(name_of(tab));
      panels.tab = tab;
      panels.ui.click(id);
      panels.start_at(panels.ui.session.steps() / 3, end);
      panels.ui.click("tab.output");
      for (int i = 0; i < 30; ++i) panels.ui.click("transport.into");
      panels.ui.click(id);
      std::set<std::string> checked;
      panels.check(checked);
      CHECK(checked.count(std::string(name_of(tab))) == 1);
    }
  }
}

TEST_CASE("a long explanation begins at its begin at every step") {
  size_t from = 0;  // a step with one that does not fit
  for (const char* id : {"transport.forward", "transport.back", "transport.into",
                         "transport.scrubber", "transport.turn"}) {
    CAPTURE(std::string(id));
    Followers panels(390, 844, 2, load_long);
    panels.ui.interface.set_theme({Theme::Dark, 1.5f});
    panels.ui.settle();
    if (from == 0) from = panels.ui.session.steps() / 2;
    const Rect area = panels.layout().explanation;
    auto scrolls = [&] {
      panels.ui.session.seek(from);
      panels.ui.settle();
      const auto before = panels.words(area);
      panels.ui.wheel(area.middle_x(), area.bottom() - 12, -100);
      return panels.words(area) != before;
    };
    while (!scrolls()) REQUIRE(++from + 1 < panels.ui.session.steps());
    panels.ui.click(id);
    REQUIRE(panels.ui.session.step() != from);
    const auto begin = panels.words(area);  // it cannot be scrolled further up
    panels.ui.wheel(area.middle_x(), area.bottom() - 12, 100);
    CHECK(panels.words(area) == begin);
  }
}

TEST_CASE("where it is predicted what prints next, the question is in sight at every step") {
  for (const char* id :
       {"transport.forward", "transport.back", "transport.into", "transport.turn"}) {
    CAPTURE(std::string(id));
    Followers panels(1280, 720, 1, load_long);
    panels.ui.click("output.predict");
    panels.start_at(panels.ui.session.steps() * 9 / 10, End::Begin);
    panels.ui.click(id);
    CHECK(panels.height_of("quiz.choice.1") > 20);
  }
}

TEST_SUITE_END();
