#include <string>

#include "doctest/doctest.h"
#include "engine/session/session.h"
#include "tests/engine/recording/describe.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("session");

namespace {

// What a moment says of locks, queues and so on, at the first step at or after a virtual time where
// nothing but the loop runs any more: "Lock #1: locked by a; waiting: b, c".
std::string primitives_at(std::string_view source, double time) {
  Session session;
  session.load(source);
  REQUIRE(session.run_state() == RunState::Finished);
  size_t last = 0;
  for (size_t step = 0; step < session.steps(); ++step) {
    if (session.reader().time_at(session.reader().event_of(step)) > time) break;
    last = step;
  }
  session.seek(last);
  const Moment& moment = session.moment();
  auto name = [&](uint32_t number) -> std::string {
    for (const TaskView& task : moment.tasks) {
      if (task.task == number) return std::string(task.name);
    }
    return "?";
  };
  std::string to;
  for (const PrimitiveView& primitive : moment.primitives) {
    CHECK(primitive.label.find(primitive.kind) == 1);
    to += std::string(primitive.label) + ": " + std::string(primitive.value);
    if (primitive.holder) to += " by " + name(primitive.holder);
    for (const PrimitiveView::Line& line : primitive.lines) {
      to += "; " + std::string(line.role) + ":";
      for (uint32_t task : line.tasks) to += " " + name(task);
      if (line.total > line.tasks.size()) to += " of " + std::to_string(line.total);
    }
    to += "\n";
  }
  return to;
}

constexpr const char* kLock = R"(
import asyncio

async def user(lock):
    async with lock:
        await asyncio.sleep(1)

async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(user(lock), name=name) for name in "abc"]
    await asyncio.sleep(0.5)
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    del lock, tasks
    await asyncio.sleep(5)

asyncio.run(main())
)";

}  // namespace

TEST_CASE("a moment says who holds a lock and who waits for it, in order") {
  CHECK(primitives_at(kLock, 0.2) == "<Lock #1>: locked by a; waiting: b c\n");
  CHECK(primitives_at(kLock, 0.7) == "<Lock #1>: locked by a; waiting: c\n");
  CHECK(primitives_at(kLock, 1.2) == "<Lock #1>: locked by c\n");
  CHECK(primitives_at(kLock, 4) == "");
}

TEST_CASE("a task that waits in line says at what") {
  Session session;
  session.load(kLock);
  bool said = false;
  for (size_t step = 0; step < session.steps() && !said; ++step) {
    session.seek(step);
    for (const TaskView& task : session.moment().tasks) said |= task.waits_for == "Lock #1";
  }
  CHECK(said);
  CHECK(state_json(session).find("\"waits_for\": \"Lock #1\"") != std::string::npos);
  CHECK(
      state_json(session).find(
          "\"primitives\": [{\"kind\": \"Lock\", \"label\": \"<Lock #1>\", \"value\": \"locked\", "
          "\"holder\": \"a\", \"lines\": [{\"role\": \"waiting\", \"total\": 1, "
          "\"tasks\": [\"b\"]}]}]") != std::string::npos);
}

TEST_CASE("a moment says what is in a queue and who waits at which end") {
  const char* source = R"(
import asyncio

async def main():
    queue = asyncio.Queue(1)
    put = [asyncio.create_task(queue.put(n), name=f"put{n}") for n in range(3)]
    joins = asyncio.create_task(queue.join(), name="joins")
    await asyncio.sleep(1)
    for n in range(3):
        await queue.get()
        queue.task_done()
    gets = asyncio.create_task(queue.get(), name="gets")
    await asyncio.sleep(1)
    queue.put_nowait("x")
    await gets

asyncio.run(main())
)";
  CHECK(primitives_at(source, 0.5) ==
        "<Queue #1>: [0] of 1, 1 unfinished; waiting to put: put1 put2; waiting to join: joins\n");
  CHECK(primitives_at(source, 1.5) == "<Queue #1>: [] of 1; waiting to get: gets\n");
}

