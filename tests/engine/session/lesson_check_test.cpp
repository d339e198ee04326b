// What a lesson's file says, held against runs: every built-in lesson, and what is wrong with
// others.

#include "engine/session/lesson_check.h"

#include <set>

#include "doctest/doctest.h"
#include "engine/run/run.h"
#include "engine/session/printed.h"
#include "engine/session/quiz.h"
#include "engine/session/repair.h"
#include "engine/session/session.h"
#include "engine/session/stops.h"
#include "tests/engine/session/runs.h"
#include "tests/reads_well.h"

using namespace awaitscope;
using awaitscope::testing::kEvery;
using awaitscope::testing::RunProperty;
using awaitscope::testing::what_reads_badly;

TEST_SUITE_BEGIN("session: lessons");

namespace {

// What is wrong with a lesson, as the command says it; "" for nothing.
std::string wrong_with(std::string_view text) {
  const ParsedLesson parsed = parse_lesson(text, "tea");
  if (parsed.error) return in_words(*parsed.error);
  const LessonReport report = check_lesson(parsed.lesson, parsed.lesson.python_for(Version::V3_14));
  return report.wrong.empty() ? "" : in_words(report.wrong.front());
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const size_t at = text.find(from);
  REQUIRE_MESSAGE(at != text.npos, std::string(from));
  return text.replace(at, from.size(), to);
}

constexpr const char* kTea = R"(---
title: Tea
question: When is the tea ready?
---

Two tasks.

```python
import asyncio


async def brew(name, seconds):
    await asyncio.sleep(seconds)
    print(name)


async def main():
    await asyncio.gather(brew("green", 2), brew("black", 1))


asyncio.run(main())
```

## Stops

1. start of `brew`: It begins.
2. suspend of `brew`, 2nd time: Both wait.

   **Predict:** prints next

   The shorter wait ends first.

3. line with `print(name)`: The next line prints.

   **Predict:** Which tea is this?

   - [x] **Black** It needs one second.
   - [ ] **Green** It needs two.

4. print of `green`: It is ready.

## Answer

After two seconds.

### Shown by

- done by: 2 s

## Check

Which is first?

- [x] **Black** It is.
- [ ] **Green** It is not.

## Repair

Make one cup.

### Goal

- output: `green`
- done by: 2 s

### Hints

1. One cup.

### Solution

```python
import asyncio


async def main():
    await asyncio.sleep(2)
    print("green")


asyncio.run(main())
```

One is enough.
)";

struct Ran {
  Ran(std::string_view source, Version python) : run(source, options(python)) {
    run.go(200'000);
    reader = std::make_unique<Reader>(run.recording());
  }
  static RunOptions options(Version python) {
    RunOptions options;
    options.version = python;
    return options;
  }
  Run run;
  std::unique_ptr<Reader> reader;
};

// Two to four different choices, of which one is right. bad: reasons that read badly.
void check_choices(const Quiz& quiz, std::set<std::string>& bad) {
  std::set<std::string> texts;
  int right = 0;
  for (const QuizChoice& choice : quiz.choices) {
    texts.insert(choice.text);
    right += choice.right;
    CHECK(!choice.text.empty());
    if (!what_reads_badly(choice.why).empty()) bad.insert(choice.why);
  }
  CHECK(right == 1);
  CHECK(texts.size() == quiz.choices.size());
  CHECK(quiz.choices.size() >= 2);
  CHECK(quiz.choices.size() <= 4);
}

}  // namespace

TEST_CASE("every lesson is as it says, in each Python in which it is shown") {
  for (const LessonInfo& info : lessons()) {
    const Lesson lesson = parse_lesson(lesson_file_text(info.id), info.id).lesson;
    for (Version version : kOfferedVersions) {
      if (lesson.python_for(version) != version) continue;
      CAPTURE(info.id);
      CAPTURE(names_of(version).minor);
      const LessonReport report = check_lesson(lesson, version);
      for (const LessonError& error : report.wrong) FAIL_CHECK(in_words(error));
      CHECK(!lesson.facts.empty());
      CHECK(!lesson.checks.empty());
      // It shows the same things in each: the same stops, answers and goals, at whichever step.
      auto without_steps = [](const LessonReport& report) {
        std::string text;
        for (const std::string& line : report.found)
          text += line.substr(0, line.find(": step ")) + "\n";
        return text;
      };
      const Version first = lesson.python_for(Version::V3_11);
      CHECK(without_steps(report) == without_steps(check_lesson(lesson, first)));
    }
  }
}

