// The timeline as a picture: what is in it, that it can be read, and that XML it is.
#include "engine/recording/pictures/svg.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "engine/unicode/utf8.h"
#include "tests/engine/recording/script.h"

namespace awaitscope {
namespace {

using namespace testing;

std::string picture_of(const Script& script, TimelinePicture picture = {}) {
  TimelineModel model;
  model.extend(script.recording);
  return timeline_svg(model, script.recording, picture);
}

TimelinePicture steps(uint32_t first, uint32_t last) {
  TimelinePicture picture;
  picture.first = first;
  picture.last = last;
  return picture;
}

size_t count(std::string_view svg, std::string_view part) {
  size_t n = 0;
  for (size_t at = svg.find(part); at != svg.npos; at = svg.find(part, at + 1)) ++n;
  return n;
}

bool has(std::string_view svg, std::string_view part) { return svg.find(part) != svg.npos; }

double number_after(std::string_view text, std::string_view what) {
  const size_t at = text.find(what);
  REQUIRE(at != text.npos);
  return std::strtod(text.data() + at + what.size(), nullptr);
}

struct Words {
  std::string text;
  double left, right, y;
};

// Where its words are, in fonts that are rather wide.
std::vector<Words> words_of(std::string_view svg) {
  std::vector<Words> all;
  for (size_t at = svg.find("<text "); at != svg.npos; at = svg.find("<text ", at + 1)) {
    const size_t inner = svg.find('>', at) + 1;
    const std::string_view tag = svg.substr(at, inner - at);
    Words words{std::string(svg.substr(inner, svg.find('<', inner) - inner)), 0, 0,
                number_after(tag, " y=\"")};
    const double width =
        double(utf8::length_of(words.text)) * (has(tag, "monospace") ? 12 * 0.605 : 13 * 0.55);
    words.left = number_after(tag, " x=\"") - (has(tag, "text-anchor=\"end\"") ? width : 0);
    words.right = words.left + width;
    all.push_back(words);
  }
  return all;
}

// Two words that touch, or one that is cut off at the picture's edge; empty where all can be read.
std::string unreadable(std::string_view svg) {
  const std::vector<Words> all = words_of(svg);
  const double width = number_after(svg, "width=\""), height = number_after(svg, "height=\"");
  for (size_t i = 0; i < all.size(); ++i) {
    const Words& one = all[i];
    if (one.left < 0 || one.right > width || one.y < 10 || one.y > height - 3) return one.text;
    for (size_t k = i + 1; k < all.size(); ++k)
      if (std::abs(one.y - all[k].y) < 11 && one.left < all[k].right && all[k].left < one.right)
        return one.text + " | " + all[k].text;
  }
  return {};
}

// A module that calls a() in steps 2 to 5, and then b() in 6 to 9.
struct TwoCalls : Script {
  TwoCalls() {
    const uint32_t caller = call(module(9));
    for (const char* name : {"a", "b"}) {
      const uint32_t frame = call(function(name, 2, 3), caller);
      line(frame, 3);
      out(std::string("in ") + name + "\n");
      returns(frame);
    }
    returns(caller);
  }
};

}  // namespace

TEST_SUITE_BEGIN("recording: svg");

TEST_CASE("a picture has every lane and bar, hatches what is suspended, and nests its tags") {
  Script s;
  SUBCASE("of a small run") { imagine(s, 60, 2, 3); }
  SUBCASE("of a long one, folded") { imagine(s, 50'000, 6, 3); }
  TimelineModel model;
  model.extend(s.recording);
  for (const bool in_virtual_time : {false, true}) {
    TimelinePicture picture;
    picture.in_virtual_time = in_virtual_time;
    const std::string svg = timeline_svg(model, s.recording, picture);
    CHECK(svg.rfind("<svg xmlns=", 0) == 0);
    size_t rows = 0;
    for (const TimelineLane& lane : model.lanes()) rows += lane.rows.size();
    CHECK(svg.size() < 20'000 + rows * 90'000);  // however many events there are
    CHECK(count(svg, "<text") == count(svg, "</text>"));
    CHECK(count(svg, "url(#") > 0);
    CHECK(count(svg, "<rect") > std::min<size_t>(60, model.lanes().size()));
    for (size_t t = 1; t < std::min<size_t>(50, s.recording.tasks().size()); ++t) {
      const std::string name(s.recording.text(s.recording.tasks()[t].name));
      CHECK(count(svg, ">" + name + "</text>") >= 1);
    }
    CHECK_FALSE(has(svg, "nan"));
    CHECK_FALSE(has(svg, "<module>"));  // it is escaped
    CHECK_FALSE(has(svg, "\1"));
  }
}

TEST_CASE("no words of a picture touch, whatever its width and steps") {
  for (const uint32_t seed : {1u, 2u, 3u, 4u}) {
    for (const size_t events : {20u, 150u, 3000u}) {
      Script s;
      imagine(s, events, 3, seed);
      s.out("the last words of all, which are rather many\n");
      s.err("Traceback:\nValueError: and an error in the last step\n");
      for (const float width : {320.f, 520.f, 720.f, 1600.f}) {
        for (TimelinePicture picture : {TimelinePicture(), steps(5, 17), steps(40, 90)}) {
          picture.width = width;
          CAPTURE(seed);
          CAPTURE(events);
          CAPTURE(width);
          CAPTURE(picture.first);
          CHECK(unreadable(picture_of(s, picture)) == "");
        }
      }
    }
  }
}

TEST_CASE("a range of steps shows what is in it, torn off where it goes on") {
  const TwoCalls s;
  const std::string whole = picture_of(s), torn = "l-5 5 5 5 -5 5 5 5",
                    torn_left = "l5 5 -5 5 5 5 -5 5";
  CHECK(has(whole, "steps 0 to 10<"));
  CHECK_FALSE(has(whole, torn));
  CHECK_FALSE(has(whole, torn_left));

  const std::string of_a = picture_of(s, steps(2, 5));
  CHECK(has(of_a, "steps 2 to 5 of 0 to 10"));
  CHECK(has(of_a, ">a</text>"));
  CHECK(has(of_a, ">in a</text>"));
  CHECK_FALSE(has(of_a, ">b</text>"));
  CHECK_FALSE(has(of_a, "in b"));
  // The module's bar alone, at both ends, each a ground and a line.
  CHECK(count(of_a, torn) == 2);
  CHECK(count(of_a, torn_left) == 2);

  const std::string to_the_end = picture_of(s, steps(8, 1000));
  CHECK(has(to_the_end, "steps 8 to 10 of 0 to 10"));
  CHECK(count(to_the_end, torn) == 0);
  CHECK(count(to_the_end, torn_left) == 4);  // of the module and of b
}

TEST_CASE("a frame that has not ended goes on at the end of the picture") {
  Script s;
  const uint32_t module = s.call(s.module(9));
  s.line(module, 4);
  CHECK(count(picture_of(s), "l-5 5 5 5 -5 5 5 5") == 2);
}

TEST_CASE("lanes in which nothing happens in the range are left out") {
  Script s;
  imagine(s, 400, 2, 7);
  TimelineModel model;
  model.extend(s.recording);
  const std::string begin = timeline_svg(model, s.recording, steps(0, 3));
  const std::string last(
      s.recording.text(s.recording.tasks()[uint32_t(s.recording.tasks().size()) - 1].name));
  CHECK(has(picture_of(s), ">" + last + "</text>"));
  CHECK_FALSE(has(begin, ">" + last + "</text>"));
}

TEST_CASE("a picture is light or dark, or as its reader's scheme") {
  Script s;
  imagine(s, 100, 2, 3);
  TimelinePicture picture;
  const std::string both = picture_of(s, picture);
  picture.theme = Theme::Light;
  const std::string light = picture_of(s, picture);
  picture.theme = Theme::Dark;
  const std::string dark = picture_of(s, picture);
  CHECK(count(both, "@media (prefers-color-scheme: dark)") == 1);
  CHECK_FALSE(has(light, "<style"));
  CHECK_FALSE(has(dark, "<style"));
  CHECK(has(both, "fill=\"#fcfcfb\" class="));  // what knows no rules shows it light
  CHECK(has(both, "{ fill: #121418 }"));
  CHECK(has(light, "fill=\"#fcfcfb\""));
  CHECK_FALSE(has(light, "#121418"));
  CHECK(has(dark, "fill=\"#121418\""));
  CHECK_FALSE(has(dark, "#fcfcfb"));
}

TEST_CASE("a picture says what it shows to those who do not see it") {
  const std::string svg = picture_of(TwoCalls());
  CHECK(has(svg, "role=\"img\" aria-labelledby=\""));
  CHECK(has(svg, ">Timeline of a Python program, steps 0 to 10</title>"));
  CHECK(has(svg, ">Program: &lt;module>, a, b. Output: in a, in b. </desc>"));
}

TEST_CASE("two pictures in one page have no names in common, and one has always the same") {
  const TwoCalls one;
  Script other;
  imagine(other, 100, 2, 3);
  const auto id_of = [](const std::string& svg) {
    const size_t at = svg.find("<title id=\"") + 11;
    return svg.substr(at, svg.find('"', at) - at);
  };
  CHECK(id_of(picture_of(one)) != id_of(picture_of(other)));
  CHECK(id_of(picture_of(one)) != id_of(picture_of(one, steps(2, 5))));
  CHECK(picture_of(one) == picture_of(TwoCalls()));
}

TEST_CASE("names and output that XML has no characters for are written all the same") {
  Script s;
  const uint32_t module = s.call(s.module(9));
  s.new_task("a<b&\x01\xed\xa0\x80\"", module);
  s.out("<script>\x1b[1m\n");
  const std::string svg = picture_of(s);
  CHECK(has(svg, ">a&lt;b&amp;\uFFFD\uFFFD\"</text>"));
  CHECK(has(svg, "&lt;script>\uFFFD[1m"));
  for (const char c : svg) CHECK((uint8_t(c) >= 0x20 || c == '\n'));
}

TEST_CASE("what is printed in pieces is one, and of an error the last line is shown") {
  Script s;
  const uint32_t module = s.call(s.module(9));
  for (const char* piece : {"tick", " ", "3", "\n"}) s.out(piece);
  s.err("Traceback (most recent call last):\n  File \"main.py\"\nOSError: disk\n");
  s.returns(module);
  const std::string svg = picture_of(s);
  CHECK(has(svg, ">tick 3</text>"));
  CHECK(has(svg, ">OSError: disk</text>"));

  Script group;
  group.err(
      "  | ExceptionGroup: two (1 sub-exception)\n  +-+---- 1 ----\n    | KeyError: 7\n    "
      "+----\n");
  CHECK(has(picture_of(group), ">KeyError: 7</text>"));
}

TEST_CASE("a program of which nothing ran has a picture too") {
  Script s;
  SUBCASE("as it is empty") {}
  SUBCASE("as it is no Python") { s.err("SyntaxError: invalid syntax\n"); }
  const std::string svg = picture_of(s);
  CHECK(svg.rfind("<svg ", 0) == 0);
  CHECK(unreadable(svg) == "");
  CHECK_FALSE(has(svg, "nan"));
}

TEST_SUITE_END();

}  // namespace awaitscope
