// What waits, and what ends the waiting: cancel(), gather, shield, timeouts, groups.

#include <doctest/doctest.h>

#include "tests/engine/program.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("asyncio");

TEST_CASE("cancel() of a task that waits raises CancelledError there, one turn later") {
  const Program program(R"(
import asyncio
async def waits():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("cancelled", error)
        raise
async def main():
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    print(task.cancel("why"), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print(task.cancelled(), asyncio.get_running_loop().time())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"True False", "cancelled why", "True 0.0"});
  const Turns cancelled = program.turns(EventKind::TaskCancel, 2);
  REQUIRE(cancelled.size() == 1);
  CHECK(program.turns(EventKind::TaskStep, 2).back() == cancelled[0] + 1);
  CHECK(program.turns(EventKind::TaskCancelled, 2) == Turns{cancelled[0] + 1});
}

TEST_CASE("a task that is cancelled before its first step never runs") {
  const Program program(R"(
import asyncio
async def child(): print("runs")
async def main():
    task = asyncio.create_task(child())
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"True"});
}

TEST_CASE("a task that swallows its cancellation ends as if there had been none") {
  const Program program(R"(
import asyncio
async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "stayed"
async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"stayed False 1"});
}

TEST_CASE("cancel() of a task that is done is False and does nothing") {
  const Program program(R"(
import asyncio
async def main():
    task = asyncio.create_task(asyncio.sleep(0, "result"))
    await task
    print(task.cancel(), task.cancelled(), task.result())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"False False result"});
  CHECK(program.count(EventKind::TaskCancel) == 0);
}

TEST_CASE("cancel() of a task that awaits another cancels that one, and through it the first") {
  const Program program(R"(
import asyncio
async def inner():
    try:
        await asyncio.sleep(10)
    finally:
        print("inner")
async def outer(task):
    try:
        await task
    finally:
        print("outer", task.cancelled())
async def main():
    task = asyncio.create_task(inner())
    waiting = asyncio.create_task(outer(task))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait([waiting])
    print(waiting.cancelled())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"inner", "outer True", "True"});
}

TEST_CASE("gather gives results in the order of its arguments, whoever ends first") {
  const Program program(R"(
import asyncio
async def main():
    print(await asyncio.gather(*[asyncio.sleep(3 - n, n) for n in range(3)]))
    print(asyncio.get_running_loop().time(), await asyncio.gather())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"[0, 1, 2]", "3.0 []"});
}

TEST_CASE("gather of futures that are done is done one turn later, and awaited after two") {
  const Program program(R"(
import asyncio
async def main():
    futures = [asyncio.get_running_loop().create_future() for _ in range(3)]
    for n, future in enumerate(futures): future.set_result(n)
    gathered = asyncio.gather(*futures)
    print(gathered.done())
    await asyncio.sleep(0)
    print(gathered.done())
    print(await gathered)
    again = asyncio.gather(*futures)
    await again
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"False", "True", "[0, 1, 2]"});
  const Turns steps = program.turns(EventKind::TaskStep, 1);
  REQUIRE(steps.size() == 3);
  CHECK(steps[1] == steps[0] + 1);  // sleep(0)
  CHECK(steps[2] == steps[1] + 2);
}

TEST_CASE("the first exception in gather reaches who awaits it, and the others run on") {
  const Program program(R"(
import asyncio
async def fails(delay):
    await asyncio.sleep(delay)
    raise ValueError(delay)
async def ends():
    await asyncio.sleep(3)
    print("ran on")
async def main():
    try:
        await asyncio.gather(fails(2), fails(1), ends())
    except ValueError as error:
        print(error, asyncio.get_running_loop().time())
    await asyncio.sleep(5)
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"1 1.0", "ran on"});
}

TEST_CASE("cancel() of what gather returned cancels all that it gathers") {
  const Program program(R"(
import asyncio
async def main():
    tasks = [asyncio.create_task(asyncio.sleep(9)) for _ in range(3)]
    gathered = asyncio.gather(*tasks)
    await asyncio.sleep(1)
    gathered.cancel()
    try:
        await gathered
    except asyncio.CancelledError:
        print([task.cancelled() for task in tasks])
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"[True, True, True]"});
}