TEST_CASE("a lesson that is as it says has nothing wrong") { CHECK(wrong_with(kTea) == ""); }

TEST_CASE("a mistake in a lesson quotes no more of it than can be read") {
  const ParsedLesson parsed =
      parse_lesson("---\ntitle: T\nquestion: Q?\n" + std::string(5000, 'k') +
                       ": x\n---\n\n```python\nprint(1)\n```\n",
                   "own");
  REQUIRE(parsed.error);
  CHECK(parsed.error->message.size() < 200);
}

TEST_CASE("what is wrong with a lesson is said with line and column") {
  struct {
    const char* from;
    const char* to;
    const char* wrong;
  } const cases[] = {
      {"---\ntitle", "title", "line 1, column 1: a lesson begins with a line `---`"},
      {"ready?\n---\n", "ready?\n", "line 5, column 1: a line of the front matter"},
      {"title: Tea\n", "", "line 1, column 1: the front matter has no `title:`"},
      {"question: When is the tea ready?\n", "",
       "line 1, column 1: the front matter has no `question:`"},
      {"ready?\n---", "ready\n---", "the `question:` ends with `?`"},
      {"title: Tea", "title: Tea\ntitle: Cup", "line 3, column 1: `title:` is here twice"},
      {"title: Tea", "titel: Tea",
       "line 2, column 1: there is no `titel:` in a lesson. Did you mean `title`?"},
      {"title: Tea", "title:", "line 2, column 1: `title:` has no value"},
      {"title: Tea", "Tea", "line 2, column 1: a line of the front matter is `name: value`"},
      {"title: Tea", "title: Tea\npython: 3.9",
       "line 3, column 9: `python:` is 3.11, 3.14 or 3.15"},
      {"title: Tea", "title: Tea\nid: My tea", "line 3, column 5: an id has only small letters"},
      {"title: Tea", "title: Tea\nswitches: await=soon",
       "line 3, column 11: 'await' cannot be 'soon'"},
      {"title: Tea", "title: Tea\nswitches: use=await",
       "line 10, column 1: a lesson has `switches:` or a program, not both"},
      {"Two tasks.\n", "", "line 1, column 1: some words belong before the stops"},
      {"## Stops", "## Stop", "line 24, column 1: a lesson has no part `Stop`."},
      {"## Stops", "## Stop", "Did you mean `Stops`?"},
      {"## Stops", "### Stops", "line 24, column 1: this heading is written `## Stops`"},
      {"### Goal", "## Goal", "this heading is written `### Goal`"},
      {"## Repair", "## Check", "line 61, column 1: this part belongs below `## Repair`"},
      {"## Answer", "## Stops", "line 42, column 1: this part is here twice"},
      {"```python\nimport", "```ruby\nimport",
       "line 8, column 1: a block is a program here: ```python"},
      {"1. start of `brew`:", "Here `brew`:", "line 26, column 1: stops are a list with numbers"},
      {"1. start of `brew`: It begins.", "1. start of `brew`",
       "line 26, column 4: a stop is a moment, a colon, and what there is to see"},
      {"start of `brew`", "begin of `brew`",
       "line 26, column 4: \"begin of `brew`\" names no moment."},
      {"start of `brew`", "strat of `brew`", "Did you mean `start`?"},
      {"start of `brew`", "start of `bre w`", "names no moment"},
      {"`brew`, 2nd time", "`brew`, often",
       "line 27, column 4: how often is written `2nd time`, after a comma"},
      {"`brew`, 2nd time", "`brew`, 0 time",
       "line 27, column 4: how often is written `2nd time`, after a comma"},
      {"start of `brew`", "start of `bruw`",
       "line 26, column 4: no function `bruw` in the program. Did you mean `brew`?"},
      {"start of `brew`", "start of `brew`, 9th time",
       "line 26, column 4: the run does not come to start of `brew`, 9th time; it does so 2 times"},
      {"start of `brew`", "raise of `brew`",
       "line 26, column 4: the run does not come to raise of `brew`"},
      {"start of `brew`", "return of `main`",
       "line 27, column 4: suspend of `brew`, 2nd time is at step"},
      {"start of `brew`", "line 99", "line 26, column 4: the program has no line 99: it has 13"},
      {"line with `print(name)`", "line with `print(nome)`",
       "line 33, column 4: no line of the program has `print(nome)`"},
      {"line with `print(name)`", "line with `asyncio`",
       "line 33, column 4: several lines have `asyncio`: 1, 5, 10, 13"},
      {"print of `green`", "print of `red`",
       "line 40, column 4: the run does not come to print of `red`"},
      {"**Predict:** prints next", "**Predict:** prints nxt",
       "line 29, column 17: a prediction is `prints next`"},
      {"**Predict:** prints next", "**Predict:** prints nxt", "Did you mean `prints next`?"},
      {"   The shorter", "   **Predict:** fails\n\n   The shorter",
       "line 31, column 17: a stop has one prediction; here is a second"},
      {"   The shorter wait ends first.\n", "   - [x] **Black** It is.\n",
       "line 31, column 10: the choices of this prediction follow from the run"},
      {"   - [ ] **Green** It needs two.\n", "",
       "line 35, column 17: a question has at least two choices"},
      {"[x] **Black** It needs", "[ ] **Black** It needs",
       "line 35, column 17: none of the choices is right"},
      {"[ ] **Green** It needs", "[x] **Green** It needs",
       "line 35, column 17: more than one of the choices is right"},
      {"**Green** It needs", "**Black** It needs", "line 35, column 17: two choices are the same"},
      {"- [ ] **Green** It needs", "- **Green** It needs",
       "line 38, column 4: a choice is written"},
      {"**Green** It needs two.", "Green. It needs two.",
       "line 38, column 10: a choice begins with what is chosen, in bold"},
      {"**Green** It needs two.", "**Green**", "line 38, column 10: after the choice, say why"},
      {"## Answer\n\nAfter two seconds.\n\n### Shown by\n\n- done by: 2 s\n", "",
       "line 1, column 1: the lesson has no `## Answer`"},
      {"- done by: 2 s\n\n## Check", "- done by: 1 s\n\n## Check",
       "line 48, column 3: the run does not show this: It ends at 2 s."},
      {"### Shown by", "### Hints", "this part belongs below `## Repair`"},
      {"Which is first?\n\n", "", "line 52, column 7: the question comes before its choices"},
      {"Make one cup.\n", "", "line 57, column 1: a repair says what to do, before its goal"},
      {"- output: `green`\n- done by: 2 s\n", "",
       "line 57, column 1: the repair has no `### Goal`"},
      {"- output: `green`", "- output: green",
       "line 63, column 3: \"output: green\" is no goal that a run can decide."},
      {"- output: `green`", "- outputs: `green`", "Did you mean `output`?"},
      {"- output: `green`", "- done by: soon", "line 63, column 3: \"done by: soon\" is no goal"},
      {"- output: `green`", "- runs: return of `mein`",
       "line 63, column 3: no function `mein` in the program. Did you mean `main`?"},
      {"- output: `green`", "output: `green`", "line 63, column 1: goals are a list"},
      {"- output: `green`", "- done by: 3 s", "line 57, column 1: there is nothing to repair"},
      {"- output: `green`", "- output: `red`",
       "line 63, column 3: the solution does not reach this goal: It prints `green` where `red` is "
       "expected."},
      {"1. One cup.\n", "", "line 57, column 1: the repair has no `### Hints`"},
      {"1. One cup.", "One cup.", "line 68, column 1: hints are a list with numbers"},
      {"### Solution\n\n```python", "### Solution\n\n<!--```python", "this comment has no end"},
      {"asyncio.run(main())\n```\n\nOne", "asyncio.run(main())\n\nOne",
       "this block has no end: a line ```"},
      {"await asyncio.sleep(2)", "await asyncio.sleep(2",
       "line 77, column 24: Python 3.14 does not take the program: '(' was never closed"},
      {"    print(name)", "    print(name",
       "line 14, column 10: Python 3.14 does not take the program: '(' was never closed"},
      {"asyncio.run(main())\n```\n\n## Stops", "while True:\n    pass\n```\n\n## Stops",
       "line 9, column 1: the program does not end within 200000 events"},
      {"asyncio.run(main())\n```\n\n## Stops", "x = 'a' * 10**9\n```\n\n## Stops",
       "line 9, column 1: the values of the program take more than 268435456 bytes of memory"},
      {"Two tasks.", "Two tasks.\n\n```python\npass\n```",
       "this is a second program; one is enough"},
      {"Two tasks.", "Two \xff tasks.", "line 6, column 5: this is not UTF-8"},
      {"Both wait.", "Both wait.\n\n   - [x] **Yes** It is.",
       "line 29, column 10: choices belong to a question"},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.from));
    CAPTURE(std::string(each.to));
    const std::string wrong = wrong_with(replaced(kTea, each.from, each.to));
    CHECK_MESSAGE(wrong.find(each.wrong) != wrong.npos,
                  "expected: " << std::string(each.wrong) << "\nsaid: " << wrong);
  }
}

