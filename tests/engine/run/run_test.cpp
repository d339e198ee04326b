// A run from its source to its end.

#include "engine/run/run.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "engine/objects/heap.h"
#include "tests/engine/program.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("run");

TEST_CASE("a run ends with the exit status that python3 would have") {
  CHECK(Program("print(1)").run.end().exit_status == 0);
  CHECK(Program("raise SystemExit(7)").run.end().exit_status == 7);
  CHECK(Program("raise SystemExit('no')").run.end().exit_status == 1);
  CHECK(Program("1 / 0").run.end().exit_status == 1);
}

TEST_CASE("what is no Python is rejected, and nothing of it runs") {
  Program program("print(1)\nprint(\n");
  CHECK(program.run.state() == RunState::Rejected);
  REQUIRE(program.run.error());
  CHECK(program.run.error()->line == 2);
  CHECK(program.run.out() == "");
}

TEST_CASE("a loop that nothing can wake is idle") {
  Program program(
      "import asyncio\n"
      "async def main(): await asyncio.get_running_loop().create_future()\n"
      "asyncio.run(main())\n");
  CHECK(program.run.state() == RunState::Idle);
  CHECK(!program.run.message().empty());
}

TEST_CASE("a limit ends the run, says which it was, and leaves the recording") {
  RunOptions options = under(Version::V3_11);
  options.limits.output_bytes = 100;
  Program program("while True: print('more')", options);
  CHECK(program.run.state() == RunState::Limited);
  CHECK(program.run.message().find("100 bytes") != std::string_view::npos);
  CHECK(program.run.recording().size() > 20);
}

TEST_CASE("a run that was paused goes on where it was, and its output is the same") {
  const char* source = "for i in range(50): print(i)";
  Program whole(source);
  Run paused(source);
  int pauses = 0;
  while (paused.go(7) == RunState::Paused) ++pauses;
  CHECK(pauses > 10);
  CHECK(paused.out() == whole.run.out());
  CHECK(paused.recording().size() == whole.run.recording().size());
}

TEST_CASE("runs side by side keep apart what is pending, counted and printed") {
  auto source = [](int number) {
    return "import asyncio\n"
           "async def main():\n"
           "    try:\n"
           "        await asyncio.sleep(" +
           std::to_string(number) +
           ")\n"
           "        1 / 0\n"
           "    except ZeroDivisionError:\n"
           "        print(asyncio.current_task().get_name(), asyncio.get_running_loop().time())\n"
           "    print(hex(id(main)))\n"
           "asyncio.run(main())\n";
  };
  Run first(source(1)), second(source(2));
  bool more = true;
  while (more) {
    more = first.go(3) == RunState::Paused;
    more |= second.go(5) == RunState::Paused;
  }
  CHECK(first.out().substr(0, 10) == "Task-1 1.0");
  CHECK(second.out().substr(0, 10) == "Task-1 2.0");
  // Addresses are given in the order of asking, in each run anew.
  CHECK(first.out().substr(10) == second.out().substr(10));
}

TEST_CASE("what a run has made is gone with it, whatever way it ended") {
  const char* kSources[] = {
      "x = [[i] for i in range(100)]; x.append(x)",
      "import asyncio\nasync def f(): await asyncio.sleep(1)\nasyncio.run(f())",
      "def g():\n    try: yield\n    finally: print('closed')\nkept = g(); next(kept)",
      "while True: pass",
      "raise ValueError(open)",
      "import threading\ndef f():\n    while True: pass\n"
      "for _ in range(3): threading.Thread(target=f).start()",
      "import threading, time\n"
      "threading.Thread(target=time.sleep, args=(9,), daemon=True).start()",
      "import threading\na = threading.Lock()\na.acquire()\n"
      "threading.Thread(target=a.acquire).start()\nkept = threading.local()\nkept.x = [kept]",
      "import asyncio, time\nasync def f(): await asyncio.to_thread(time.sleep, 1)\n"
      "asyncio.run(f())",
      "import asyncio, threading\nasync def f(): await asyncio.Event().wait()\n"
      "threading.Thread(target=asyncio.run, args=(f(),)).start()",
      "from concurrent.futures import ThreadPoolExecutor\np = ThreadPoolExecutor(2)\n"
      "fs = [p.submit(pow, 2, n) for n in range(5)]",
      "import asyncio\nasync def f():\n"
      "    s = await asyncio.start_server(lambda r, w: None, 'localhost', 80)\n"
      "    r, w = await asyncio.open_connection('localhost', 80)\n    w.write(b'x')\n"
      "    await r.read()\nasyncio.run(f())",
  };
  for (const char* source : kSources) {
    CAPTURE(source);
    auto alive_after = [&] {
      Run(source).go(1000);
      return heap::objects_alive();
    };
    const size_t once = alive_after();  // names stay: they are interned for all runs
    CHECK(alive_after() == once);
  }
}

