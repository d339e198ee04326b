#include "engine/session/session.h"

#include <algorithm>
#include <string>

#include "doctest/doctest.h"
#include "engine/lesson/source.h"
#include "engine/objects/heap.h"
#include "engine/session/stops.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("session");

namespace {

// The first step of this kind in this function; FAILs where there is none.
size_t find_step(const Session& session, EventKind kind, std::string_view function) {
  for (size_t step = 0; step < session.steps(); ++step) {
    const Event& event = session.recording()[session.reader().event_of(step)];
    if (event.kind() == kind && session.recording().code_of(event.subject).qualname == function) {
      return step;
    }
  }
  FAIL("no such step");
  return 0;
}

// "await=closure use=await"
Toggles toggles_of(std::string_view settings) {
  Toggles toggles;
  while (!settings.empty()) {
    const std::string_view setting = settings.substr(0, settings.find(' '));
    settings.remove_prefix(std::min(setting.size() + 1, settings.size()));
    const size_t equals = setting.find('=');
    REQUIRE_FALSE(toggles.set(setting.substr(0, equals), setting.substr(equals + 1)));
  }
  return toggles;
}

std::string output_of(const Session& session, bool errors = false) {
  std::string text;
  for (const Reader::Piece& piece : session.reader().output(session.step())) {
    if (piece.error == errors) text += piece.text;
  }
  return text;
}

}  // namespace

TEST_CASE("a session begins at the start of the article's first lesson") {
  Session session;
  CHECK(session.lesson() == "init");
  CHECK(session.source() == source_of(first_toggles()));
  CHECK(session.python() == kDefaultVersion);
  CHECK_FALSE(session.edited());
  CHECK(session.step() == 0);
  CHECK(session.run_state() == RunState::Finished);
  CHECK(session.exit_status() == 0);
  CHECK(session.message().empty());
  session.seek(session.steps() - 1);
  CHECK(output_of(session) == "init\na_method\n");
}

TEST_CASE("several changes before somebody looks are one run, of what they come to") {
  Session session;
  CHECK(session.set("await", "closure"));
  CHECK(session.set("use", "await"));
  CHECK(session.version() == 1);
  CHECK(session.source() == source_of(toggles_of("await=closure use=await loop=asyncio_run")));
  session.seek(session.steps() - 1);
  CHECK(output_of(session) == "init\nawait\na_method\n");
  CHECK(session.version() == 1);

  CHECK(session.load_lesson("timeout"));
  CHECK(session.step() == 0);
  CHECK(session.version() == 2);
  session.set(session.toggles());  // nothing changed
  CHECK(session.version() == 2);
}

TEST_CASE("the lessons that are the article's listings print what it says they print") {
  struct {
    const char* settings;
    const char* out;
  } const listings[] = {
      {"", "init\na_method\n"},
      {"await=closure use=await", "init\nawait\na_method\n"},
      {"await=closure aenter=plain aexit=plain use=async_with",
       "init\nenter\ncontext\na_method\nexit\n"},
      {"await=closure aenter=awaits_self aexit=plain use=async_with",
       "init\nenter\nawait\ncontext\na_method\nexit\n"},
  };
  Session session;
  session.set_python(Version::V3_11);  // since 3.14, get_event_loop() raises
  for (const auto& listing : listings) {
    session.set(toggles_of(listing.settings));
    session.seek(session.steps());
    CHECK(output_of(session) == listing.out);
    CHECK(output_of(session, true) == "");
    CHECK(session.exit_status() == 0);
  }
}

TEST_CASE("setting a toggle rewrites the source and runs it") {
  Session session;
  const uint64_t version = session.version();
  REQUIRE(session.set("await", "closure"));
  REQUIRE(session.set("use", "await"));
  CHECK(session.version() > version);
  CHECK(session.source() == source_of(session.toggles()));
  session.seek(session.steps());
  CHECK(output_of(session) == "init\nawait\na_method\n");
  SUBCASE("ids that do not exist change nothing") {
    const std::string source = session.source();
    const uint64_t now = session.version();
    CHECK_FALSE(session.set("await", "sometimes"));
    CHECK_FALSE(session.set("colour", "blue"));
    CHECK(session.source() == source);
    CHECK(session.version() == now);
  }
}