TEST_CASE("a stop that comes very often takes no time") {
  const std::string loop =
      replaced(kTea, "    print(name)\n", "    for i in range(4000):\n        print(name)\n");
  std::string stops;
  for (int i = 0; i < 30; ++i) stops += "1. line with `for i`, 10000th time: No.\n";
  const std::string wrong = wrong_with(replaced(loop, "1. start", stops + "1. start"));
  CHECK_MESSAGE(
      wrong.find("does not come to line with `for i`, 10000th time; it does so 8002 times") !=
          wrong.npos,
      wrong);
}

TEST_CASE("a lesson that is too large is refused") {
  std::string text = kTea;
  auto many = [](std::string_view line, int times) {
    std::string lines;
    for (int i = 0; i < times; ++i) lines += line;
    return lines;
  };
  auto said = [&](std::string_view from, const std::string& to) {
    return wrong_with(replaced(kTea, from, to));
  };
  CHECK(wrong_with(text + std::string(kMostLessonBytes, '\n')).find("at most 65536 bytes") !=
        text.npos);
  CHECK(said("Two tasks.", std::string(kMostTextBytes + 1, 'x'))
            .find("a text has at most 2000 bytes") != text.npos);
  CHECK(said("1. start", many("1. start of `brew`: It begins.\n", 41) + "1. start")
            .find("at most 40 stops") != text.npos);
  CHECK(said("1. One cup.", many("1. One cup.\n", 11)).find("at most 10 hints") != text.npos);
  CHECK(said("- output", many("- no error\n", 11) + "- output").find("at most 10 goals") !=
        text.npos);
  CHECK(said("- done by", many("- no error\n", 31) + "- done by").find("at most 30 facts") !=
        text.npos);
  std::string choices;
  for (int i = 0; i < 7; ++i) choices += "- [ ] **" + std::to_string(i) + "** No.\n";
  CHECK(said("- [x] **Black** It is.", choices).find("at most 6 choices") != text.npos);
  CHECK(said("## Repair",
             many("## Check\n\nWhy?\n\n- [x] **A** Yes.\n- [ ] **B** No.\n\n", 6) + "## Repair")
            .find("at most 5 checks") != text.npos);
}

