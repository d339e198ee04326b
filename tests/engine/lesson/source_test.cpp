#include "engine/lesson/source.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/lessons.h"
#include "tests/engine/lesson/lesson_files.h"

using namespace awaitscope;

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool is_blank(std::string_view line) { return line == "\n"; }

std::size_t indentation(std::string_view line) { return line.find_first_not_of(' '); }

// What is wrong with the layout of a program; "" if nothing is.
std::string layout_fault(const std::string& source) {
  if (source.empty() || source.back() != '\n') return "does not end with a newline";
  if (source.size() > 1 && source[source.size() - 2] == '\n') return "ends with a blank line";
  std::size_t blanks = 0;
  std::size_t before = 0;  // indentation of the last line that is not blank
  bool opened = false;     // that line ends with a colon
  bool first = true;
  for (std::string_view line : lines_of(source)) {
    const std::string shown(line);
    if (line.size() > 80) return "too long: " + shown;
    for (char c : line) {
      if (c != '\n' && (c < ' ' || c > '~')) return "not printable ASCII: " + shown;
    }
    if (is_blank(line)) {
      ++blanks;
      continue;
    }
    if (line[line.size() - 2] == ' ') return "trailing blanks: " + shown;
    const std::size_t indent = indentation(line);
    if (indent % 4 != 0) return "indented by " + std::to_string(indent) + ": " + shown;
    if (opened && indent != before + 4) return "no block after a colon: " + shown;
    if (!opened && indent > before) return "indented without a colon: " + shown;
    const std::string_view code = line.substr(indent);
    const bool defines =
        begins_with(code, "def ") || begins_with(code, "async def ") || begins_with(code, "class ");
    std::size_t wanted = 0;
    if (indent == 0 && !first) wanted = 2;  // between all that stands at the margin
    if (indent > 0 && defines && !opened) wanted = 1;
    if (indent > 0 && begins_with(code, "return closure()")) wanted = 1;  // after a function
    if (blanks != wanted) return std::to_string(blanks) + " blank lines before: " + shown;
    blanks = 0;
    before = indent;
    opened = line[line.size() - 2] == ':';
    first = false;
  }
  return "";
}

bool contains(const std::string& source, std::string_view text) {
  return source.find(text) != std::string::npos;
}

}  // namespace

TEST_SUITE_BEGIN("lesson");

TEST_CASE("the article's four listings are combinations of toggles, character for character") {
  std::size_t count = 0;
  for (const LessonInfo& lesson : lessons()) {
    if (!lesson.is_listing()) continue;
    CAPTURE(lesson.id);
    const std::string listing =
        file_text(std::string(AWAITSCOPE_TESTS_DIR) + "/conformance/listings/" +
                  std::string(lesson.id) + ".py");
    REQUIRE(!listing.empty());
    CHECK(source_of(*lesson.toggles) == listing);
    ++count;
  }
  CHECK(count == 4);
}

TEST_CASE("every combination is laid out as a person would lay it out") {
  for (std::size_t number = 0; number < kCombinationCount; ++number) {
    const std::string fault = layout_fault(source_of(Toggles::from_number(number)));
    if (fault.empty()) continue;
    FAIL(options_of(Toggles::from_number(number), Defaults::left_out), ": ", fault);
  }
}

TEST_CASE("the layout check finds what it is for") {
  CHECK(layout_fault("a = 1\n") == "");
  CHECK(layout_fault("a = 1") == "does not end with a newline");
  CHECK(layout_fault("a = 1\n\n") == "ends with a blank line");
  CHECK(layout_fault("a = 1 \n") == "trailing blanks: a = 1 \n");
  CHECK(layout_fault("if a:\n\tb\n") == "not printable ASCII: \tb\n");
  CHECK(layout_fault("if a:\n  b\n") == "indented by 2:   b\n");
  CHECK(layout_fault("a\n\n\n\nb\n") == "3 blank lines before: b\n");
  CHECK(layout_fault("class A:\n    a\n    def b():\n        c\n") ==
        "0 blank lines before:     def b():\n");
}

TEST_CASE("no two combinations give the same program") {
  std::vector<std::string> sources;
  sources.reserve(kCombinationCount);
  for (std::size_t number = 0; number < kCombinationCount; ++number) {
    sources.push_back(source_of(Toggles::from_number(number)));
  }
  std::sort(sources.begin(), sources.end());
  CHECK(std::adjacent_find(sources.begin(), sources.end()) == sources.end());
}

TEST_CASE("the article's remarks are there until __aenter__ or __aexit__ appears") {
  for (std::size_t number = 0; number < kCombinationCount; ++number) {
    const Toggles toggles = Toggles::from_number(number);
    const bool has_remarks = contains(source_of(toggles), "# ");
    const bool is_manager =
        toggles.aenter() != AenterChoice::none || toggles.aexit() != AexitChoice::none;
    if (has_remarks == is_manager) FAIL(options_of(toggles, Defaults::left_out));
  }
}

TEST_CASE("helpers are there only where they are used") {
  for (std::size_t number = 0; number < kCombinationCount; ++number) {
    const Toggles toggles = Toggles::from_number(number);
    const std::string source = source_of(toggles);
    const bool in_tasks = toggles.run() != RunChoice::single && toggles.run() != RunChoice::timeout;
    const bool in_closure =
        toggles.await() == AwaitChoice::closure || toggles.await() == AwaitChoice::sleeps;
    const bool as_expected =
        contains(source, "async def greet():") == in_tasks &&
        contains(source, "(greet()") == in_tasks &&
        contains(source, "async def closure():") == in_closure &&
        contains(source, "closure().__await__()") == in_closure &&
        contains(source, "asyncio.timeout(0.5)") == contains(source, "except TimeoutError:");
    if (!as_expected) FAIL(options_of(toggles, Defaults::left_out));
  }
}

TEST_CASE("two tasks run the same coroutine, and the method can be called without await") {
  Toggles toggles;
  REQUIRE(!toggles.set("run", "task_group"));
  REQUIRE(!toggles.set("method", "not_awaited"));
  REQUIRE(!toggles.set("use", "await_async_with"));
  REQUIRE(!toggles.set("loop", "asyncio_run"));
  const std::string source = source_of(toggles);
  CHECK(source.substr(source.find("async def greet")) ==
        "async def greet():\n"
        "    async with await Hello() as h:\n"
        "        print(\"context\")\n"
        "        h.a_method()\n"
        "\n\n"
        "async def main():\n"
        "    async with asyncio.TaskGroup() as group:\n"
        "        group.create_task(greet())\n"
        "        group.create_task(greet())\n"
        "\n\n"
        "if __name__ == \"__main__\":\n"
        "    asyncio.run(main())\n");
}

TEST_SUITE_END();
