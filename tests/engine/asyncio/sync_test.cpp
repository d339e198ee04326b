// Locks, events and queues: who is let through, and in which order.

#include <doctest/doctest.h>

#include "tests/engine/program.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("asyncio");

TEST_CASE("a queue gives items in the order in which they were put") {
  const Program program(R"(
import asyncio
async def main():
    for kind in asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue:
        queue = kind()
        for item in 2, 3, 1: queue.put_nowait(item)
        print(kind.__name__, [await queue.get() for _ in range(3)])
asyncio.run(main())
)");
  CHECK(program.lines() ==
        Lines{"Queue [2, 3, 1]", "LifoQueue [1, 3, 2]", "PriorityQueue [1, 2, 3]"});
}

TEST_CASE("who has waited longest at a queue is served first") {
  const Program program(R"(
import asyncio
async def takes(n, queue): print(n, await queue.get())
async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(takes(n, queue)) for n in range(3)]
    await asyncio.sleep(0)
    for item in "abc": queue.put_nowait(item)
    await asyncio.gather(*tasks)
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"0 a", "1 b", "2 c"});
}

TEST_CASE("put waits while a queue is full, get_nowait and put_nowait do not wait") {
  const Program program(R"(
import asyncio
async def puts(queue):
    for item in range(3):
        await queue.put(item)
        print("put", item)
async def main():
    queue = asyncio.Queue(1)
    task = asyncio.create_task(puts(queue))
    await asyncio.sleep(1)
    try: queue.put_nowait("no")
    except asyncio.QueueFull: print("full")
    print("got", await queue.get())
    await asyncio.sleep(1)
    print("got", await queue.get(), await queue.get())
    try: queue.get_nowait()
    except asyncio.QueueEmpty: print("empty", task.done())
asyncio.run(main())
)");
  CHECK(program.lines() ==
        Lines{"put 0", "full", "got 0", "put 1", "put 2", "got 1 2", "empty True"});
}

TEST_CASE("join waits until every item that was put is done") {
  const Program program(R"(
import asyncio
async def works(queue):
    while True:
        await queue.get()
        await asyncio.sleep(1)
        queue.task_done()
async def main():
    queue = asyncio.Queue()
    for item in range(4): queue.put_nowait(item)
    workers = [asyncio.create_task(works(queue)) for _ in range(2)]
    await queue.join()
    print(asyncio.get_running_loop().time())
    for worker in workers: worker.cancel()
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"2.0"});
}

TEST_CASE("a lock is handed on in the order of waiting") {
  const Program program(R"(
import asyncio
async def works(n, lock):
    async with lock:
        print(n)
        await asyncio.sleep(1)
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[works(n, lock) for n in range(3)])
    print(asyncio.get_running_loop().time(), lock.locked())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"0", "1", "2", "3.0 False"});
}

TEST_CASE("who is cancelled while it waits for a lock leaves the line, and nobody is skipped") {
  const Program program(R"(
import asyncio
async def works(n, lock):
    async with lock:
        print(n)
        await asyncio.sleep(1)
async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(works(n, lock)) for n in range(3)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.wait(tasks)
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"0", "2"});
}

TEST_CASE("an event lets everybody through, until it is cleared") {
  const Program program(R"(
import asyncio
async def waits(n, event):
    await event.wait()
    print(n)
async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waits(n, event)) for n in range(2)]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await asyncio.gather(*tasks)
    tasks = [asyncio.create_task(waits("late", event))]
    await asyncio.sleep(1)
    print(tasks[0].done())
    tasks[0].cancel()
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"0", "1", "False"});
}

TEST_CASE("a semaphore lets as many through as its value says") {
  const Program program(R"(
import asyncio
inside = most = 0
async def works(semaphore):
    global inside, most
    async with semaphore:
        inside += 1
        most = max(most, inside)
        await asyncio.sleep(1)
        inside -= 1
async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[works(semaphore) for _ in range(5)])
    print(most, asyncio.get_running_loop().time())
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"2 3.0"});
}

TEST_CASE("notify wakes as many as it is asked for, in the order of waiting") {
  const Program program(R"(
import asyncio
async def waits(n, condition):
    async with condition:
        await condition.wait()
        print(n)
async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waits(n, condition)) for n in range(3)]
    await asyncio.sleep(0)
    async with condition: condition.notify(2)
    await asyncio.sleep(1)
    print("then")
    async with condition: condition.notify_all()
    await asyncio.gather(*tasks)
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"0", "1", "then", "2"});
}

TEST_SUITE_END();