TEST_CASE("no text crashes or hangs what reads a lesson") {
  // The same each time: pieces of a lesson, cut, doubled, and put together in another order.
  uint32_t seed = 1;
  auto random = [&](size_t below) {
    seed = seed * 1664525u + 1013904223u;
    return size_t(seed >> 8) % below;
  };
  const std::string whole = kTea;
  const std::string_view marks[] = {"`",        "``",  "**",       "---\n", "```\n", "- [ ]",
                                    "- [x] **", "[](", "\r",       ":",     ",",     "<!--",
                                    "1. ",      "## ", "\xe2\x82", "\n\n"};
  for (int i = 0; i < 4000; ++i) {
    std::string text = whole;
    for (size_t n = random(6) + 1; n-- > 0;) {
      const size_t at = random(text.size()), size = random(60);
      switch (random(4)) {
        case 0: text.erase(at, size); break;
        case 1: text.insert(at, marks[random(std::size(marks))]); break;
        case 2: text.insert(at, whole.substr(random(whole.size()), size)); break;
        default: text[at] = char(random(256));
      }
    }
    const ParsedLesson parsed = parse_lesson(text, "tea");
    if (parsed.error) {
      CHECK(!parsed.error->message.empty());
      CHECK(parsed.error->place.line >= 1);
      CHECK(parsed.error->place.column >= 1);
    } else {
      CHECK(!parsed.lesson.title.empty());
      if (i % 16 == 0) check_lesson(parsed.lesson, Version::V3_14);
    }
  }
  for (std::string_view mark : marks) {
    std::string text = "---\ntitle: T\nquestion: Q?\n---\n";
    while (text.size() + mark.size() < kMostLessonBytes) text += mark;
    parse_lesson(text, "tea");
  }
}

