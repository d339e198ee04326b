#include "ui/model/guess.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace awaitscope;

namespace {

OutputLines lines_of(std::initializer_list<const char*> texts) {
  OutputLines output;
  for (const char* text : texts) {
    OutputLine& line = output.lines.emplace_back();
    line.text = text;
    line.step = output.lines.size() * 10;
  }
  return output;
}

}  // namespace

TEST_SUITE_BEGIN("ui: guess");

TEST_CASE(
    "the right answer is always among the choices, each is there once, and nothing comes last") {
  const OutputLines output = lines_of({"b", "a", "b", "c", "", "d", "e", "b"});
  Guess guess;
  for (size_t printed = 0; printed <= output.lines.size(); ++printed) {
    CAPTURE(printed);
    guess.ask(output, printed, 1);
    CHECK(guess.choices.size() <= Guess::kMostLines + 1);
    CHECK(guess.choices.back().empty());
    CHECK(std::is_sorted(guess.choices.begin(), guess.choices.end() - 1));
    CHECK(std::adjacent_find(guess.choices.begin(), guess.choices.end()) == guess.choices.end());
    REQUIRE(guess.answer < guess.choices.size());
    const std::string_view right = guess.choices[guess.answer];
    if (printed == output.lines.size())
      CHECK(right.empty());
    else
      CHECK(right == output.lines[printed == 4 ? 5 : printed].text);  // an empty line says nothing
  }
}

TEST_CASE("the order of the choices does not tell the right one") {
  const OutputLines output = lines_of({"z", "y", "x"});
  Guess guess;
  guess.ask(output, 0, 1);
  CHECK(guess.choices.front() == "x");
  CHECK(guess.answer == 2);
}

TEST_CASE("another program begins to count anew") {
  const OutputLines output = lines_of({"a"});
  Guess guess;
  guess.ask(output, 0, 1);
  guess.asked = guess.right = 1;
  guess.ask(output, 1, 1);
  CHECK(guess.asked == 1);
  guess.ask(output, 0, 2);
  CHECK(guess.asked == 0);
}

TEST_SUITE_END();
