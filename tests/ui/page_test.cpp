// What a page around the interface needs of it: the way out for the keyboard, what is looked at as
// a text, and what can be taken along.
#include <map>

#include "doctest/doctest.h"
#include "imgui_internal.h"
#include "tests/ui/headless.h"
#include "ui/theme.h"

namespace awaitscope {
namespace {

using testing::Headless;

ImWchar codepoint_of(ImWchar c) {
  char utf8[5];
  std::string_view text = ImTextCharToUtf8(utf8, c);
  return ImWchar(next_glyph(Type::Code, text)->Codepoint);
}

TEST_SUITE_BEGIN("ui: page");

TEST_CASE("letters that the interface's own words do without are there once a program has them") {
  Headless ui;
  ui.session.load("print('Привет ▒ ő')\n");
  ui.settle();
  CHECK_FALSE(fonts_lack_glyphs());
  for (ImWchar c : {0x41f, 0x432, 0x2592, 0x151, int('p')}) {
    CAPTURE(c);
    CHECK(codepoint_of(c) == c);
  }
  CHECK(codepoint_of(0x4f60) != 0x4f60);
}

TEST_CASE("Tab comes to every control once, and then there is none to go to") {
  Headless ui;
  ui.settle();
  std::map<std::string, int> reached;
  int count = 0;
  for (; !ui.interface.at_edge(1) && count < 100; ++count) {
    ui.key(ImGuiKey_Tab);
    ++reached[std::string(ui.interface.focused())];
  }
  CHECK(count > 10);
  CHECK(count < 100);
  for (const auto& each : reached) {
    CAPTURE(each.first);
    CHECK(each.second == 1);
  }
  SUBCASE("and back to the first") {
    int back = 0;
    for (; !ui.interface.at_edge(-1) && back < 100; ++back) ui.key(ImGuiKey_Tab, true);
    CHECK(back == count - 1);
  }
  SUBCASE("where nothing is around it, it begins again") {
    ui.key(ImGuiKey_Tab);
    CHECK(reached.count(std::string(ui.interface.focused())) == 1);
  }
}

TEST_CASE("what is looked at is a text, from which it comes back") {
  Headless ui(390, 844);
  ui.settle();
  CHECK(ui.interface.place() == "");
  ui.click("tab.loop");
  ui.settle();
  CHECK(ui.interface.place() == "loop");
  ui.click("tab.timeline");
  ui.key(ImGuiKey_Equal);
  ui.key(ImGuiKey_Equal);
  ui.settle();
  const std::string place = ui.interface.place();
  CHECK(place.substr(0, 9) == "timeline,");
  Headless other(390, 844);
  other.interface.set_place(place);
  other.settle();
  CHECK(other.interface.place() == place);
  SUBCASE("and nonsense changes nothing") {
    for (const char* nonsense : {"", "nowhere", "timeline,", "timeline,5,1", ",,", "timeline,x,y",
                                 "timeline,-,8", "timeline,1.2", "timeline,1;5", "timeline,.,."}) {
      other.interface.set_place(nonsense);
      other.settle();
      CHECK(other.interface.place() == place);
    }
  }
}

TEST_CASE("the place of the program's text is known where it is shown") {
  Headless ui(390, 844);
  ui.settle();
  CHECK(ui.interface.source_area().height > 100);
  ui.click("tab.output");
  ui.settle();
  CHECK(ui.interface.source_area().empty());
  CHECK_FALSE(ui.interface.covered());
  ui.type('?');
  CHECK(ui.interface.covered());
}

TEST_CASE("what can be taken along is what the host can do") {
  Headless ui;
  ui.settle();
  CHECK(ui.find("window.share") == nullptr);
  std::map<std::string, std::string> saved;
  int links = 0;
  ui.interface.host().save_file = [&](std::string_view name, std::string_view text) {
    saved[std::string(name)] = text;
    return "Saved as " + std::string(name);
  };
  ui.interface.host().copy_link = [&] { ++links; };
  CHECK(saved.empty());
  for (const char* id :
       {"share.link", "share.python", "share.json", "share.chrome", "share.svg", "share.mermaid"}) {
    ui.settle();
    ui.click("window.share");
    ui.settle();
    CHECK(ui.find("share.embed") == nullptr);
    CHECK(ui.find("share.png") == nullptr);
    ui.click(id);
  }
  CHECK(links == 1);
  CHECK(saved["main.py"] == ui.session.source());
  CHECK(saved["trace.json"].find("\"events\"") != std::string::npos);
  CHECK(saved["timeline.svg"].substr(0, 4) == "<svg");
  CHECK(saved["diagram.mmd"].substr(0, 15) == "sequenceDiagram");
  CHECK(saved["trace-chrome.json"].find("traceEvents") != std::string::npos);
}

TEST_CASE("who can draw a picture is given the timeline to draw, in the scale that is shown") {
  Headless ui;
  ui.session.load_lesson("timeout");
  std::vector<std::string> pictures;
  ui.interface.host().save_picture = [&](std::string_view name, std::string_view svg) {
    CHECK(name == "timeline.png");
    pictures.emplace_back(svg);
  };
  for (int scale = 0; scale < 2; ++scale) {
    ui.settle();
    ui.click("window.share");
    ui.settle();
    ui.click("share.png");
    ui.click("timeline.time");
  }
  REQUIRE(pictures.size() == 2);
  CHECK(pictures[0].substr(0, 4) == "<svg");
  CHECK(pictures[0] != pictures[1]);
}

TEST_CASE("the scale of the timeline is a part of what is looked at") {
  Headless ui;
  ui.session.load_lesson("timeout");
  ui.settle();
  ui.click("timeline.time");
  CHECK(ui.interface.place() == "source,time");
  ui.key(ImGuiKey_Equal);
  ui.settle();
  const std::string place = ui.interface.place();
  CHECK(place.substr(place.size() - 5) == ",time");
  Headless other;
  other.session.load_lesson("timeout");
  other.interface.set_place(place);
  other.settle();
  CHECK(other.interface.place() == place);
  CHECK(other.find("timeline.time")->value == "true");
  other.interface.set_place("source");
  other.settle();
  CHECK(other.find("timeline.time")->value == "false");
}

TEST_CASE("nothing moves away from under the first finger that touches it") {
  Headless ui;
  ui.settle();
  const Widget before = *ui.find("transport.forward");
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  io.AddMousePosEvent(before.x + before.width / 2, before.y + before.height / 2);
  io.AddMouseButtonEvent(0, true);
  ui.frames(3);
  CHECK(ui.find("transport.forward")->y == before.y);
  io.AddMouseButtonEvent(0, false);
  ui.settle();
  CHECK(ui.session.step() == 1);
  CHECK(ui.find("transport.forward")->height >= 44);
}

TEST_SUITE_END();

}  // namespace
}  // namespace awaitscope
