// Can everybody read it? Contrasts are measured on what is drawn, of each letter with what lies
// under it; and what colours mean is there for those who see fewer of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "tests/ui/headless.h"
#include "tests/ui/raster.h"
#include "ui/theme.h"

namespace awaitscope {
namespace {

using namespace testing;

constexpr Theme kThemes[] = {Theme::Dark, Theme::Light, Theme::HighContrast};
constexpr const char* kThemeNames[] = {"dark", "light", "high contrast"};
constexpr Sight kSights[] = {Sight::Usual, Sight::Protanopia, Sight::Deuteranopia,
                             Sight::Tritanopia};
constexpr float kText = 4.5f, kGraphics = 3;  // WCAG 2.1, level AA

std::string program(const char* name) {
  std::ifstream file(std::string(AWAITSCOPE_TESTS_DIR "/ui/gallery/") + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string hex(ImU32 colour) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", unsigned(colour & 255),
                unsigned(colour >> 8 & 255), unsigned(colour >> 16 & 255));
  return text;
}

// What can be read too badly, each pair of colours once. What cannot be pressed now is let off, as
// WCAG does.
std::string unreadable(Headless& ui) {
  ui.settle();
  std::ostringstream words;
  std::set<std::pair<ImU32, ImU32>> known;
  for (const Glyph& glyph : rasterise(1).glyphs) {
    const float measured = contrast(glyph.ink, glyph.ground);
    if (measured >= kText) continue;
    bool disabled = false;
    for (const Widget& w : ui.interface.widgets())
      disabled |= !w.enabled && glyph.at.x >= w.x && glyph.at.x < w.x + w.width &&
                  glyph.at.y >= w.y && glyph.at.y < w.y + w.height;
    if (disabled || !known.insert({glyph.ink, glyph.ground}).second) continue;
    words << hex(glyph.ink) << " on " << hex(glyph.ground) << " at " << int(glyph.at.x) << ","
          << int(glyph.at.y) << ": " << measured << "\n";
  }
  return words.str();
}

TEST_SUITE_BEGIN("ui: contrast");

TEST_CASE("letters are measured where they are drawn") {
  Headless ui;
  const Picture picture = rasterise(1);
  CHECK(picture.glyphs.size() > 500);
  const Palette& c = palette_of(Theme::Dark);
  CHECK(picture.at(700, 300) == c.panel);
  std::set<ImU32> inks;
  for (const Glyph& glyph : picture.glyphs) inks.insert(glyph.ink);
  CHECK(inks.count(c.text) == 1);
  CHECK(contrast(IM_COL32(255, 255, 255, 255), IM_COL32(0, 0, 0, 255)) == doctest::Approx(21));
  CHECK(contrast(IM_COL32(119, 119, 119, 255), IM_COL32(255, 255, 255, 255)) ==
        doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("every word has the contrast that reading needs, in every theme and wherever one is") {
  const std::pair<const char*, std::function<void(Headless&)>> places[] = {
      {"start", [](Headless&) {}},
      {"listing",
       [](Headless& ui) {
         ui.session.load_lesson("awaits-itself");
         ui.session.seek(40);
       }},
      {"group",
       [](Headless& ui) {
         ui.session.load(program("group.py"));
         ui.session.seek(100);
       }},
      {"the end of a group",
       [](Headless& ui) {
         ui.session.load(program("group.py"));
         ui.session.seek(ui.session.steps() - 1);
       }},
      {"locks",
       [](Headless& ui) {
         ui.session.load(program("locks.py"));
         ui.session.seek(200);
       }},
      {"virtual time",
       [](Headless& ui) {
         ui.session.load(program("locks.py"));
         ui.session.seek(120);
         ui.settle();
         ui.click("timeline.time");
       }},
      {"breakpoints",
       [](Headless& ui) {
         ui.session.load(program("locks.py"));
         ui.session.seek(100);
         ui.settle();
         ui.interface.activate("source.break.13");
       }},
      {"an injection",
       [](Headless& ui) {
         ui.session.load(program("group.py"));
         ui.session.seek(60);
         ui.session.inject(4);
       }},
      {"a mistake",
       [](Headless& ui) {
         ui.session.set("use", "sync_with");
         ui.session.seek(ui.session.steps() - 1);
       }},
      {"an error", [](Headless& ui) { ui.session.load("def f(:\n    pass\n"); }},
      {"predicting",
       [](Headless& ui) {
         ui.settle();
         ui.click("output.predict");
       }},
      {"help", [](Headless& ui) { ui.type('?'); }},
      {"lessons", [](Headless& ui) { ui.key(ImGuiKey_L); }},
      {"what can be raised",
       [](Headless& ui) {
         ui.session.load(program("group.py"));
         ui.session.seek(60);
         ui.settle();
         ui.click("loop.inject.4.raise");
       }},
      {"comparison",
       [](Headless& ui) {
         ui.click("source.pin");
         ui.session.set("use", "await");
         ui.settle();
         ui.key(ImGuiKey_J);
       }},
  };
  for (const Theme theme : kThemes) {
    for (const auto& place : places) {
      for (const bool phone : {false, true}) {
        CAPTURE(std::string(kThemeNames[int(theme)]));
        CAPTURE(std::string(place.first));
        CAPTURE(phone);
        Headless ui(1280, 800);
        ui.interface.set_theme({theme});
        place.second(ui);
        if (phone) {
          ui.resize(390, 844);
          ui.interface.set_place(ui.session.step() % 2 ? "timeline" : "loop");
        }
        CHECK(unreadable(ui) == "");
      }
    }
  }
}

TEST_CASE("what lies under the mouse can be read as well") {
  for (const Theme theme : kThemes) {
    CAPTURE(std::string(kThemeNames[int(theme)]));
    Headless ui;
    ui.interface.set_theme({theme});
    ui.session.load_lesson("cancellation");
    ui.session.seek(30);
    ui.settle();
    for (const char* id :
         {"toggle.await.closure", "toggle.init.async", "source.line.12", "transport.play", "lesson",
          "window.share", "source.copy", "output.1", "loop.task.1", "timeline.fit"}) {
      CAPTURE(std::string(id));
      const Widget* widget = ui.find(id);
      if (!widget || widget->height == 0) continue;
      ui.point(widget->x + widget->width / 2, widget->y + widget->height / 2);
      for (int i = 0; i < 40; ++i) ui.frame(0.05f);  // until its tooltip is there
      CHECK(unreadable(ui) == "");
    }
  }
}

TEST_CASE("marks, edges and lines that say something stand out from what they are on") {
  for (const Theme theme : kThemes) {
    const Palette& c = palette_of(theme);
    CAPTURE(std::string(kThemeNames[int(theme)]));
    for (const ImU32 mark : {c.accent, c.error, c.warning, c.good, c.muted, c.text, c.faint}) {
      CAPTURE(hex(mark));
      CHECK(contrast(mark, c.panel) >= kGraphics);
      CHECK(contrast(mark, c.raised) >= kGraphics);
    }
    for (uint32_t task = 0; task <= kTaskColours; ++task) {
      CAPTURE(task);
      const ImU32 colour = task_colour(theme, task);
      const BarInk ink = bar_ink(theme, colour);
      CHECK(contrast(colour, c.panel) >= kGraphics);
      CHECK(contrast(ink.edge, c.panel) >= kGraphics);
      CHECK(contrast(ink.hatch, ink.rest) >= kGraphics);
      CHECK(contrast(c.text, ink.running) >= kText);
      CHECK(contrast(c.text, ink.rest) >= kText);
      CHECK(contrast(c.text, ink.handle) >= kText);
    }
  }
}

TEST_CASE("the states of a bar differ with every sight") {
  constexpr float kTellsApart = 6;  // three times what can just be told
  for (const Theme theme : kThemes) {
    const Palette& c = palette_of(theme);
    for (const Sight sight : kSights) {
      CAPTURE(std::string(kThemeNames[int(theme)]));
      CAPTURE(int(sight));
      auto apart = [&](ImU32 one, ImU32 other) {
        return difference(seen_with(sight, one), seen_with(sight, other));
      };
      CHECK(apart(c.error, c.warning) >= kTellsApart);
      for (uint32_t task = 0; task <= kTaskColours; ++task) {
        CAPTURE(task);
        const BarInk ink = bar_ink(theme, task_colour(theme, task));
        CHECK(apart(ink.running, ink.rest) >= kTellsApart);
        CHECK(apart(ink.rest, ink.hatch) >= kTellsApart);
        CHECK(apart(ink.running, c.panel) >= kTellsApart);
        CHECK(apart(ink.running, c.error) >= kTellsApart);
        CHECK(apart(ink.running, c.warning) >= kTellsApart);
        for (uint32_t other = task + 1; other <= kTaskColours; ++other) {
          CAPTURE(other);
          CHECK(apart(task_colour(theme, task), task_colour(theme, other)) >= 3);
        }
      }
    }
  }
}

// Along a row of pixels: how often it changes between darker and lighter than half way.
int changes(const Picture& picture, float scale, float x0, float x1, float y) {
  std::vector<float> row;
  for (int x = int(x0 * scale); x < int(x1 * scale); ++x)
    row.push_back(luminance(picture.at(x, int(y * scale))));
  const auto [least, most] = std::minmax_element(row.begin(), row.end());
  if (row.empty() || *most - *least < 0.01f) return 0;
  const float half = (*most + *least) / 2;
  int count = 0;
  for (size_t i = 1; i < row.size(); ++i) count += (row[i] > half) != (row[i - 1] > half);
  return count;
}

TEST_CASE("running, suspended, queued, failed and cancelled differ in their shapes as well") {
  constexpr float kScale = 2;
  for (const Theme theme : kThemes) {
    CAPTURE(std::string(kThemeNames[int(theme)]));
    Headless ui(1600, 900, kScale);
    ui.interface.set_theme({theme});
    ui.session.set_python(Version::V3_11);  // whose steps the places below are of
    ui.session.load(
        "import asyncio\n\n\nasync def fails():\n    await asyncio.sleep(1)\n    raise "
        "OSError\n\n\n"
        "async def goes():\n    await asyncio.sleep(9)\n\n\nasync def main():\n"
        "    tasks = [asyncio.create_task(fails()), asyncio.create_task(goes())]\n"
        "    await asyncio.sleep(2)\n    tasks[1].cancel()\n"
        "    await asyncio.wait(tasks)\n\n\nasyncio.run(main())\n");
    ui.session.seek(ui.session.steps() - 1);
    ui.settle();
    const Picture picture = rasterise(kScale);
    const Recording& recording = ui.session.recording();
    std::map<std::string, Widget> bars;
    for (const Widget& w : ui.interface.widgets()) {
      if (w.id.rfind("timeline.bar.", 0) != 0 || w.height <= 0) continue;
      bars[recording.code_of(uint32_t(std::stoul(w.id.substr(13)))).qualname] = w;
    }
    REQUIRE(bars.count("fails") == 1);
    REQUIRE(bars.count("goes") == 1);
    const Widget &failed = bars["fails"], &cancelled = bars["goes"];
    // Nothing but the middle of a bar: its name is at its left, its end at its right.
    auto middle = [](const Widget& w) { return w.y + w.height / 2; };
    CHECK(changes(picture, kScale, failed.x + failed.width * 0.45f, failed.x + failed.width * 0.8f,
                  middle(failed)) > 8);  // hatched where it is suspended
    const float run_end = failed.x + failed.width - 7;
    CHECK(changes(picture, kScale, run_end - 4, run_end, middle(failed)) == 0);  // solid
    // The last four points: filled, or an empty box.
    auto end = [&](const Widget& w, float from, float to) {
      return changes(picture, kScale, w.x + w.width - from, w.x + w.width - to, middle(w));
    };
    CHECK(end(failed, 4.5f, 1.5f) == 0);
    CHECK(end(cancelled, 4.5f, 0.5f) >= 2);
    // Above them a task's line: dashed while it is in the queue, before its first step.
    int dashes = 0;
    for (float y = -7; y < -2; y += 0.5f)
      dashes =
          std::max(dashes, changes(picture, kScale, failed.x - 60, failed.x - 8, failed.y + y));
    CHECK(dashes > 8);
    // And at its end a cross, or a circle that is struck out.
    auto sign = [&](const Widget& w) {
      std::vector<bool> shape;
      for (int y = -5; y <= 5; ++y)
        for (int x = 0; x <= 10; ++x)
          shape.push_back(contrast(picture.at(int((w.x + w.width + float(x)) * kScale),
                                              int((w.y - 4.5f + float(y)) * kScale)),
                                   palette_of(theme).panel) > 2);
      return shape;
    };
    const std::vector<bool> cross = sign(failed), circle = sign(cancelled);
    int differ = 0;
    for (size_t i = 0; i < cross.size(); ++i) differ += cross[i] != circle[i];
    CHECK(differ > 10);
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace awaitscope
