// What a place says while the pointer is on it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/ui/headless.h"

using namespace awaitscope;
using awaitscope::testing::Headless;

namespace {

// Only what is said of a place is drawn above everything else.
const ImVector<ImDrawVert>& tip() { return ImGui::GetForegroundDrawList()->VtxBuffer; }

void rest(Headless& ui) {
  for (int i = 0; i < 30; ++i) ui.frame(0.05f);
}

}  // namespace

TEST_SUITE_BEGIN("ui: tips");

TEST_CASE("what is said of a place goes when it is pressed, and comes when one is back") {
  Headless ui;
  ui.session.load_lesson("blocking");
  ui.session.seek(40);
  ui.settle();
  for (const char* id : {"transport.back", "transport.turn", "timeline.in", "source.copy"}) {
    CAPTURE(std::string(id));
    const Widget place = *ui.find(id);
    const float x = place.x + place.width / 2, y = place.y + place.height / 2;
    ui.point(x, y);
    rest(ui);
    CHECK(tip().Size > 0);
    ui.click(x, y);
    rest(ui);
    CHECK(tip().Size == 0);
    ui.point(x, 5);
    ui.point(x, y);
    rest(ui);
    CHECK(tip().Size > 0);
  }
}

TEST_CASE("what is said of a bar covers nothing of the timeline, and goes when it is pressed") {
  Headless ui;
  for (const char* lesson : {"blocking", "queue", "interleaving"}) {
    ui.session.load_lesson(lesson);
    ui.session.seek(SIZE_MAX);
    ui.settle();
    const std::vector<Widget> widgets = ui.interface.widgets();
    const float lanes = ui.find("timeline")->y;
    size_t said = 0;
    for (const Widget& bar : widgets) {
      if (!bar.id.starts_with("timeline.bar.") || bar.height < 8) continue;
      CAPTURE(bar.id);
      ui.point(bar.x + bar.width / 2, bar.y + bar.height / 2);
      ui.frame();
      if (tip().Size == 0) continue;  // another bar lies over it
      ++said;
      float lowest = 0;
      for (const ImDrawVert& vertex : tip()) lowest = std::max(lowest, vertex.pos.y);
      CHECK(lowest < lanes);
    }
    CHECK(said > 2);
  }
  const Widget bar = *std::find_if(
      ui.interface.widgets().begin(), ui.interface.widgets().end(),
      [](const Widget& w) { return w.id.starts_with("timeline.bar.") && w.height > 8; });
  ui.click(bar.x + bar.width / 2, bar.y + bar.height / 2);
  rest(ui);
  CHECK(tip().Size == 0);
}

TEST_SUITE_END();
