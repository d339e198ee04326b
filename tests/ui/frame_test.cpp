// The interface as a frame in somebody's article: what it shows, and what it leaves to the article.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "areas.h"
#include "headless.h"
#include "ui/model/layout.h"
#include "ui/painter.h"

using namespace awaitscope;
using awaitscope::testing::areas;
using awaitscope::testing::Headless;

namespace {

struct FrameSize {
  float width, height;
};
constexpr FrameSize kFrameSizes[] = {{360, 400}, {390, 560}, {619, 400}, {620, 400},
                                     {720, 480}, {720, 640}, {1000, 700}};
constexpr const char* kShown[] = {"code",
                                  "code,explanation",
                                  "code,timeline,explanation",
                                  "timeline",
                                  "timeline,loop",
                                  "switches,code",
                                  "loop,output",
                                  "code,switches,timeline,loop,output,explanation"};

LayoutInput frame_of(FrameSize size, std::string_view parts, Tab tab = Tab::Source) {
  LayoutInput in{.width = size.width, .height = size.height, .tab = tab, .frame = true};
  REQUIRE(read_parts(parts, in.parts));
  return in;
}

const std::string kLong = [] {
  std::string source;
  for (int i = 0; i < 60; ++i) source += "print(" + std::to_string(i) + ")\n";
  return source;
}();

}  // namespace

TEST_SUITE_BEGIN("ui: frame");

TEST_CASE("a frame's panels fill it without overlapping, whatever an article shows of it") {
  for (const FrameSize size : kFrameSizes) {
    for (const char* parts : kShown) {
      for (int tab = 0; tab < kTabCount; ++tab) {
        CAPTURE(size.width);
        CAPTURE(size.height);
        CAPTURE(std::string(parts));
        CAPTURE(tab);
        const Layout layout = layout_for(frame_of(size, parts, Tab(tab)));
        CHECK(layout.header.empty());
        const std::vector<Rect> panels = areas(layout);
        float covered = 0;
        for (size_t i = 0; i < panels.size(); ++i) {
          covered += panels[i].width * panels[i].height;
          for (size_t j = i + 1; j < panels.size(); ++j)
            CHECK(intersection(panels[i], panels[j]).empty());
        }
        CHECK(covered == doctest::Approx(size.width * size.height));
      }
    }
  }
}

TEST_CASE("a frame shows what the article names, and no more can be chosen there") {
  for (const FrameSize size : kFrameSizes) {
    for (const char* parts : kShown) {
      CAPTURE(size.width);
      CAPTURE(std::string(parts));
      const LayoutInput in = frame_of(size, parts);
      const Layout layout = layout_for(in);
      CHECK(layout.explanation.empty() == !in.parts.explanation);
      for (int i = 0; i < kTabCount; ++i) {
        const Tab tab = Tab(i);
        const Layout chosen = layout_for(frame_of(size, parts, tab));
        const Rect places[] = {chosen.source, chosen.toggles, chosen.timeline, chosen.loop,
                               chosen.output};
        CHECK(places[i].empty() == !in.parts.has(tab));
        if (!in.parts.has(tab)) CHECK_FALSE(layout.offers(tab));
      }
    }
  }
}

TEST_CASE("in the smallest frame, eight lines of the program are in sight") {
  const Layout layout = layout_for(frame_of({360, 400}, "code,timeline,loop,output,explanation"));
  CHECK(layout.source.height >= 8 * 22);
  CHECK(layout.explanation.height >= 90);
}

TEST_CASE("what an article shows is said in words, and nonsense changes nothing") {
  Parts parts;
  CHECK(read_parts("code, explanation", parts));
  CHECK(parts.code);
  CHECK(parts.explanation);
  CHECK_FALSE(parts.timeline);
  for (const char* wrong : {"", "explanation", "code,timelime", "code;loop"}) {
    CAPTURE(std::string(wrong));
    CHECK_FALSE(read_parts(wrong, parts));
    CHECK(parts.code);
    CHECK_FALSE(parts.loop);
  }
}

TEST_CASE(
    "a frame would like to be as high as its program, within what leaves an article readable") {
  const LayoutInput in = frame_of({700, 400}, "code,explanation");
  CHECK(frame_height(in, 12) > frame_height(in, 6));
  CHECK(frame_height(in, 1000) <= 700);
  CHECK(frame_height(frame_of({360, 400}, "code,loop"), 1) >= 400);
}