TEST_CASE("a lesson with a program of its own is shown, left by editing, and come back to") {
  Session session;
  REQUIRE(session.load_lesson("blocking"));
  CHECK(session.lesson() == "blocking");
  CHECK(session.source() == find_lesson("blocking")->program);
  CHECK_FALSE(session.edited());
  CHECK_FALSE(session.by_switches());
  CHECK(session.left_lesson() == nullptr);
  session.seek(20);

  session.load("print('mine')\n");
  CHECK(session.edited());
  CHECK(session.lesson().empty());
  CHECK(session.shown_lesson() == nullptr);
  REQUIRE(session.left_lesson());
  CHECK(session.left_lesson()->id == "blocking");

  SUBCASE("by the way back") { session.back_to_lesson(); }
  SUBCASE("by undoing the change, which keeps the place") {
    session.load(find_lesson("blocking")->program);
    CHECK(session.step() == 20);
    session.seek(0);
  }
  SUBCASE("by choosing it again") { session.load_lesson("blocking"); }
  SUBCASE("after a switch, too") {
    session.set("use", "await");
    CHECK(session.by_switches());
    REQUIRE(session.left_lesson());
    session.back_to_lesson();
  }
  CHECK(session.lesson() == "blocking");
  CHECK(session.left_lesson() == nullptr);
  CHECK_FALSE(session.edited());
  CHECK(session.step() == 0);

  session.load_lesson("timeout");  // another lesson: nothing is left
  session.set("use", "await");
  CHECK(session.left_lesson() == nullptr);
}

TEST_CASE("a lesson of switches is repaired by them, too, and stays the lesson that is repaired") {
  for (const bool loaded : {true, false}) {
    CAPTURE(loaded);
    Session session;
    if (loaded)
      session.load_lesson("forgotten-await");
    else  // as an address says them
      session.set(find_lesson("forgotten-await")->toggles.value());
    CHECK(session.steps() > 1);
    CHECK(session.lesson() == "forgotten-await");
    CHECK_FALSE(all_met(goals_of(session)));
    session.set("loop", "get_event_loop");  // however its event loop is started
    session.set("loop", "asyncio_run");
    CHECK(session.lesson() == "forgotten-await");
    CHECK(session.left_lesson() == nullptr);

    CHECK(session.steps() > 1);
    session.set("method", "raises");  // a change, and no repair
    REQUIRE(session.left_lesson());
    CHECK(session.left_lesson()->id == "forgotten-await");
    CHECK(session.lesson().empty());
    CHECK_FALSE(all_met(goals_of(session)));
    session.set("method", "plain");  // what another lesson shows
    REQUIRE(session.left_lesson());
    CHECK(session.shown_lesson() == nullptr);
    REQUIRE(repair_of(session));
    CHECK(goals_of(session).size() == find_lesson("forgotten-await")->repair->goals.size());
    CHECK(all_met(goals_of(session)));

    if (loaded)
      session.back_to_lesson();
    else
      session.set("method", "not_awaited");
    CHECK(session.lesson() == "forgotten-await");
    CHECK(session.left_lesson() == nullptr);
    session.set("method", "plain");
    CHECK(session.left_lesson());
    session.set(first_toggles());  // another program
    CHECK(session.left_lesson() == nullptr);
    CHECK(session.lesson() == "init");
  }
}

TEST_CASE("a lesson that is not built in is shown from its text") {
  Session session;
  const auto wrong = session.load_lesson_text("no lesson", "tea");
  REQUIRE(wrong);
  CHECK(in_words(*wrong) ==
        "line 1, column 1: a lesson begins with a line `---`, then `title:` and `question:`");
  CHECK(session.lesson() == "init");  // nothing has changed
  CHECK_FALSE(session.load_lesson_text(kTea, "tea", "~tea"));
  CHECK(session.lesson() == "tea");
  CHECK_FALSE(session.built_in());
  REQUIRE(session.shown_lesson());
  CHECK(session.shown_lesson()->title == "Tea");
  CHECK_FALSE(session.built_in(*session.shown_lesson()));
  CHECK(session.key_of(*session.shown_lesson()) == "~tea");
  CHECK(session.lesson_markdown() == kTea);
  Stops stops;
  stops.find(session);
  CHECK(stops.count() == 4);
  CHECK(state_json(session).find("\"title\": \"Tea\"") != std::string::npos);
  session.load("print('mine')\n");
  REQUIRE(session.left_lesson());
  CHECK_FALSE(session.built_in(*session.left_lesson()));
  CHECK(session.lesson_markdown() == kTea);
  session.back_to_lesson();
  CHECK(session.lesson() == "tea");
  session.set("use", "await");  // a switch leaves it: one of the built-in lessons is shown
  REQUIRE(session.load_lesson("awaitable"));
  CHECK(session.built_in(*session.shown_lesson()));
  CHECK(session.key_of(*session.shown_lesson()) == "awaitable");
  CHECK(session.lesson_markdown() == lesson_file_text("awaitable"));

  SUBCASE("another text with the same program is another version, though nothing runs") {
    REQUIRE_FALSE(session.load_lesson_text(kTea, "tea"));
    const uint64_t version = session.version();
    const Recording* recording = &session.recording();
    REQUIRE_FALSE(session.load_lesson_text(replaced(kTea, "title: Tea", "title: Chai"), "tea"));
    CHECK(session.version() > version);
    CHECK(&session.recording() == recording);
  }

  SUBCASE("also with switches") {
    CHECK_FALSE(session.load_lesson_text(
        "---\ntitle: T\nquestion: Q?\nswitches: use=await\n---\nWords.\n## Stops\n1. start "
        "of `main`: Here.\n## Answer\nYes.\n",
        "mine"));
    CHECK(session.lesson() == "mine");
    CHECK(session.python() == Version::V3_11);  // its event loop is started as the article does
  }
}

