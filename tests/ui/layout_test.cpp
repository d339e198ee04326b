#include "ui/model/layout.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "areas.h"

using namespace awaitscope;
using awaitscope::testing::areas;

namespace {

struct WindowSize {
  const char* name;
  float width, height;
};
constexpr WindowSize kWindows[] = {
    {"laptop", 1280, 720},          {"desktop", 1920, 1080},       {"large desktop", 2560, 1440},
    {"tablet sideways", 1024, 768}, {"tablet upright", 768, 1024}, {"phone upright", 390, 844},
    {"phone sideways", 844, 390},   {"small phone", 320, 568},     {"narrow window", 700, 620},
};

float area(const Rect& r) { return r.width * r.height; }

}  // namespace

TEST_SUITE_BEGIN("ui: layout");

constexpr struct {
  float scale;
  bool toggles;
} kLooks[] = {{1, true}, {1, false}, {1.3f, true}, {1.3f, false}};

TEST_CASE("the panels fill the window without overlapping, at every size and on every tab") {
  for (const WindowSize& size : kWindows) {
    for (int tab = 0; tab < kTabCount; ++tab) {
      for (const auto& look : kLooks) {
        const float scale = look.scale;
        const bool toggles = look.toggles;
        const bool lesson = tab % 2 == 0;
        CAPTURE(std::string(size.name));
        CAPTURE(tab);
        CAPTURE(scale);
        const Layout layout = layout_for({.width = size.width,
                                          .height = size.height,
                                          .text_scale = scale,
                                          .tab = Tab(tab),
                                          .toggles = toggles,
                                          .lesson = lesson,
                                          .lesson_start = lesson && tab == 0,
                                          .asking = lesson && tab > 0,
                                          .lesson_end = lesson && tab == 4,
                                          .timeline_rows = 9});
        CHECK(layout.path.empty() == !lesson);
        const std::vector<Rect> panels = areas(layout);
        float covered = 0;
        for (std::size_t i = 0; i < panels.size(); ++i) {
          CHECK(panels[i].x >= 0);
          CHECK(panels[i].y >= 0);
          CHECK(panels[i].right() <= size.width);
          CHECK(panels[i].bottom() <= size.height);
          covered += area(panels[i]);
          for (std::size_t j = i + 1; j < panels.size(); ++j)
            CHECK_FALSE(overlap(panels[i], panels[j]));
        }
        CHECK(covered == doctest::Approx(size.width * size.height));
      }
    }
  }
}

TEST_CASE("a desktop shows every panel at once and has no tabs") {
  const Layout layout = layout_for({.width = 1280, .height = 720});
  CHECK(layout.kind == LayoutKind::Wide);
  CHECK(layout.tabs.empty());
  CHECK(areas(layout).size() == 8);
  CHECK(layout.source.height >= 280);  // fourteen lines of code at the least
}

TEST_CASE(
    "in a low window without the switches the program has the height beside loop and output") {
  const Layout layout =
      layout_for({.width = 1280, .height = 720, .toggles = false, .lesson = true});
  CHECK(layout.loop.y == layout.output.y);
  CHECK(layout.timeline.height >= 240);  // a third
  CHECK(layout.source.height >= 34 + 14 * 19);
  CHECK(layout.source.width >= 600);
  CHECK(layout.explanation.y > layout.loop.y);
  CHECK(layout.explanation.x == layout.loop.x);
  // Where there is height enough they are over one another, as wide as they can be.
  const Layout high = layout_for({.width = 1440, .height = 900, .toggles = false, .lesson = true});
  CHECK(high.loop.x == high.output.x);
}

TEST_CASE("the explanation and the transport are there at every size") {
  for (const WindowSize& size : kWindows) {
    CAPTURE(std::string(size.name));
    const Layout layout = layout_for({.width = size.width, .height = size.height});
    CHECK(layout.explanation.height >= 60);
    CHECK(layout.transport.height >= 44);
    CHECK(layout.source.height >= 100);
  }
}

TEST_CASE("targets are made for fingers on small windows, and wherever fingers are used") {
  CHECK(layout_for({.width = 390, .height = 844}).target >= 44);
  CHECK(layout_for({.width = 844, .height = 390}).target >= 44);
  CHECK(layout_for({.width = 768, .height = 1024}).target >= 44);
  CHECK(layout_for({.width = 1280, .height = 720}).target < 44);
  CHECK(layout_for({.width = 1280, .height = 720, .touch = true}).target >= 44);
}

TEST_CASE("on a phone the chosen tab has the room, and the others are not shown") {
  const Layout source = layout_for({.width = 390, .height = 844, .tab = Tab::Source});
  const Layout timeline = layout_for({.width = 390, .height = 844, .tab = Tab::Timeline});
  CHECK_FALSE(source.source.empty());
  CHECK(source.timeline.empty());
  CHECK(timeline.source.empty());
  CHECK(timeline.timeline == source.source);
}

TEST_CASE("a tab that a layout does not offer gives way to one that it does") {
  const Layout layout = layout_for({.width = 844, .height = 390, .tab = Tab::Source});
  CHECK(layout.kind == LayoutKind::Landscape);
  CHECK_FALSE(layout.source.empty());
  CHECK(layout.offers(layout.tab));
}

TEST_CASE("where they are not wanted the toggles leave their room to the rest") {
  const Layout layout = layout_for({.width = 1280, .height = 720, .toggles = false});
  CHECK(layout.toggles.empty());
  CHECK(layout.source.x == 0);
  // Nor are they what comes first where panels take turns.
  CHECK(layout_for({.width = 720, .height = 640}).tab == Tab::Toggles);
  CHECK(layout_for({.width = 720, .height = 640, .toggles = false}).tab == Tab::Loop);
}

TEST_CASE("type grows with a window that has more room than a large screen, and with no other") {
  for (const WindowSize& size : kWindows) {
    if (size.width <= 1920) CHECK(enlargement(size.width, size.height) == 1);
  }
  CHECK(enlargement(2560, 1440) == doctest::Approx(1.3f));
  CHECK(enlargement(3440, 1080) == 1);  // wide only
  CHECK(enlargement(1440, 2560) == 1);
  CHECK(enlargement(7680, 4320) == 1.5f);
}

TEST_CASE("larger text makes room for itself, down to the layout of a smaller window") {
  const Layout one = layout_for({.width = 1280, .height = 720});
  const Layout two = layout_for({.width = 1280, .height = 720, .text_scale = 2});
  CHECK(one.kind == LayoutKind::Wide);
  CHECK(two.kind != LayoutKind::Wide);
  CHECK(two.header.height > one.header.height);
}

TEST_SUITE_END();
