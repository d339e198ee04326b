// What asyncio does otherwise in a later Python: turns, tasks, and whose step runs inside of whose.

#include <doctest/doctest.h>

#include "tests/engine/program.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("asyncio");

namespace {

constexpr std::string_view kEager = R"(
import asyncio
async def child(seconds):
    print("child", asyncio.current_task().get_name())
    if seconds:
        await asyncio.sleep(seconds)
async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.sleep(0)
    waits = asyncio.create_task(child(1), name="waits")
    ends = asyncio.create_task(child(0), name="ends")
    print(waits.done(), ends.done(), asyncio.current_task().get_name())
    await waits
asyncio.run(main())
)";

}  // namespace

TEST_CASE("an eager task's first step is inside of the step of the task that makes it") {
  const Program program(kEager, under(Version::V3_14));
  CHECK(program.lines() == Lines{"child waits", "child ends", "False True Task-1"});
  for (uint32_t task : {2u, 3u}) {
    CHECK(program.turns(EventKind::TaskStep, task).front() ==
          program.turns(EventKind::TaskCreated, task).front());
    CHECK(program.turns(EventKind::TaskStepOver, task).size() == 1);
  }
  CHECK(program.turns(EventKind::TaskDone, 3) == program.turns(EventKind::TaskCreated, 3));
}

TEST_CASE("wait_for makes no task since 3.12") {
  constexpr std::string_view kSource = R"(
import asyncio
async def child():
    return asyncio.current_task().get_name()
async def main():
    print(await asyncio.wait_for(child(), 1))
asyncio.run(main())
)";
  CHECK(Program(kSource).lines() == Lines{"Task-2"});
  const Program later(kSource, under(Version::V3_14));
  CHECK(later.lines() == Lines{"Task-1"});
  CHECK(later.count(EventKind::TaskCreated) == 1);
}

TEST_CASE("gather of what is done waits for nothing since 3.12") {
  constexpr std::string_view kSource = R"(
import asyncio
async def main():
    done = asyncio.get_running_loop().create_future()
    done.set_result(1)
    print(asyncio.gather(done, done).done())
asyncio.run(main())
)";
  CHECK(Program(kSource).lines() == Lines{"False"});
  CHECK(Program(kSource, under(Version::V3_14)).lines() == Lines{"True"});
}

TEST_CASE("what a version does not have yet is no attribute there") {
  constexpr std::string_view kSource = R"(
import asyncio
for name in ("eager_task_factory", "QueueShutDown", "EventLoop", "print_call_graph", "get_child_watcher"):
    print(name, hasattr(asyncio, name))
print(hasattr(asyncio.Queue, "shutdown"), hasattr(asyncio.TaskGroup, "cancel"))
)";
  CHECK(Program(kSource).lines() == Lines{"eager_task_factory False", "QueueShutDown False",
                                          "EventLoop False", "print_call_graph False",
                                          "get_child_watcher True", "False False"});
  CHECK(Program(kSource, under(Version::V3_14)).lines().back() == "True False");
  CHECK(Program(kSource, under(Version::V3_15)).lines().back() == "True True");
}

TEST_CASE("a queue that is shut down lets go of all that wait for it") {
  constexpr std::string_view kSource = R"(
import asyncio
async def get(queue):
    try:
        await queue.get()
    except asyncio.QueueShutDown:
        print("shut down")
async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(get(queue)) for _ in range(3)]
    await asyncio.sleep(0)
    queue.shutdown()
    await asyncio.wait(tasks)
    print(asyncio.get_running_loop().time())
asyncio.run(main())
)";
  CHECK(Program(kSource, under(Version::V3_14)).lines() ==
        Lines{"shut down", "shut down", "shut down", "0.0"});
}

TEST_SUITE_END();