TEST_CASE("what a lesson asks at its stops is asked of the session that shows it") {
  Session session;
  REQUIRE(session.load_lesson("blocking"));
  Stops stops;
  stops.find(session);
  size_t asked = 0;
  for (size_t i = 0; i < stops.count(); ++i) {
    const auto quiz = quiz_of(session, i);
    CHECK(quiz.has_value() == session.shown_lesson()->stops[i].prediction.has_value());
    if (!quiz) continue;
    ++asked;
    CHECK(quiz->step == stops.step_of(i));
    CHECK(quiz->reveal > quiz->step);
  }
  CHECK(asked == 2);
  CHECK_FALSE(quiz_of(session, 99));
  const Quiz check = quiz_of(session.shown_lesson()->checks[0]);
  CHECK(check.choices.size() == 3);
  CHECK(check.answer() == 0);
  session.load("print('mine')\n");
  CHECK_FALSE(quiz_of(session, 1));
}

TEST_CASE("a repair is decided by what somebody makes of the lesson's program") {
  Session session;
  REQUIRE(session.load_lesson("one-after-another"));
  REQUIRE(repair_of(session));
  CHECK_FALSE(all_met(goals_of(session)));
  const Repair& repair = *repair_of(session);
  session.load(repair.solution);
  CHECK(session.lesson().empty());
  REQUIRE(repair_of(session) == &repair);
  CHECK(all_met(goals_of(session)));
  session.load("def f(:\n");
  for (const GoalState& goal : goals_of(session))
    CHECK(goal.why_not == "The program does not run.");
  session.load_lesson("suppressed");
  CHECK(repair_of(session) == nullptr);
  CHECK(goals_of(session).empty());
}