TEST_CASE("changing a toggle keeps the place, though lines have moved") {
  Session session;
  session.seek(find_step(session, EventKind::Start, "Hello.a_method"));
  const int line = session.moment().at.line;
  session.set("await", "closure");
  CHECK(session.moment().function == "Hello.a_method");
  CHECK(session.recording()[session.moment().event].kind() == EventKind::Start);
  CHECK(session.moment().at.line > line);
  SUBCASE("the second of two like it stays the second") {
    session.set("run", "gather");
    size_t first = find_step(session, EventKind::Start, "Hello.a_method");
    session.seek(first);
    const Event& event = session.recording()[session.moment().event];
    CHECK(event.kind() == EventKind::Start);
    size_t second = session.reader().next_at_line(first, session.moment().at.line + 1);
    session.seek(second);
    session.set("loop", "asyncio_run");
    CHECK(session.moment().function == "Hello.a_method");
  }
  SUBCASE("and a place that is gone leads to the start") {
    session.set("use", "await");
    session.seek(find_step(session, EventKind::Start, "Hello.__await__"));
    session.set("use", "construct");
    CHECK(session.step() == 0);
  }
  SUBCASE("the end stays the end") {
    session.seek(session.steps());
    session.set("use", "await");
    CHECK(session.step() == session.steps() - 1);
  }
}

TEST_CASE("somebody's own source is edited, and the toggles' own source is not") {
  Session session;
  session.load("print('mine')\n");
  CHECK(session.edited());
  CHECK(session.lesson().empty());
  session.seek(session.steps());
  CHECK(output_of(session) == "mine\n");
  session.load(source_of(session.toggles()));
  CHECK_FALSE(session.edited());
  CHECK(session.lesson() == "init");
}

TEST_CASE("setting the toggles that are set brings the edited source back") {
  Session session;
  const Toggles toggles = session.toggles();
  session.load("print('mine')\n");
  session.set(toggles);
  CHECK_FALSE(session.edited());
  CHECK(session.source() == source_of(toggles));
}

TEST_CASE("a stop before a line says which line that is") {
  Session session;
  size_t said = 0;
  for (const LessonInfo& info : lessons()) {
    REQUIRE(session.load_lesson(info.id));
    Stops stops;
    stops.find(session);
    for (size_t i = 0; i < stops.count(); ++i) {
      const std::string& note = session.shown_lesson()->stops[i].note;
      CAPTURE(note);
      CHECK(note.find("The next line") ==
            std::string::npos);  // after the one that is marked, or that?
      const size_t at = note.find(" is about to ");
      const size_t line = at == note.npos ? at : note.rfind("Line ", at);
      if (line == note.npos) continue;
      session.seek(stops.step_of(i));
      CHECK(session.moment().at.line == std::stoi(note.substr(line + 5)));
      ++said;
    }
  }
  CHECK(said >= 6);
}

TEST_CASE("every lesson can be loaded and stops where it says that there is something to see") {
  Session session;
  for (const LessonInfo& info : lessons()) {
    CAPTURE(info.id);
    REQUIRE(session.load_lesson(info.id));
    CHECK(session.lesson() == info.id);
    CHECK(session.shown_lesson() == find_lesson(info.id));
    CHECK(session.built_in());
    CHECK(session.step() == 0);
    CHECK_FALSE(session.edited());
    CHECK(session.by_switches() == info.toggles.has_value());
    Stops stops;
    stops.find(session);
    CHECK(stops.count() == session.shown_lesson()->stops.size());
    for (size_t i = 0; i < stops.count(); ++i) {
      const Stop& stop = session.shown_lesson()->stops[i];
      CAPTURE(words_of(stop));
      CHECK(stops.step_of(i) != Stops::kNone);
      if (stop.at != StopKind::Event) continue;
      CAPTURE(stop.kind);
      int count = 0;
      for (size_t step = 0; step < session.steps(); ++step) {
        const Event& event = session.recording()[session.reader().event_of(step)];
        const EventKind kind = event.kind();
        std::string_view name = kind == EventKind::Start                                ? "start"
                                : kind == EventKind::Suspend                            ? "suspend"
                                : kind == EventKind::Resume || kind == EventKind::Throw ? "resume"
                                : kind == EventKind::Return                             ? "return"
                                : kind == EventKind::Raise                              ? "raise"
                                                                                        : "";
        count += name == stop.kind &&
                 session.recording().code_of(event.subject).qualname == stop.function;
      }
      CHECK(count >= stop.occurrence);
    }
  }
  CHECK_FALSE(session.load_lesson("no such lesson"));
}