TEST_CASE("shield keeps a cancellation from what it shields") {
  const Program program(R"(
import asyncio
async def waits(inner): await asyncio.shield(inner)
async def main():
    inner = asyncio.create_task(asyncio.sleep(2, "inner"))
    outer = asyncio.create_task(waits(inner))
    await asyncio.sleep(1)
    outer.cancel()
    await asyncio.wait([outer])
    print(outer.cancelled(), inner.done())
    print(await inner, asyncio.get_running_loop().time())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"True False", "inner 2.0"});
}

TEST_CASE("cancel() of what is shielded cancels who awaits the shield") {
  const Program program(R"(
import asyncio
async def main():
    inner = asyncio.create_task(asyncio.sleep(2))
    shield = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    try:
        await shield
    except asyncio.CancelledError:
        print(shield.cancelled())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"True"});
}

TEST_CASE("a timeout ends its block with TimeoutError at its deadline") {
  const Program program(R"(
import asyncio
async def main():
    try:
        async with asyncio.timeout(1) as timeout:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("cancelled inside")
                raise
    except TimeoutError:
        print(timeout.expired(), asyncio.get_running_loop().time())
    print(asyncio.current_task().cancelling())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"cancelled inside", "True 1.0", "0"});
}

TEST_CASE("a timeout whose block ends in time takes its timer back") {
  const Program program(R"(
import asyncio
async def main():
    async with asyncio.timeout(100):
        await asyncio.sleep(1)
    await asyncio.sleep(1)
asyncio.run(main())
)");
  CHECK(program.count(EventKind::HandleCancelled) == 1);
  CHECK(program.run.recording().jumps().size() == 2);
}

TEST_CASE("wait_for cancels what takes too long, and waits until it is done with that") {
  const Program program(R"(
import asyncio
async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(2)
        print("cleaned up")
async def main():
    try:
        await asyncio.wait_for(slow(), 1)
    except TimeoutError:
        print(asyncio.get_running_loop().time())
    print(await asyncio.wait_for(asyncio.sleep(1, "in time"), 5))
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"cleaned up", "3.0", "in time"});
}

TEST_CASE("a task group whose task fails cancels the others and raises a group") {
  const Program program(R"(
import asyncio
async def fails():
    await asyncio.sleep(1)
    raise ValueError("failed")
async def waits():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled")
        raise
async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waits())
            group.create_task(fails())
            await asyncio.sleep(20)
    except* ValueError as errors:
        print(errors.exceptions, asyncio.get_running_loop().time())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"cancelled", "(ValueError('failed'),) 1.0"});
}

TEST_CASE("asyncio.run cancels the tasks that are left, and waits for them") {
  const Program program(R"(
import asyncio
async def left():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0)
        print("left")
async def main():
    asyncio.create_task(left())
    await asyncio.sleep(0)
    print("main ends")
asyncio.run(main())
print("after")
)");
  CHECK(program.lines() == Lines{"main ends", "left", "after"});
}

TEST_CASE("what is no task may come from a loop's create_task() and from a task factory") {
  const Program program(R"(
import asyncio
async def job():
    pass
class FutureLoop(asyncio.SelectorEventLoop):
    def create_task(self, coro, **options):
        coro.close()
        future = self.create_future()
        self.call_soon(future.set_result, "a result")
        return future
print(FutureLoop().run_until_complete(job()))
loop = asyncio.new_event_loop()
async def main():
    loop.set_task_factory(lambda loop, coro: coro.close())
    try:
        for each in asyncio.as_completed([job()]):
            await each
    except AttributeError as error:
        print(error)
loop.run_until_complete(main())
)");
  CHECK(program.lines() ==
        Lines{"a result", "'NoneType' object has no attribute 'add_done_callback'"});
}

TEST_CASE("a partial of itself ends with a RecursionError") {
  const Program program(R"(
import asyncio, functools
endless = functools.partial(print)
endless.__setstate__((endless, (), {}, {}))
loop = asyncio.new_event_loop()
future = loop.create_future()
future.add_done_callback(endless)
for ask in [lambda: asyncio.iscoroutinefunction(endless), lambda: repr(future),
            lambda: repr(loop.call_later(1, endless))]:
    try:
        ask()
    except RecursionError as error:
        print(error)
)");
  const std::string why = "maximum recursion depth exceeded";
  CHECK(program.lines() == Lines{why, why, why});
}

TEST_SUITE_END();