TEST_CASE("each kind of goal is met by one program and not by another") {
  struct {
    const char* goal;
    const char* good;
    const char* bad;
    const char* why_not;
  } const cases[] = {
      {"done by: 1 s", "import time\ntime.sleep(1)\n", "import time\ntime.sleep(1.5)\n",
       "It ends at 1.5 s."},
      {"done by: 1 s", "",
       "import asyncio\nasync def f(): await asyncio.Event().wait()\nasyncio.run(f())\n",
       "It does not end."},
      {"not before: 1 s", "import time\ntime.sleep(1)\n", "", "It ends at 0 s."},
      {"output: `a`, `b`", "print('a')\nprint('b')\n", "print('a')\n", "`b` is missing."},
      {"output: `a`, `b`", "print('a', end='')\nprint()\nprint('b')\n", "print('b')\nprint('a')\n",
       "It prints `b` where `a` is expected."},
      {"output: `a`", "print('a')\n", "print('a')\nprint('c')\n", "It also prints `c`."},
      {"prints: `a`, 2 times", "print('a')\nprint('b')\nprint('a')\n", "print('a')\n",
       "It prints that once."},
      {"prints: `a`", "print('a')\n", "print('aa')\n", "It does not print that."},
      {"never prints: `a`", "print('b')\n", "print('a')\n", "It prints that."},
      {"runs: return of `f`, 2 times", "def f(): pass\nf()\nf()\n", "def f(): pass\nf()\n",
       "That happens once."},
      {"runs: raise of `f`", "def f(): 1 / 0\ntry: f()\nexcept ZeroDivisionError: pass\n",
       "def f(): pass\nf()\n", "That does not happen."},
      {"never runs: start of `f`", "def f(): pass\n", "def f(): pass\nf()\n", "It does."},
      {"nothing pending",
       "import asyncio\nasync def f(): pass\nasync def main(): await "
       "asyncio.create_task(f())\nasyncio.run(main())\n",
       "import asyncio\nasync def f(): await asyncio.sleep(9)\nasync def main(): "
       "asyncio.create_task(f())\nasyncio.run(main())\n",
       "`Task-2` has not finished."},
      {"no warning", "", "async def f(): pass\nf()\n", "Python warns: see the output."},
      {"no error", "print(1)\n", "1 / 0\n", "It ends with an exception."},
      {"no error", "",
       "import asyncio\nasync def f(): 1 / 0\nasync def main():\n    t = "
       "asyncio.create_task(f())\n    await asyncio.sleep(1)\nasyncio.run(main())\n",
       "Python reports an error: see the output."},
      {"keeps: `sleep(1)`", "# sleep(1)\n", "# sleep(2)\n", "`sleep(1)` is gone."},
      {"fails: `ZeroDivisionError`", "1 / 0\n", "", "It does not fail."},
      {"fails: `ZeroDivisionError`", "1 / 0\n", "[][0]\n", "It fails with another exception."},
      {"never ends",
       "import asyncio\nasync def f(): await asyncio.Event().wait()\nasyncio.run(f())\n", "",
       "It ends at 0 s."},
  };
  for (const auto& each : cases) {
    CAPTURE(each.goal);
    CAPTURE(each.bad);
    const ParsedLesson parsed =
        parse_lesson(replaced(kTea, "- output: `green`", std::string("- ") + each.goal), "tea");
    REQUIRE(!parsed.error);
    const Goal& goal = parsed.lesson.repair->goals[0];
    CHECK(goal.words == each.goal);
    for (const char* source : {each.good, each.bad}) {
      const Ran ran(source, Version::V3_14);
      const GoalState state =
          goal_of(goal, source, *ran.reader, ran.run.recording(), ran.run.end());
      CHECK(state.why_not == (source == each.good ? "" : each.why_not));
      CHECK(state.met == (source == each.good));
      CHECK(what_reads_badly(state.words) == "");
    }
  }
}

// When sleeps would have ended that were cancelled before.
std::set<double> sleeps_cut_short(const Recording& recording) {
  std::set<uint32_t> waiting;
  std::set<double> cut;
  for (size_t e = 0; e < recording.size(); ++e) {
    const Event& event = recording[e];
    if (event.kind() == EventKind::TimerArmed) waiting.insert(event.subject);
    if (event.kind() == EventKind::TimerFired) waiting.erase(event.subject);
    if (event.kind() != EventKind::HandleCancelled || !waiting.count(event.subject)) continue;
    const Recording::Handle& handle = recording.handles()[event.subject];
    if (recording.text(handle.label).starts_with("futures._set_result_unless_cancelled"))
      cut.insert(handle.deadline);
  }
  return cut;
}