TEST_CASE("what is taken out of a queue has left it, whatever its order") {
  const char* source = R"(
import asyncio

async def main():
    queues = asyncio.Queue(), asyncio.LifoQueue(), asyncio.PriorityQueue()
    for queue in queues:
        for item in (2, "x" * 3, 3)[::1 if queue is not queues[2] else 2]:
            queue.put_nowait(item)
    await asyncio.sleep(1)
    for queue in queues:
        await queue.get()
    await asyncio.sleep(1)
    for queue in queues:
        await queue.put(1)
    await asyncio.sleep(1)
    for n in range(50):
        for queue in queues:
            queue.put_nowait(n)
    await asyncio.sleep(1)

asyncio.run(main())
)";
  CHECK(primitives_at(source, 0.5) ==
        "<Queue #1>: [2, 'xxx', 3], 3 unfinished\n"
        "<LifoQueue #1>: [2, 'xxx', 3], 3 unfinished\n"
        "<PriorityQueue #1>: [2, 3], 2 unfinished\n");
  CHECK(primitives_at(source, 1.5) ==
        "<Queue #1>: ['xxx', 3], 3 unfinished\n"
        "<LifoQueue #1>: [2, 'xxx'], 3 unfinished\n"
        "<PriorityQueue #1>: [3], 2 unfinished\n");
  CHECK(primitives_at(source, 2.5) ==
        "<Queue #1>: ['xxx', 3, 1], 4 unfinished\n"
        "<LifoQueue #1>: [2, 'xxx', 1], 4 unfinished\n"
        "<PriorityQueue #1>: [1, 3], 3 unfinished\n");
  CHECK(
      primitives_at(source, 3.5) ==
      "<Queue #1>: ['xxx', 3, 1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, …], 54 unfinished\n"
      "<LifoQueue #1>: [2, 'xxx', 1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, …], "
      "54 unfinished\n"
      "<PriorityQueue #1>: [0, 1, 1, 3, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, …], "
      "53 unfinished\n");
}

TEST_CASE("a moment knows events, conditions, semaphores and barriers") {
  const char* source = R"(
import asyncio

async def waits(condition):
    async with condition:
        await condition.wait()

async def takes(semaphore):
    async with semaphore:
        await asyncio.sleep(2)

async def main():
    event, condition = asyncio.Event(), asyncio.Condition()
    semaphore, barrier = asyncio.Semaphore(2), asyncio.Barrier(3)
    tasks = [asyncio.create_task(event.wait(), name="e"),
             asyncio.create_task(waits(condition), name="c"),
             asyncio.create_task(barrier.wait(), name="b")]
    tasks += [asyncio.create_task(takes(semaphore), name=f"s{n}") for n in range(3)]
    await asyncio.sleep(1)
    event.set()
    await asyncio.sleep(9)
    for task in tasks:
        task.cancel()

asyncio.run(main())
)";
  CHECK(primitives_at(source, 0.5) ==
        "<Event #1>: not set; waiting: e\n"
        "<Condition #1>: unlocked; waiting to be notified: c\n"
        "<Semaphore #1>: 0 free; waiting: s2\n"
        "<Barrier #1>: filling, 1 of 3; waiting: b\n");
  CHECK(primitives_at(source, 5) ==
        "<Event #1>: set\n"
        "<Condition #1>: unlocked; waiting to be notified: c\n"
        "<Semaphore #1>: 2 free\n"
        "<Barrier #1>: filling, 1 of 3; waiting: b\n");
}

TEST_CASE("a long line of waiters is counted, and shown as far as somebody looks") {
  const std::string said = primitives_at(R"(
import asyncio

async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(event.wait(), name=str(n)) for n in range(500)]
    await asyncio.sleep(1)
    event.set()
    await asyncio.gather(*tasks)

asyncio.run(main())
)",
                                         0.5);
  CHECK(said.find("<Event #1>: not set; waiting: 0 1 2 3") == 0);
  CHECK(said.find(" 19 of 500\n") != std::string::npos);
}

TEST_CASE("tasks that await each other are shown, and cancelling them ends in a RecursionError") {
  Session session;
  session.load(R"(
import asyncio

tasks = {}


async def needs(other):
    await asyncio.sleep(0)
    return await tasks[other]


async def main():
    for name, other in (("egg", "hen"), ("hen", "egg")):
        tasks[name] = asyncio.create_task(needs(other), name=name)
    await asyncio.sleep(0.1)
    print(tasks["hen"])
    done, pending = await asyncio.wait(tasks.values(), timeout=1)
    print(len(done), len(pending))
    tasks["egg"].set_name("first")
    future = asyncio.get_running_loop().create_future()
    future.set_result(future)
    print(future)
    bare = asyncio.get_running_loop().create_future()
    bare.set_result([bare, {"self": bare}])
    print(bare)
    try:
        tasks["egg"].cancel()
    except RecursionError as error:
        print(error)


asyncio.run(main())
)");
  CHECK(session.run_state() == RunState::Finished);
  CHECK(session.exit_status() == 1);
  session.seek(session.steps() - 1);
  std::string out;
  for (const Reader::Piece& piece : session.reader().output(session.step())) {
    if (!piece.error) out += piece.text;
  }
  CHECK(out.find("wait_for=... cb=[Task.task_wakeup()]> cb=[Task.task_wakeup()]>") != out.npos);
  CHECK(out.find("maximum recursion depth exceeded") != out.npos);
}

TEST_SUITE_END();