TEST_CASE("a panel that can be scrolled further takes the wheel, and at its end it does not") {
  Headless ui(360, 400);
  ui.session.load(kLong);
  ui.interface.set_embedded(true);
  ui.settle();
  const Rect code = ui.interface.source_area();
  const float x = code.middle_x(), y = code.middle_y();
  CHECK(ui.interface.scrolls(x, y, 0, 1));
  CHECK_FALSE(ui.interface.scrolls(x, y, 0, -1));
  CHECK_FALSE(ui.interface.scrolls(x, code.bottom() + 20, 0, 1));  // the explanation is short
  CHECK_FALSE(ui.interface.scrolls(x, 10, 0, 1));                  // the bar
  ui.wheel(x, y, -3);
  ui.settle();
  CHECK(ui.interface.scrolls(x, y, 0, 1));
  CHECK(ui.interface.scrolls(x, y, 0, -1));
  ui.wheel(x, y, -200);
  ui.settle();
  CHECK_FALSE(ui.interface.scrolls(x, y, 0, 1));
  CHECK(ui.interface.scrolls(x, y, 0, -1));
}

TEST_CASE("a line that is too long can be scrolled to the side") {
  Headless ui(360, 400);
  ui.session.load("x = '" + std::string(200, 'a') + "'\n");
  ui.interface.set_embedded(true);
  ui.settle();
  const Rect code = ui.interface.source_area();
  CHECK(ui.interface.scrolls(code.middle_x(), code.y + 20, 1, 0));
  CHECK_FALSE(ui.interface.scrolls(code.middle_x(), code.y + 20, -1, 0));
  CHECK_FALSE(ui.interface.scrolls(code.middle_x(), code.y + 20, 0, 1));
}

TEST_CASE("in a frame the wheel does not zoom the timeline, and pinching does") {
  Headless ui(720, 480);
  ui.interface.set_embedded(true);
  REQUIRE(ui.interface.set_parts("timeline,code"));
  ui.settle();
  const Widget* timeline = ui.find("timeline");
  REQUIRE(timeline);
  const float x = timeline->x + timeline->width / 2, y = timeline->y + 20;
  CHECK(ui.interface.zooms(x, y));
  CHECK_FALSE(ui.interface.zooms(20, y));
  CHECK_FALSE(ui.interface.scrolls(x, y, 1, 0));
  const std::string before = ui.interface.place();
  ui.wheel(x, y, 5);
  ui.settle();
  CHECK(ui.interface.place() == before);
  ui.interface.pinch(x, y, 2);
  ui.settle();
  CHECK(ui.interface.place() != before);
  CHECK(ui.interface.scrolls(x, y, 1, 0));
}

TEST_CASE("the names of a frame's tabs are whole at every width, and its program can be edited") {
  for (const float width : {360.f, 400.f, 620.f, 640.f, 700.f, 760.f, 1000.f}) {
    for (const char* parts : {"code,timeline,loop,output", "timeline,loop,output", "code"}) {
      CAPTURE(width);
      CAPTURE(std::string(parts));
      Headless ui(width, 420);
      ui.interface.host().open_whole = [] {};
      ui.interface.host().edit_source = [] {};
      ui.interface.set_embedded(true);
      REQUIRE(ui.interface.set_parts(parts));
      ui.settle();
      float right = 0;
      for (const char* id : {"tab.source", "tab.timeline", "tab.loop", "tab.output"}) {
        const Widget* tab = ui.find(id);
        if (!tab) continue;
        CHECK(tab->x >= right);
        CHECK(tab->width >= text_width(Type::BodyStrong, tab->label) + 10);
        right = tab->x + tab->width;
      }
      const Widget *edit = ui.find("source.edit"), *whole = ui.find("window.whole");
      REQUIRE(edit);
      REQUIRE(whole);
      CHECK(whole->x >= right);
      CHECK(whole->x + whole->width <= width);
    }
  }
}

TEST_CASE("a finger that moves far to the side presses nothing, and steps only where it is quick") {
  for (const bool quick : {true, false}) {
    CAPTURE(quick);
    Headless ui(360, 400);
    ui.session.load(kLong);
    ui.interface.set_embedded(true);
    ui.use_fingers();
    ui.settle();
    const Rect code = ui.interface.source_area();
    const float y = code.y + 100;
    ui.point(300, y);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    ui.frame();
    ImGui::GetIO().AddMousePosEvent(200, y);
    for (int i = 0; i < 6; ++i) ui.frame(quick ? 1 / 60.f : 0.2f);
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    ui.frame();
    ui.settle();
    CHECK(ui.session.step() == (quick ? 1 : 0));
    ui.interface.pinch(200, 200, 1.5f);  // by two fingers that it does not see otherwise
    ui.drag(300, y, 120, y);
    CHECK(ui.session.step() == (quick ? 2 : 1));
  }
}

TEST_CASE("a frame leads to the whole page, and the whole page does not") {
  for (const bool embedded : {false, true}) {
    Headless ui(embedded ? 360 : 1280, embedded ? 400 : 720);
    bool asked = false;
    ui.interface.host().open_whole = [&] { asked = true; };
    ui.interface.set_embedded(embedded);
    ui.settle();
    CHECK((ui.find("window.whole") != nullptr) == embedded);
    if (embedded) ui.click("window.whole");
    CHECK(asked == embedded);
  }
}

TEST_SUITE_END();