// Every kind of question at every step of every lesson: the right answer is what the run does.
TEST_CASE("what a quiz calls right is what the recording shows, and the rest is not") {
  size_t asked[6] = {}, never_asked = 0, cut_asked = 0;
  std::set<std::string> bad;
  for (const LessonInfo& info : lessons()) {
    const Lesson& lesson = *find_lesson(info.id);
    const Ran ran(lesson.source(), lesson.python_for(Version::V3_14));
    const Reader& reader = *ran.reader;
    const Recording& recording = ran.run.recording();
    const std::vector<PrintedLine> lines = printed_lines(reader);
    const std::set<double> cut = sleeps_cut_short(recording);
    CAPTURE(info.id);
    for (size_t step = 0; step + 1 < reader.steps(); ++step) {
      CAPTURE(step);
      for (PredictionKind kind :
           {PredictionKind::PrintsNext, PredictionKind::RunsNext, PredictionKind::ReadyQueue,
            PredictionKind::EndsAt, PredictionKind::Fails}) {
        const auto quiz = quiz_at(kind, reader, recording, ran.run.end(), step);
        if (!quiz) continue;
        ++asked[size_t(kind)];
        CAPTURE(quiz->question);
        check_choices(*quiz, bad);
        for (const QuizChoice& choice : quiz->choices) {
          if (!choice.is_code && !what_reads_badly(choice.text).empty()) bad.insert(choice.text);
          CHECK(!choice.why.empty());
        }
        const QuizChoice& answer = quiz->choices[quiz->answer()];
        const Moment then = reader.moment(quiz->reveal);
        switch (kind) {
          case PredictionKind::PrintsNext: {
            size_t next = 0;
            while (next < lines.size() && lines[next].step <= step) ++next;
            while (next < lines.size() && lines[next].text.empty()) ++next;
            CHECK(answer.text == (next < lines.size() ? lines[next].text : "Nothing more"));
            CHECK(quiz->reveal > step);
            for (const QuizChoice& choice : quiz->choices) {
              if (choice.why != "The program never prints that.") continue;
              ++never_asked;
              CHECK(lesson.source().find("print(\"" + choice.text + "\")") != std::string::npos);
              for (const PrintedLine& line : lines) CHECK(line.text != choice.text);
            }
            break;
          }
          case PredictionKind::RunsNext: {
            for (size_t s = step + 1; s <= quiz->reveal; ++s) {
              const Event& event = recording[reader.event_of(s)];
              CHECK((event.kind() == EventKind::TaskStep) == (s == quiz->reveal));
            }
            std::string name;
            for (const TaskView& task : then.tasks) {
              if (task.task == then.task) name = task.name;
            }
            CHECK(answer.text == "`" + name + "`");
            break;
          }
          case PredictionKind::ReadyQueue:
            CHECK(quiz->reveal == step);
            CHECK((answer.text == "Nothing") == then.ready.empty());
            break;
          case PredictionKind::EndsAt:
            CHECK(quiz->reveal == reader.steps() - 1);
            CHECK(std::stod(answer.text.substr(3)) == doctest::Approx(then.time));
            CHECK((answer.why.find("cancelled") != answer.why.npos) == !cut.empty());
            for (const QuizChoice& choice : quiz->choices) {
              if (choice.why != "The wait that would end then is cancelled.") continue;
              ++cut_asked;
              CHECK(std::stod(choice.text.substr(3)) == doctest::Approx(*cut.rbegin()));
            }
            break;
          default:
            CHECK(answer.text.starts_with("No") ==
                  (ran.run.exit_status() == 0 && ran.run.state() == RunState::Finished));
        }
      }
    }
  }
  for (const std::string& text : bad) FAIL_CHECK(what_reads_badly(text) << ": " << text);
  CHECK(never_asked > 50);
  CHECK(cut_asked > 50);
  for (size_t kind = 0; kind < 5; ++kind) CHECK(asked[kind] > 500);
}

namespace {

size_t asked[6] = {};
std::set<std::string> bad_reasons;

const RunProperty kAsked(
    "any program can be asked about, at any step",
    [](const Run& run, const Reader& reader, const std::string&) {
      const Recording& recording = run.recording();
      const size_t stride = std::max<size_t>(1, reader.steps() / 12);
      for (size_t step = 0; step + 1 < reader.steps(); step += stride) {
        CAPTURE(step);
        for (PredictionKind kind :
             {PredictionKind::PrintsNext, PredictionKind::RunsNext, PredictionKind::ReadyQueue,
              PredictionKind::EndsAt, PredictionKind::Fails}) {
          const auto quiz = quiz_at(kind, reader, recording, run.end(), step);
          if (!quiz) continue;
          ++asked[size_t(kind)];
          CAPTURE(quiz->question);
          check_choices(*quiz, bad_reasons);
          CHECK(quiz->reveal < reader.steps());
          CHECK((quiz->reveal > step || kind == PredictionKind::ReadyQueue));
          if (kind != PredictionKind::Fails || run.state() != RunState::Finished) continue;
          const QuizChoice& answer = quiz->choices[quiz->answer()];
          if (run.exit_status() == 0) CHECK(answer.text == "No, it ends normally");
          // "Yes, with `ValueError`": what the traceback says.
          const std::string name = answer.text.substr(std::min<size_t>(11, answer.text.size()));
          if (run.exit_status() != 0 && name != "SystemExit`")
            CHECK(run.err().find(name.substr(0, name.size() - 1)) != std::string_view::npos);
        }
      }
    },
    [] {
      for (const std::string& text : bad_reasons)
        FAIL_CHECK(what_reads_badly(text) << ": " << text);
      for (size_t kind = 0; kind < 5; ++kind) CHECK(asked[kind] > 500 / kEvery);
    });

}  // namespace

TEST_SUITE_END();
