// Text in scripts that our own fonts have no glyphs for is drawn by the host, run by run.
#include "ui/foreign_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/ui/headless.h"
#include "ui/controls.h"

using namespace awaitscope;
using awaitscope::testing::Headless;

namespace {

bool is_latin(void*, char32_t c) { return c < 0x250; }

std::vector<std::string> runs_of(std::string_view text) {
  std::vector<std::string> runs;
  while (!text.empty()) {
    const size_t length = ForeignText::run_at(text, is_latin, nullptr);
    runs.emplace_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return runs;
}

using Runs = std::vector<std::string>;

// A host that draws each run as a block of its own size, and remembers what it was asked for.
struct Drawing {
  std::vector<std::string> asked;

  DrawRun draw() {
    return [this](std::string_view text, float size, bool) {
      asked.emplace_back(text);
      const int side = int(size);
      RunImage image{side, side, side - 2, float(side), text == "😀", {}};
      image.pixels.assign(size_t(side * side), text == "😀" ? 0xff00ffffu : 0xffffffffu);
      return image;
    };
  }
  size_t times(std::string_view text) const {
    size_t count = 0;
    for (const std::string& each : asked) count += each == text;
    return count;
  }
};

}  // namespace

TEST_SUITE_BEGIN("ui: foreign text");

TEST_CASE(
    "a character that stands alone is a run; one with marks, a flag or a family is one, too") {
  CHECK(runs_of("你好") == Runs{"你", "好"});
  CHECK(runs_of("한글") == Runs{"한", "글"});
  CHECK(runs_of("😀👍🏽") == Runs{"😀", "👍🏽"});
  CHECK(runs_of("👨‍👩‍👧🇩🇪🇫🇷") == Runs{"👨‍👩‍👧", "🇩🇪", "🇫🇷"});
  CHECK(runs_of("が") == Runs{"が"});
}

TEST_CASE("a word is one run where letters join or run from right to left") {
  CHECK(runs_of("שלום") == Runs{"שלום"});
  CHECK(runs_of("مرحبا") == Runs{"مرحبا"});
  CHECK(runs_of("नमस्ते") == Runs{"नमस्ते"});
}

TEST_CASE("what is no UTF-8, cut off or without end is cut into runs that are never empty") {
  for (const std::string& text : {std::string("\xe4\xbd"), std::string("\xff\xfe"),
                                  std::string("\xf0\x9f"), std::string(4000, '\xd7'), [] {
                                    std::string long_word;
                                    for (int i = 0; i < 500; ++i) long_word += "ש";
                                    return long_word;
                                  }()}) {
    std::string again;
    for (const std::string& run : runs_of(text)) {
      CHECK_FALSE(run.empty());
      CHECK(run.size() <= 100);
      again += run;
    }
    CHECK(again == text);
  }
}

TEST_CASE("each run is asked for once, and is as wide as the host says") {
  Drawing drawing;
  Headless ui;
  ui.interface.host().draw_run = drawing.draw();
  ui.session.load("print('你好 😀 שלום')\n");
  ui.settle();
  ui.session.seek(ui.session.steps() - 1);
  ui.settle();
  CHECK(drawing.times("你") > 0);
  CHECK(drawing.times("שלום") > 0);
  const size_t before = drawing.asked.size();
  for (int i = 0; i < 5; ++i) ui.frame();
  ui.session.seek(0);
  ui.settle();
  CHECK(drawing.asked.size() == before);
  CHECK(text_width(Type::Code, "你你") == doctest::Approx(2 * text_width(Type::Code, "你")));
  CHECK(text_width(Type::Code, "你") == doctest::Approx(13).epsilon(0.1));
  CHECK(text_fitting(Type::Code, "你好", 14) == 3);
}

TEST_CASE("what has colours of its own keeps them, and the rest takes the text's") {
  Drawing drawing;
  Headless ui;
  ui.interface.host().draw_run = drawing.draw();
  ui.session.load("print('你 😀')\n");
  ui.settle();
  std::string_view plain = "你", coloured = "😀";
  CHECK_FALSE(next_glyph(Type::Code, plain)->Colored);
  CHECK(next_glyph(Type::Code, coloured)->Colored);
  CHECK(plain.empty());
  CHECK(coloured.empty());
}

TEST_CASE("where no host draws there is the glyph for what there is none of, and no frame more") {
  Headless ui;
  ui.session.load("print('你好')\n");
  ui.settle();
  CHECK_FALSE(ui.interface.wants_frame());
  std::string_view text = "你";
  CHECK(next_glyph(Type::Code, text)->Codepoint != 0x4f60);
}

TEST_CASE("a host that cannot draw a run is not asked for ever") {
  Headless ui;
  int asked = 0;
  ui.interface.host().draw_run = [&](std::string_view, float, bool) {
    ++asked;
    return RunImage();
  };
  ui.session.load("print('你')\n");
  ui.settle();
  const int before = asked;
  for (int i = 0; i < 5; ++i) ui.frame();
  CHECK(asked == before);
  CHECK_FALSE(ui.interface.wants_frame());
}

TEST_CASE("thousands of different characters do not grow the atlas without end") {
  Drawing drawing;
  Headless ui;
  ui.interface.host().draw_run = drawing.draw();
  for (int page = 0; page < 12; ++page) {
    std::string text;
    for (int i = 0; i < 200; ++i) {
      const int c = 0x4e00 + page * 200 + i;
      text += {char(0xe0 | c >> 12), char(0x80 | (c >> 6 & 63)), char(0x80 | (c & 63))};
      if (i % 20 == 19) text += "\n# ";
    }
    ui.session.load("# " + text + "\n");
    ui.settle();
  }
  CHECK(ImGui::GetIO().Fonts->TexHeight <= 2048);
  CHECK(drawing.asked.size() > 1000);
}

TEST_SUITE_END();
