// What is said of a switch is what its run shows.

#include "engine/session/switched.h"

#include <algorithm>
#include <string>

#include "doctest/doctest.h"
#include "engine/lesson/source.h"
#include "engine/run/run.h"
#include "engine/session/session.h"
#include "tests/reads_well.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("session: switches");

namespace {

std::string text_of(const Session& session) {
  const SwitchChange* change = session.switched();
  return change ? change->text : "";
}

std::string line_of(const std::string& source, int number) {
  size_t at = 0;
  while (--number > 0) at = source.find('\n', at) + 1;
  return source.substr(at, source.find('\n', at) - at);
}

}  // namespace

TEST_CASE("a switch that makes the program fail says where and by what, and leads there") {
  Session session;
  session.steps();
  session.set("use", "async_with");
  REQUIRE(session.switched());
  const SwitchChange change = *session.switched();
  CHECK(
      change.text ==
      "Now fails at line 15: `TypeError: 'Hello' object does not support the asynchronous context "
      "manager protocol (missed __aexit__ method)`.");
  REQUIRE(change.step);
  session.seek(*change.step);
  CHECK(session.moment().at.line == 15);
  CHECK(session.recording()[session.reader().event_of(session.step())].kind() == EventKind::Raise);
  CHECK_FALSE(session.switched());
}

TEST_CASE("an exception whose words end with a full stop is said with one") {
  Session session;
  session.steps();
  session.set("loop", "get_event_loop");
  CHECK(text_of(session) ==
        "Now fails at line 20: `RuntimeError: There is no current event loop in thread "
        "'MainThread'`.");
}

TEST_CASE("a switch that a run never uses says so, and what would use it") {
  Session session;
  session.steps();
  session.set("await", "closure");
  CHECK(text_of(session) == "This run never calls `__await__`. With `h = await Hello()` it would.");
  session.set("aenter", "plain");
  CHECK(text_of(session) ==
        "This run never calls `__aenter__`. With `async with Hello()` it would.");
  CHECK_FALSE(session.switched()->step);
}

TEST_CASE("a switch that mends the program says that it no longer fails") {
  Session session;
  session.set("aenter", "plain");
  session.steps();
  session.set("use", "async_with");
  CHECK(text_of(session).starts_with("Now fails at line "));
  session.set("aexit", "plain");
  CHECK(text_of(session) == "The program no longer fails.");
}

TEST_CASE("a switch that changes what runs leads to the step at which its line runs first") {
  Session session;
  session.steps();
  session.set("method", "sleeps");
  const SwitchChange* change = session.switched();
  REQUIRE(change);
  REQUIRE(change->step);
  CHECK(change->text.find("first runs at step " + std::to_string(*change->step)) !=
        std::string::npos);
}

TEST_CASE("several switches before somebody looks, another step and another program say nothing") {
  Session session;
  session.steps();
  session.set("await", "closure");
  session.set("use", "await");
  CHECK_FALSE(session.switched());
  session.set("method", "sleeps");
  CHECK(session.switched());
  session.seek(session.step() + 1);
  CHECK_FALSE(session.switched());
  session.set("method", "plain");
  CHECK(session.switched());
  session.load_lesson("timeout");
  CHECK_FALSE(session.switched());
  session.load("print(1)\n");
  CHECK_FALSE(session.switched());
}

