// The virtual clock: it moves where everybody waits, where the program sleeps, and for whoever
// keeps looking at it.

#include <doctest/doctest.h>

#include "tests/engine/program.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("asyncio");

TEST_CASE("looking at the clock now and then takes no time") {
  const Program program(R"(
import time
began = time.monotonic()
for _ in range(5000):
    time.perf_counter()
print(time.monotonic() - began)
)");
  CHECK(program.lines() == Lines{"0.0"});
}

TEST_CASE("a loop that waits for the clock without awaiting ends, and blocks the event loop") {
  const Program program(R"(
import asyncio, time
async def other():
    await asyncio.sleep(1)
    print("other", round(time.time() - began))
async def main():
    task = asyncio.create_task(other())
    await asyncio.sleep(0)
    while time.time() - began < 3:
        pass
    print("main", round(time.time() - began))
    await task
began = time.time()
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"main 3", "other 3"});
}

TEST_CASE("a task that goes round with sleep(0) until a timer has fired ends") {
  const Program program(R"(
import asyncio
async def main():
    fired = []
    asyncio.get_running_loop().call_later(1, fired.append, "fired")
    while not fired:
        await asyncio.sleep(0)
    print(fired)
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"['fired']"});
}

TEST_CASE("a program that is busy has not run out of time while a timer is pending") {
  const Program program(R"(
import asyncio
async def main():
    queue = asyncio.Queue(1)
    async def produce():
        for number in range(20000):
            await queue.put(number)
    producer = asyncio.create_task(produce())
    count = 0
    async with asyncio.timeout(5):
        for _ in range(20000):
            await queue.get()
            count += 1
    print(count)
    async with asyncio.timeout(5):
        for _ in range(20000):
            await asyncio.sleep(0)
    print("ended")
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"20000", "ended"});
}

TEST_CASE("who looks at the clock in every turn pays for the looks, not for the turns") {
  const Program program(R"(
import asyncio, time
async def main():
    asyncio.get_running_loop().call_later(60, print)
    turns, end = 0, time.time() + 3
    while time.time() < end:
        await asyncio.sleep(0)
        turns += 1
    print(turns < 15000)
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"True"});
}

// (No conformance program: the CPython that is asked there ignores its environment.)
TEST_CASE("PYTHONASYNCIODEBUG, set before there is a loop, turns its debug mode on") {
  const Program program(R"(
import asyncio, os
async def main():
    print(asyncio.get_running_loop().get_debug())
for text in "1", "":
    os.environ["PYTHONASYNCIODEBUG"] = text
    asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"True", "False"});
}

TEST_SUITE_END();