TEST_CASE("what is not Python is rejected with line and column, and the session goes on") {
  Session session;
  session.load("x = 1\ndef f(:\n    pass\n");
  CHECK(session.run_state() == RunState::Rejected);
  REQUIRE(session.error());
  CHECK(session.error()->line == 2);
  CHECK(session.error()->offset == 7);
  CHECK(session.message().find("Line 2: ") == 0);
  CHECK(session.exit_status() == 1);
  CHECK(session.steps() >= 1);
  CHECK(state_json(session).find(R"("line": 2, "column": 7)") != std::string::npos);
  session.load("print(1)\n");
  CHECK(session.run_state() == RunState::Finished);
  CHECK(session.error() == nullptr);
}

TEST_CASE("the place outlives what does not compile, as a program is while it is typed") {
  Session session;
  session.seek(find_step(session, EventKind::Start, "Hello.a_method"));
  const std::string source = session.source();
  const int line = session.moment().at.line;
  session.load("x = = 1\n" + source);
  CHECK(session.run_state() == RunState::Rejected);
  session.load("x = = = 1\n" + source);
  session.load("x = 1\n" + source);
  CHECK(session.moment().function == "Hello.a_method");
  CHECK(session.moment().at.line == line + 1);
}

TEST_CASE("what a run leaves behind goes when the next one begins") {
  Session session;
  auto once_round = [&] {
    for (const char* choice : {"gather", "task_group", "timeout", "cancelled", "single"}) {
      session.set("run", choice);
    }
    return heap::objects_alive();
  };
  size_t before = once_round();
  CHECK(once_round() == before);
  CHECK(once_round() == before);
}

TEST_CASE("a program without end pauses and goes on, and the place stays") {
  Session session;
  session.load("x = 0\nwhile True:\n    x = x + 1\n");
  REQUIRE(session.run_state() == RunState::Paused);
  const size_t steps = session.steps();
  session.seek(steps / 2);
  const std::string x = session.moment().stack.at(0).locals.back().value;
  CHECK(session.run_further());
  CHECK(session.steps() > steps + 1000);
  CHECK(session.step() == steps / 2);
  CHECK(session.moment().stack.at(0).locals.back().value == x);
  session.load("print(1)\n");
  CHECK_FALSE(session.run_further());
}

TEST_CASE("a loop that nothing can wake is idle, and says so") {
  Session session;
  session.load(
      "import asyncio\n\n\nasync def main():\n    await "
      "asyncio.get_running_loop().create_future()\n"
      "\n\nasyncio.run(main())\n");
  CHECK(session.run_state() == RunState::Idle);
  CHECK_FALSE(session.message().empty());
  CHECK(state_json(session).find(R"("exit": "idle")") != std::string::npos);
}

TEST_CASE("seeking beyond the end goes to the last step") {
  Session session;
  session.seek(SIZE_MAX);
  CHECK(session.step() == session.steps() - 1);
  CHECK(session.recording()[session.moment().event].kind() == EventKind::End);
}

TEST_CASE("the end says which exception nobody caught, or that the program asked for its status") {
  Session session;
  auto end_of = [&](const char* program) {
    session.load(program);
    session.seek(session.steps());
    return session.explanation().text;
  };
  CHECK(end_of("def f():\n    raise KeyError('lost')\n\nf()\n") ==
        "The program has ended with exit status 1: nothing caught `KeyError('lost')`.");
  CHECK(end_of("import sys\nsys.exit(3)\n") ==
        "`SystemExit(3)` has ended the program with exit status 3.");
  CHECK(end_of("sys exit\n") == "The program has ended with exit status 1: it cannot run.");
}

TEST_CASE("the state as JSON is that of the step, with the output up to it") {
  Session session;
  session.set("method", "sleeps");
  session.seek(find_step(session, EventKind::Suspend, "Hello.a_method"));
  const std::string json = state_json(session);
  auto has = [&](std::string_view part) { return json.find(part) != std::string::npos; };
  CHECK(has(R"("toggles": {"init": "plain", "await": "none")"));
  CHECK(has(R"("method": "sleeps")"));
  CHECK(has(R"("function": "Hello.a_method")"));
  CHECK(has(R"("stdout": "init\na_method\n")"));
  CHECK(has(R"("stderr": "")"));
  CHECK(has(R"("exit": 0)"));
  CHECK(has(R"("turn": 1, "time": 0.0)"));
  CHECK(has(R"("error": null)"));
  CHECK(has(R"("name": "Task-1")"));
  CHECK(has(R"({"function": "main", "line": )"));
  CHECK(has(R"("locals": {"self": "<Hello #1>"})"));
  CHECK(has(R"("words": {"running": "Task-1 step", "ready": []})"));
  CHECK(has(R"-("timers": [{"label": "futures._set_result_unless_cancelled()", )-"
            R"("words": "end of sleep", "time": 1.0}])"));
}

TEST_SUITE_END();