TEST_CASE("whatever replaces a program of somebody's own says so, and it can be brought back") {
  constexpr std::string_view kOwn = "print(1)\n";
  Session session;
  session.load_lesson("race");
  session.set_python(Version::V3_12);
  session.steps();
  session.load(kOwn);
  session.steps();
  SUBCASE("a switch") { session.set("await", "closure"); }
  SUBCASE("all switches") { session.set(first_toggles()); }
  SUBCASE("another lesson") { session.load_lesson("lock"); }
  SUBCASE("a lesson of switches") { session.load_lesson("awaitable"); }
  SUBCASE("the same lesson") { session.load_lesson("race"); }
  SUBCASE("the way back to the lesson") { session.back_to_lesson(); }
  SUBCASE("a lesson that is not built in") {
    CHECK_FALSE(session.load_lesson_text(lesson_file_text("lock"), "lock", "~lock"));
  }
  SUBCASE("a program that somebody asked for") { session.replace("print(2)\n"); }
  SUBCASE("one that cannot run") { session.replace("print(\n"); }
  SUBCASE("several, of which the last is seen") {
    session.load_lesson("awaitable");
    session.set("await", "closure");
    session.set_python(Version::V3_13);
  }
  CHECK(session.source() != kOwn);
  REQUIRE(session.switched());
  CHECK(session.switched()->replaced);
  session.bring_back();
  CHECK_FALSE(session.switched());
  CHECK(session.edited());
  CHECK(session.source() == kOwn);
  CHECK(session.python() == Version::V3_12);
  REQUIRE(session.left_lesson());
  CHECK(session.left_lesson()->id == "race");
  session.bring_back();  // nothing is to be brought back
  CHECK(session.source() == kOwn);
}

TEST_CASE("only what somebody wrote and saw is said to be replaced, until they go on") {
  Session session;
  SUBCASE("their writing") {
    for (const std::string_view text : {"print(1)\n", "print(12)\n"}) {
      session.load(text);
      session.steps();
    }
  }
  SUBCASE("a lesson that nobody changed") {
    session.load_lesson("race");
    session.steps();
    session.load_lesson("lock");
  }
  SUBCASE("what was never looked at") {
    session.load("print(1)\n");
    session.load_lesson("race");
  }
  SUBCASE("another step") {
    session.load("print(1)\n");
    session.steps();
    session.load_lesson("race");
    session.steps();
    session.seek(1);
  }
  const std::string source = session.source();
  CHECK_FALSE(session.switched());
  session.bring_back();
  CHECK(session.source() == source);
}

TEST_CASE("what a switch says is so, for every choice of each of many settings") {
  for (size_t number = 0; number < kCombinationCount; number += 7919) {
    const Toggles before = Toggles::from_number(number);
    for (const Version version : {Version::V3_11, Version::V3_14}) {
      for (size_t t = 0; t < kToggleCount; ++t) {
        Session session;
        session.set_python(version);
        session.set(before);
        session.steps();
        const std::string old_source = session.source();
        const bool failed = session.exit_status() != 0;
        const Toggle& toggle = toggle_table()[t];
        const size_t other =
            (before.chosen(t) + 1 + number % (toggle.choices.size() - 1)) % toggle.choices.size();
        session.set(toggle.id, toggle.choices[other].id);
        CAPTURE(options_of(before));
        CAPTURE(toggle.id);
        CAPTURE(toggle.choices[other].id);
        REQUIRE(session.switched());
        const SwitchChange change = *session.switched();
        CAPTURE(change.text);
        CHECK(change.text.ends_with('.'));
        CHECK(testing::what_reads_badly(change.text) == "");
        const bool fails = session.exit_status() != 0;
        if (change.text.starts_with("Now fails at")) CHECK((!failed && fails));
        if (change.text.starts_with("Now fails differently")) CHECK((failed && fails));
        if (change.text.starts_with("The program still fails")) CHECK((failed && fails));
        if (change.text.starts_with("The program no longer fails")) CHECK((failed && !fails));
        if (!failed && fails) CHECK(change.text.starts_with("Now fails at"));
        CHECK(std::is_sorted(change.lines.begin(), change.lines.end()));
        for (const int line : change.lines) CHECK(line_of(session.source(), line) != "");
        if (change.text.starts_with("This run never calls")) {
          for (const EventKind kind : {EventKind::Start, EventKind::Resume}) {
            for (size_t e = 0; e < session.recording().size(); ++e) {
              const Event& event = session.recording()[e];
              if (event.kind() != kind) continue;
              const std::string& called = session.recording().code_of(event.subject).name;
              CHECK(called != toggle.label);
            }
          }
        }
      }
    }
  }
}

TEST_SUITE_END();
