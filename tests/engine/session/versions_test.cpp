// A program under one Python and under another.

#include <string>

#include "doctest/doctest.h"
#include "engine/lesson/changes.h"
#include "engine/session/session.h"
#include "engine/session/stops.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("session");

namespace {

struct ProgramUnder : Session {
  ProgramUnder(std::string_view source, Version version) {
    load(source);
    set_python(version);
  }
};

std::string printed(Session& session) {
  session.seek(session.steps() - 1);
  std::string text;
  for (const Reader::Piece& piece : session.reader().output(session.step())) text += piece.text;
  return text;
}

CallOrder order_of(const Session& session) {
  return CallOrder(session.source(), session.reader(), session.recording(),
                   in_words(session.run_end()));
}

}  // namespace

TEST_CASE("another version of Python is another run of the same program") {
  constexpr std::string_view kSource = "import sys\nprint(sys.version_info[:2])\n";
  ProgramUnder session(kSource, Version::V3_11);
  CHECK(printed(session) == "(3, 11)\n");
  const uint64_t version = session.version();
  session.set_python(Version::V3_11);
  CHECK(session.version() == version);
  session.set_python(Version::V3_15);
  CHECK(printed(session) == "(3, 15)\n");
  CHECK(session.recording().version() == Version::V3_15);
  CHECK(state_json(session).find("\"python\": \"3.15\"") != std::string::npos);
}

TEST_CASE("a lesson of switches starts its event loop as the chosen Python can") {
  Session session;
  session.set_python(Version::V3_15);
  REQUIRE(session.load_lesson("awaitable"));
  CHECK(session.python() == Version::V3_15);
  CHECK(session.toggles().loop() == LoopChoice::asyncio_run);
  CHECK(session.exit_status() == 0);
  SUBCASE("in that of the article it is the article's listing") {
    session.set_python(Version::V3_11);
    CHECK(session.source() == find_lesson("awaitable")->source());
    session.set_python(Version::V3_14);
    CHECK(session.lesson() == "awaitable");
    CHECK(session.exit_status() == 0);
  }
  SUBCASE("and the next one runs there, too") {
    REQUIRE(session.load_lesson("cancellation"));
    CHECK(session.python() == Version::V3_15);
  }
  SUBCASE("also where its switches were pressed one by one") {
    session.set_python(Version::V3_11);
    session.set(find_lesson("init")->toggles.value());
    session.set("await", "closure");
    session.set("use", "await");
    CHECK(session.lesson() == "awaitable");
    session.choose_python(Version::V3_14);
    CHECK(session.lesson() == "awaitable");
    CHECK(session.exit_status() == 0);
  }
  SUBCASE("but whoever wants to see it fail in the new one can") {
    session.set("loop", "get_event_loop");
    session.choose_python(Version::V3_14);
    CHECK(session.python() == Version::V3_14);
    CHECK(session.lesson() == "awaitable");
    CHECK(session.exit_status() == 1);
    bool said = false;
    for (size_t step = 0; step < session.steps() && !said; ++step) {
      session.seek(step);
      said = session.explanation().instead.find("asyncio.run(main())") != std::string::npos;
    }
    CHECK(said);
  }
}

TEST_CASE("every lesson has all its stops in each Python that can be chosen") {
  for (const LessonInfo& info : lessons()) {
    CAPTURE(std::string(info.id));
    for (const bool chosen_before : {false, true}) {
      for (const Version version : kOfferedVersions) {
        CAPTURE(names_of(version).minor);
        Session session;
        if (chosen_before) session.choose_python(version);
        REQUIRE(session.load_lesson(info.id));
        const size_t all = session.shown_lesson()->stops.size();
        session.choose_python(version);
        CHECK(session.python() == version);
        CHECK(session.lesson() == info.id);
        Stops stops;
        stops.find(session);
        CHECK(stops.count() == all);
        for (size_t i = 0; i < stops.count(); ++i) CHECK(stops.step_of(i) != Stops::kNone);
      }
    }
  }
}

TEST_CASE("what is said to have changed between two versions has changed, and is found again") {
  for (const VersionChange& change : version_changes()) {
    CAPTURE(change.id);
    CHECK(change.before < change.since);
    CHECK(change.since <= change.after);
    CHECK(change.text.back() == '.');
    CHECK(change.link.starts_with("https://docs.python.org/3/"));
    CHECK(find_version_change(change.id) == &change);
    const ProgramUnder before(change.program, change.before), after(change.program, change.after);
    CHECK(after.exit_status() == (change.id == "get-event-loop" || change.id == "await-messages"));
    const CallOrder left = order_of(before), right = order_of(after);
    const Comparison compared = compare(left, right);
    REQUIRE(compared.first_difference() < compared.calls.size());
    CHECK(change_between(change.before, change.after, left, right,
                         compared.calls[compared.first_difference()]) == &change);
  }
}

TEST_CASE(
    "the first step of an eager task is told as one that is taken at once, inside of its maker's") {
  ProgramUnder session(R"(
import asyncio
async def child(seconds):
    if seconds:
        await asyncio.sleep(seconds)
async def main():
    first = asyncio.create_task(child(1), eager_start=True)
    second = asyncio.create_task(child(0), eager_start=True)
    await first
asyncio.run(main())
)",
                       Version::V3_14);
  size_t eager_steps = 0, made = 0;
  for (size_t step = 0; step < session.steps(); ++step) {
    session.seek(step);
    const std::string text = session.explanation().text;
    eager_steps += text.find("starts at once, before") != std::string::npos;
    made += text.find("as an eager task") != std::string::npos;
    const Event& event = session.recording()[session.reader().event_of(step)];
    if (event.kind() != EventKind::Line) continue;
    // Whose step it is follows from the function that runs.
    const bool in_child = session.recording().code_of(event.subject).qualname == "child";
    const bool in_main = session.recording().code_of(event.subject).qualname == "main";
    const uint32_t task = session.moment().task;
    if (in_main) CHECK(task == 1);
    if (in_child) CHECK(task > 1);
  }
  CHECK(eager_steps == 2);
  CHECK(made == 2);
}

TEST_SUITE_END();
