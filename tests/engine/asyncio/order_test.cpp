// What the event loop runs when: turns, the ready queue, timers, and who wakes whom. Turns are
// those of CPython 3.11's BaseEventLoop._run_once.

#include <doctest/doctest.h>

#include "tests/engine/program.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("asyncio");

TEST_CASE("callbacks run in the order of call_soon") {
  const Program program(R"(
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    for n in range(4):
        loop.call_soon(print, n)
    await asyncio.sleep(0)
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"0", "1", "2", "3"});
}

TEST_CASE("what a callback schedules runs in the next turn, not in this one") {
  const Program program(R"(
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    def first():
        print("first")
        loop.call_soon(print, "third")
    loop.call_soon(first)
    loop.call_soon(print, "second")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"first", "second", "third"});
  const Recording& recording = program.run.recording();
  for (uint32_t handle = 1; handle < recording.handles().size(); ++handle) {
    const Turns scheduled = program.turns(EventKind::HandleScheduled, handle);
    const Turns run = program.turns(EventKind::HandleRun, handle);
    REQUIRE(scheduled.size() == 1);
    CHECK(run == Turns{scheduled[0] + 1});
  }
}

TEST_CASE("a task's first step runs one turn after create_task") {
  const Program program(R"(
import asyncio
async def child(): pass
async def main():
    await asyncio.sleep(0)
    await asyncio.create_task(child())
asyncio.run(main())
)");
  const Turns created = program.turns(EventKind::TaskCreated, 2);
  REQUIRE(created.size() == 1);
  CHECK(program.turns(EventKind::TaskStep, 2) == Turns{created[0] + 1});
}

TEST_CASE("a task wakes up one turn after the future that it awaits is done") {
  const Program program(R"(
import asyncio
async def waits(future): await future
async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    future.set_result(None)
    await task
asyncio.run(main())
)");
  const Turns done = program.turns(EventKind::FutureDone, 1);
  REQUIRE(done.size() == 1);
  CHECK(program.turns(EventKind::TaskStep, 2) == Turns{done[0], done[0] + 1});
}

TEST_CASE("who awaits a task wakes up one turn after the task is done") {
  const Program program(R"(
import asyncio
async def child(): pass
async def main(): await asyncio.create_task(child())
asyncio.run(main())
)");
  const Turns done = program.turns(EventKind::TaskDone, 2);
  REQUIRE(done.size() == 1);
  CHECK(program.turns(EventKind::TaskStep, 1).back() == done[0] + 1);
}

TEST_CASE("awaiting a coroutine, or a future that is done, takes no turn") {
  const Program program(R"(
import asyncio
async def coroutine(): pass
async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result(None)
    await coroutine()
    await future
asyncio.run(main())
)");
  CHECK(program.turns(EventKind::TaskStep, 1).size() == 1);
}

TEST_CASE("sleep(0) takes exactly one turn") {
  const Program program(R"(
import asyncio
async def main():
    for _ in range(3): await asyncio.sleep(0)
asyncio.run(main())
)");
  const Turns steps = program.turns(EventKind::TaskStep, 1);
  REQUIRE(steps.size() == 4);
  for (size_t i = 1; i < steps.size(); ++i) CHECK(steps[i] == steps[i - 1] + 1);
}

TEST_CASE("tasks wake up in the order in which they began to wait") {
  const Program program(R"(
import asyncio
async def waits(n, future):
    await future
    print(n)
async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waits(n, future)) for n in range(3)]
    await asyncio.sleep(0)
    future.set_result(None)
    await asyncio.wait(tasks)
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"0", "1", "2"});
}

TEST_CASE("timers fire in the order of their deadlines, equal ones in the order of making") {
  const Program program(R"(
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    for name, delay in ("c", 2), ("a", 1), ("d", 2), ("b", 1), ("e", 2):
        loop.call_later(delay, print, name)
    await asyncio.sleep(3)
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"a", "b", "c", "d", "e"});
}

TEST_CASE("a timer that is due runs behind what is ready already") {
  const Program program(R"(
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "timer")
    loop.call_soon(print, "ready")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"ready", "timer"});
}

TEST_CASE("time moves only when nothing is ready, and then to the next deadline") {
  const Program program(R"(
import asyncio
async def busy():
    for _ in range(1000): await asyncio.sleep(0)
    print(asyncio.get_running_loop().time())
async def main():
    task = asyncio.create_task(busy())
    await asyncio.sleep(1)
    print(asyncio.get_running_loop().time(), task.done())
    await asyncio.sleep(2.5)
    print(asyncio.get_running_loop().time())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"0.0", "1.0 True", "3.5"});
  const Table<Recording::Jump>& jumps = program.run.recording().jumps();
  REQUIRE(jumps.size() == 2);
  CHECK(jumps[0].from == 0);
  CHECK(jumps[0].to == 1);
  CHECK(jumps[1].to == 3.5);
}

TEST_CASE("a cancelled handle does not run, a cancelled timer does not move time") {
  const Program program(R"(
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "never").cancel()
    loop.call_later(100, print, "never").cancel()
    await asyncio.sleep(1)
    print(loop.time())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"1.0"});
  CHECK(program.count(EventKind::HandleCancelled) == 2);
}

TEST_CASE("an exception in a callback is reported, and the loop goes on") {
  const Program program(R"(
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["exception"]))
    loop.call_soon(int, "x")
    loop.call_soon(print, "next")
    await asyncio.sleep(0)
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"invalid literal for int() with base 10: 'x'", "next"});
}

TEST_CASE("the loop stops at the end of the turn in which stop() is called") {
  const Program program(R"(
import asyncio
loop = asyncio.new_event_loop()
def first():
    loop.stop()
    loop.call_soon(print, "left over")
loop.call_soon(first)
loop.call_soon(print, "same turn")
loop.run_forever()
print("stopped")
loop.run_until_complete(asyncio.sleep(0))
)");
  CHECK(program.lines() == Lines{"same turn", "stopped", "left over"});
}

TEST_CASE(
    "a class's own _run_once() is called for each turn, and sees what is ready and what waits") {
  const Program program(R"(
import asyncio
class Counting(asyncio.SelectorEventLoop):
    def _run_once(self):
        print("ready", len(self._ready), "scheduled", len(self._scheduled))
        super()._run_once()
async def nap(seconds):
    await asyncio.sleep(seconds)
    print("woke after", seconds)
loop = Counting()
loop.create_task(nap(1))
loop.run_until_complete(nap(2))
)");
  CHECK(program.lines() == Lines{"ready 2 scheduled 0", "ready 0 scheduled 2",
                                 "ready 1 scheduled 1", "woke after 1", "ready 0 scheduled 1",
                                 "ready 1 scheduled 0", "woke after 2", "ready 1 scheduled 0"});
}

TEST_CASE("a loop with nothing that could ever wake it is idle, and the run says so") {
  const Program program("import asyncio\nasyncio.new_event_loop().run_forever()\n");
  CHECK(program.run.state() == RunState::Idle);
  CHECK(program.run.message() != "");
}

TEST_SUITE_END();
