#include <string>

#include "doctest/doctest.h"
#include "engine/session/injections.h"
#include "engine/session/session.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("session: injections");

namespace {

constexpr const char* kProgram =
    "import asyncio\n"
    "\n"
    "async def work():\n"
    "    try:\n"
    "        await asyncio.sleep(10)\n"
    "        print('done')\n"
    "    except asyncio.CancelledError:\n"
    "        print('cancelled')\n"
    "        raise\n"
    "    except TimeoutError as error:\n"
    "        print('timed out:', error)\n"
    "        return 'instead'\n"
    "    finally:\n"
    "        print('cleaned up')\n"
    "\n"
    "async def main():\n"
    "    task = asyncio.create_task(work())\n"
    "    try:\n"
    "        print(await task)\n"
    "    except asyncio.CancelledError:\n"
    "        print('main saw it')\n"
    "\n"
    "asyncio.run(main())\n";

std::string printed(const Session& session) {
  std::string text;
  for (const Reader::Piece& piece : session.reader().output(session.steps() - 1))
    text += piece.text;
  return text;
}

// The step in which the nth frame of that name suspends.
size_t suspension(const Session& session, std::string_view function) {
  for (size_t step = 0; step < session.steps(); ++step) {
    const Event& event = session.recording()[session.reader().event_of(step)];
    if (event.kind() == EventKind::Suspend &&
        session.recording().code_of(event.subject).qualname == function)
      return step;
  }
  FAIL("it never suspends");
  return 0;
}

}  // namespace

TEST_CASE("a task is cancelled where it waits, without a word of it in the program") {
  Session session;
  session.load(kProgram);
  CHECK(printed(session) == "done\ncleaned up\nNone\n");
  const size_t at = suspension(session, "work");
  session.seek(at);
  session.inject(2);
  CHECK(session.step() == at);
  CHECK(printed(session) == "cancelled\ncleaned up\nmain saw it\n");
  CHECK(session.exit_status() == 0);
  session.seek(session.steps() - 1);
  CHECK(session.moment().time == 0);  // the ten seconds never pass
  CHECK(session.source() == kProgram);
}

TEST_CASE("an exception is raised in a task where it waits") {
  Session session;
  session.load(kProgram);
  session.seek(suspension(session, "work"));
  session.inject(2, "TimeoutError");
  CHECK(printed(session) == "timed out: injected\ncleaned up\ninstead\n");
  session.take_back_injection();
  CHECK(printed(session) == "done\ncleaned up\nNone\n");
  CHECK(session.injections().empty());
}

TEST_CASE("up to an injection the recording is the one without it, event for event") {
  for (const char* exception : {"", "ValueError"}) {
    Session plain, injected;
    plain.load(kProgram);
    injected.load(kProgram);
    for (size_t step = 0; step < plain.steps(); ++step) {
      injected.seek(step);
      injected.inject(1, exception);
      const size_t event = plain.reader().event_of(step);
      REQUIRE(injected.recording().size() > event);
      for (size_t e = 0; e <= event; ++e) {
        REQUIRE(injected.recording()[e].head == plain.recording()[e].head);
        REQUIRE(injected.recording()[e].subject == plain.recording()[e].subject);
      }
      REQUIRE(injected.step() == step);
      injected.take_back_injection();
    }
  }
}

TEST_CASE("a task that is in the ready queue, or has not begun, gets the exception at its step") {
  Session session;
  session.load(kProgram);
  size_t created = 0;
  while (session.recording()[session.reader().event_of(created)].kind() != EventKind::TaskCreated ||
         session.recording()[session.reader().event_of(created)].subject != 2)
    ++created;
  session.seek(created);
  session.inject(2, "ValueError");
  CHECK(printed(session).find("ValueError: injected") != std::string::npos);
  CHECK(printed(session).find("cleaned up") == std::string::npos);  // its try was never entered
  CHECK(session.exit_status() == 1);
}

TEST_CASE("what would wait for ever can be set going by an injection at its end") {
  Session session;
  session.load(
      "import asyncio\n\nasync def main():\n    try:\n        await asyncio.Event().wait()\n"
      "    finally:\n        print('out')\n\nasyncio.run(main())\n");
  CHECK(session.run_state() == RunState::Idle);
  session.seek(session.steps() - 1);
  session.inject(1);
  CHECK(session.run_state() == RunState::Finished);
  CHECK(printed(session).substr(0, 4) == "out\n");
}

TEST_CASE(
    "injections add up, an earlier one does away with those after it, another program with all") {
  Session session;
  session.load(kProgram);
  session.seek(suspension(session, "work"));
  session.inject(2, "TimeoutError");
  session.seek(session.steps() - 2);
  session.inject(1);
  CHECK(session.injections().size() == 2);
  session.seek(suspension(session, "main"));
  session.inject(2);
  CHECK(session.injections().size() == 1);
  CHECK(printed(session).find("main saw it") != std::string::npos);
  session.load("print(1)\n");
  CHECK(session.injections().empty());
  CHECK(printed(session) == "1\n");
}

TEST_CASE("an exception that the program defines is raised like a builtin one") {
  Session session;
  session.load(
      "import asyncio\n\nclass Lost(ConnectionError):\n    pass\n\nasync def main():\n    try:\n"
      "        await asyncio.sleep(1)\n    except Lost as error:\n"
      "        print(type(error), error)\n\nasyncio.run(main())\n");
  session.seek(suspension(session, "main"));
  session.inject(1, "Lost");
  CHECK(printed(session) == "<class '__main__.Lost'> injected\n");
}