// What the recording shows of the arguments that a function has got.
static std::vector<std::string> seen_by(const Recording& recording, std::string_view function) {
  std::vector<std::string> seen;
  for (size_t i = 0; i < recording.size(); ++i) {
    const Event& event = recording[i];
    if (event.kind() == EventKind::Bind && recording.code_of(event.subject).name == function)
      seen.emplace_back(recording.text(event.shown().index()));
  }
  return seen;
}

TEST_CASE("an exception is shown as it is at the moment, whatever it was shown as before") {
  Program program(R"(
class Refused(Exception):
    pass
class Other(Exception):
    pass
def see(error):
    return error
try:
    raise Refused("no", 1)
except Refused as caught:
    see(see(caught))
    caught.args = ("yes",)
    see(caught)
    caught.__init__("maybe")
    see(caught)
    caught.__class__ = Other
    see(caught)
    held = [1]
    caught.args = (held, 2)
    see(caught)
    held.append(3)
    see(caught)
    caught.args = ()
    see(caught)
    Other.__name__ = "Renamed"
    see(caught)
)");
  CHECK(seen_by(program.run.recording(), "see") ==
        std::vector<std::string>{"Refused('no', 1)", "Refused('no', 1)", "Refused('yes')",
                                 "Refused('maybe')", "Other('maybe')", "Other([1], 2)",
                                 "Other([1, 3], 2)", "Other()", "Renamed()"});
}

TEST_CASE("what is shown is the text, number or tuple there is, not what was in its place before") {
  const char* source = R"(
def see(value):
    return value
for i in range(300):
    see("n" + str(i))
    see((i, "x"))
    see(i + 0.5)
    see(10 ** 20 + i)
    see(b"%d" % i)
for pair in map(see, {"a": 1, "b": 2, "c": 3}.items()):
    pair = None
held = [1]
changing = (held, 1)
see(changing)
held.append(2)
see(changing)
text = "a"
for _ in range(3):
    text += "b"
    see(text)
    see(text)
see(())
)";
  std::vector<std::string> expected;
  for (int i = 0; i < 300; ++i) {
    const std::string n = std::to_string(i);
    expected.push_back("'n" + n + "'");
    expected.push_back("(" + n + ", 'x')");
    expected.push_back(n + ".5");
    expected.push_back("100000000000000000" + std::string(3 - n.size(), '0') + n);
    expected.push_back("b'" + n + "'");
  }
  for (const char* last : {"('a', 1)", "('b', 2)", "('c', 3)", "([1], 1)", "([1, 2], 1)", "'ab'",
                           "'ab'", "'abb'", "'abb'", "'abbb'", "'abbb'", "()"})
    expected.push_back(last);
  for (int run = 0; run < 2; ++run) {  // the second meets what the first has left, such as ()
    Program program(source);
    CHECK(seen_by(program.run.recording(), "see") == expected);
  }
}

TEST_CASE("a program may make and let go of more memory than it may have at a time") {
  RunOptions options;
  options.limits.bytes_alive = 4u << 20;
  const char* kLettingGo = R"(
for size in range(1, 9):
    made = [(i,) * size for i in range(10000)]
    del made
)";
  const char* kKeeping = R"(
kept = []
for size in range(1, 9):
    kept.append([(i,) * size for i in range(10000)])
)";
  CHECK(Program(kLettingGo, options).run.state() == RunState::Finished);
  CHECK(Program(kKeeping, options).run.state() == RunState::Limited);
}

TEST_SUITE_END();
