#include <doctest/doctest.h>

#include <string>

#include "ui/controls.h"
#include "ui/model/highlight.h"
#include "ui/model/output_lines.h"

using namespace awaitscope;

namespace {

// The ink of the first place where a word stands.
Ink ink_of(const HighlightedSource& text, const std::string& source, const std::string& word) {
  const size_t at = source.find(word);
  for (const InkRun& run : text.runs) {
    if (run.start <= at && at < run.end) return run.ink;
  }
  return Ink::Plain;
}

}  // namespace

TEST_SUITE_BEGIN("ui: text");

TEST_CASE("lines are the source's lines, and the break at its end begins no other") {
  CHECK(highlight("", Version::V3_14).lines.size() == 1);
  CHECK(highlight("a", Version::V3_14).lines.size() == 1);
  CHECK(highlight("a\n", Version::V3_14).lines.size() == 1);
  CHECK(highlight("a\n\nb\n", Version::V3_14).lines.size() == 3);
  const HighlightedSource text = highlight("a = 1\r\nbc\r\n", Version::V3_14);
  REQUIRE(text.lines.size() == 2);
  CHECK(text.lines[0].end == 5);
  CHECK(text.longest == 5);
}

TEST_CASE("words have the colours of what they are") {
  const std::string source =
      "import asyncio\n"
      "@wraps\n"
      "async def greet(self):  # hello\n"
      "    await asyncio.sleep(1)\n"
      "    print(\"text\", None)\n";
  const HighlightedSource text = highlight(source, Version::V3_14);
  CHECK(ink_of(text, source, "import") == Ink::Keyword);
  CHECK(ink_of(text, source, "wraps") == Ink::Decorator);
  CHECK(ink_of(text, source, "async def") == Ink::Await);
  CHECK(ink_of(text, source, "greet") == Ink::Definition);
  CHECK(ink_of(text, source, "self") == Ink::Self);
  CHECK(ink_of(text, source, "# hello") == Ink::Comment);
  CHECK(ink_of(text, source, "await") == Ink::Await);
  CHECK(ink_of(text, source, "sleep") == Ink::Plain);
  CHECK(ink_of(text, source, "1)") == Ink::Number);
  CHECK(ink_of(text, source, "print") == Ink::Builtin);
  CHECK(ink_of(text, source, "\"text\"") == Ink::String);
  CHECK(ink_of(text, source, "None") == Ink::Number);
}

TEST_CASE("no run crosses a line, not even of a string over three lines") {
  const std::string source = "s = '''a\nbc\n'''\nx = 1\n";
  const HighlightedSource text = highlight(source, Version::V3_14);
  REQUIRE(text.lines.size() == 4);
  for (const SourceLine& line : text.lines) {
    for (uint32_t i = 0; i < line.runs; ++i) {
      const InkRun& run = text.runs[line.first_run + i];
      CHECK(run.start >= line.start);
      CHECK(run.end <= line.end);
      CHECK(run.start < run.end);
    }
  }
  CHECK(ink_of(text, source, "bc") == Ink::String);
}

TEST_CASE("pieces of output are lines, each with the step that began it") {
  OutputLines output;
  output.assign({{false, "one\ntwo", 3}, {false, " more\n", 5}, {false, "three\n", 9}});
  REQUIRE(output.lines.size() == 3);
  CHECK(output.lines[0].text == "one");
  CHECK(output.lines[1].text == "two more");
  CHECK(output.lines[1].step == 3);
  CHECK(output.lines[1].at(4) == "two");
  CHECK(output.lines[1].at(5) == "two more");
  CHECK(output.lines[2].step == 9);
  CHECK(output.count_at(2) == 0);
  CHECK(output.count_at(3) == 2);
  CHECK(output.count_at(100) == 3);
}

TEST_CASE("what goes to standard error is not mixed into a line of standard output") {
  OutputLines output;
  output.assign({{false, "out", 1}, {true, "err\n", 2}, {false, "put\n", 3}, {true, "\n", 4}});
  REQUIRE(output.lines.size() == 4);
  CHECK(output.lines[0].text == "out");
  CHECK_FALSE(output.lines[0].error);
  CHECK(output.lines[1].error);
  CHECK(output.lines[2].text == "put");
  CHECK(output.lines[3].text.empty());
}

TEST_CASE("long lines of output take several rows, counted in characters and not in bytes") {
  OutputLines output;
  output.assign(
      {{false,
        "\n12345678\n123456789\n\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\xc3\xa4\n",
        1}});
  output.break_after(8);
  CHECK(output.first_row == std::vector<uint32_t>{0, 1, 2, 4, 5});
  output.break_after(100);
  CHECK(output.first_row == std::vector<uint32_t>{0, 1, 2, 3, 4});
}

TEST_CASE("numbers are grouped for reading, and not in ids") {
  CHECK(Line("step ", 1234567u).view() == "step 1,234,567");
  CHECK(Line(999).view() == "999");
  CHECK(Line(-1000).view() == "-1,000");
  CHECK(Line("id.", Line().add_plain(1234567).view()).view() == "id.1234567");
  CHECK(Line().add_seconds(0.5).view() == "0.5 s");
}

TEST_CASE("a line that is too long is cut and stays within its memory") {
  const std::string long_text(1000, 'x');
  CHECK(Line(long_text).view().size() < 300);
}

TEST_SUITE_END();