TEST_CASE("what can be raised is what the program defines, then what waiting commonly ends in") {
  const std::vector<std::string> names = exceptions_to_raise(
      "import socket\nclass Lost(Exception): pass\nclass Gone(Lost): pass\nclass Thing: pass\n"
      "class Cut(socket.SomeError): pass\ndef f():\n    class Inner(Exception): pass\n",
      Version::V3_14);
  REQUIRE(names.size() > 4);
  CHECK(names[0] == "Lost");
  CHECK(names[1] == "Gone");
  CHECK(names[2] == "Cut");
  CHECK(names[3] == "TimeoutError");
  CHECK(exceptions_to_raise("class (", Version::V3_14).front() == "TimeoutError");
}

TEST_CASE("what is raised is any expression that gives an exception in the program's own names") {
  constexpr const char* kOwn =
      "import asyncio\n"
      "class Lost(Exception):\n"
      "    def __init__(self, what, *, code):\n"
      "        super().__init__(f'{what} {code}')\n"
      "codes = {'gone': 410}\n"
      "async def main():\n"
      "    try:\n"
      "        await asyncio.sleep(1)\n"
      "    except Exception as error:\n"
      "        print(repr(error))\n"
      "asyncio.run(main())\n";
  Session session;
  session.load(kOwn);
  const size_t at = suspension(session, "main");
  session.seek(at);
  const std::string before = printed(session);
  SUBCASE("an instance of a builtin one") {
    CHECK(session.inject(1, "ValueError(\"no\", [1, 2])").empty());
    CHECK(printed(session) == "ValueError('no', [1, 2])\n");
    CHECK(injections_text(session) == std::to_string(at) + ".1.ValueError(\"no\"\\, [1\\, 2])");
  }
  SUBCASE("of one of the program's, whose own __init__ runs") {
    CHECK(session.inject(1, " Lost('page', code=codes['gone'])").empty());
    CHECK(printed(session) == "Lost('page 410')\n");
  }
  SUBCASE("and an address brings it back") {
    for (const char* expression : {"Lost('a,b', code=1)", "ValueError('\\\\,')", "OSError"}) {
      CAPTURE(std::string(expression));
      CHECK(session.inject(1, expression).empty());
      Session other;
      other.load(kOwn);
      CHECK(set_injections(other, injections_text(session)));
      CHECK(other.injections() == session.injections());
      CHECK(printed(other) == printed(session));
      session.take_back_injection();
    }
  }
  SUBCASE("where it gives none it is said why, and nothing has changed") {
    session.inject(1, "KeyError('kept')");
    const std::string kept = printed(session);
    const struct {
      const char* text;
      const char* problem;
    } kWrong[] = {
        {"ValueError(", "SyntaxError: '(' was never closed"},
        {"raise ValueError", "SyntaxError: invalid syntax"},
        {"await main()", "SyntaxError: 'await' outside function"},
        {"VaIueError('no')", "NameError: name 'VaIueError' is not defined"},
        {"Lost('page')",
         "TypeError: Lost.__init__() missing 1 required keyword-only argument: 'code'"},
        {"'no'", "TypeError: exceptions must derive from BaseException"},
        {"int", "TypeError: exceptions must derive from BaseException"},
        {" ", "SyntaxError: invalid syntax"},
    };
    for (const auto& wrong : kWrong) {
      CAPTURE(std::string(wrong.text));
      CHECK(session.inject(1, wrong.text) == wrong.problem);
      CHECK(printed(session) == kept);
      CHECK(session.step() == at);
      CHECK(injections_text(session) == std::to_string(at) + ".1.KeyError('kept')");
    }
    CHECK_FALSE(set_injections(session, std::to_string(at) + ".1.Nobody"));
    CHECK(session.injections().empty());
    CHECK(printed(session) == before);
  }
}

TEST_CASE("injections are a text from which the same happens again") {
  Session session;
  session.load(kProgram);
  CHECK(injections_text(session).empty());
  const size_t at = suspension(session, "work");
  session.seek(at);
  session.inject(2, "TimeoutError");
  session.seek(at + 3);
  session.inject(1);
  const std::string text = injections_text(session), out = printed(session);
  CHECK(text == std::to_string(at) + ".2.TimeoutError," + std::to_string(at + 3) + ".1");
  Session other;
  other.load(kProgram);
  other.seek(5);
  CHECK(set_injections(other, text));
  CHECK(other.injections() == session.injections());
  CHECK(printed(other) == out);
  CHECK(other.step() == 5);
  CHECK(state_json(other).find("\"exception\": \"TimeoutError\"") != std::string::npos);
  SUBCASE("and they come instead of those before") {
    CHECK(set_injections(other, "5.1"));
    CHECK(injections_text(other) == "5.1");
    CHECK(set_injections(other, ""));
    CHECK(other.injections().empty());
  }
  SUBCASE("and of nonsense only what can be is done") {
    Session third;
    third.load(kProgram);
    for (const char* nonsense : {"x", "1", "1.", ".2", "999999.1", "3.99", "-1.1", "3.0", "1.1x"}) {
      CAPTURE(std::string(nonsense));
      CHECK_FALSE(set_injections(third, nonsense));
      CHECK(third.injections().empty());
    }
    CHECK_FALSE(set_injections(third, "x," + text));
    CHECK(third.injections() == session.injections());
  }
}

TEST_SUITE_END();
