// What is said of steps that are easily told wrongly: programs, each with a sentence and what must
// not be said.

#include "doctest/doctest.h"
#include "engine/session/session.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("session");

namespace {

// Everything that is said of the steps of a program, a line each.
std::string all_said(std::string_view program, Version version = Version::V3_14) {
  Session session;
  session.set_python(version);
  session.load("import asyncio\n" + std::string(program));
  std::string said;
  for (size_t step = 0; step < session.steps(); ++step) {
    session.seek(step);
    said += session.explanation().text + "\n";
  }
  return said;
}

bool says(const std::string& said, std::string_view sentence) {
  const bool found = said.find(sentence) != std::string::npos;
  if (!found) MESSAGE(sentence << " is not among:\n" << said);
  return found;
}

}  // namespace

TEST_CASE("what is awaited and what is called is told by its place, not by the order of calls") {
  const std::string said = all_said(R"(
async def f():
    return 1
async def main():
    print(await f())
    y = 0
    print(y if y else None)
    await asyncio.gather(f(), f())
asyncio.run(main())
)");
  CHECK(says(said, "Next, line 6: `main` awaits `f()`, then calls `print`."));
  CHECK(says(said, "Next, line 7: `main` sets `y` to `0`."));
  CHECK(says(said, "Next, line 8: `main` calls `print`."));
  CHECK(says(said,
             "Next, line 9: `f()` creates a coroutine object, and `asyncio.gather` receives "
             "it. Then `main` awaits `asyncio.gather(…)`."));
  CHECK(says(said, "`asyncio.run` wraps `main()` in `Task-1` and schedules its first step."));
}

TEST_CASE("a call that blocks says who is ready and cannot run") {
  const std::string said = all_said(R"(import time
async def f():
    pass
async def main():
    task = asyncio.create_task(f())
    time.sleep(1)
    await task
asyncio.run(main())
)");
  CHECK(says(said,
             "`time.sleep` blocks the thread from 0 s to 1 s. `Task-2` is ready but can't "
             "run: `main` hasn't given up control."));
  CHECK(said.find("Nothing is ready") == std::string::npos);
}

TEST_CASE("definitions and imports are told as what they are") {
  const std::string said = all_said(R"(import time, math
async def g():
    yield 1
def h():
    yield 2
)");
  CHECK(says(said, "Next, line 2: Python imports `time` and `math`."));
  CHECK(says(said, "Line 3 defines the asynchronous generator function `g`."));
  CHECK(says(said, "Line 5 defines the generator function `h`."));
}

TEST_CASE("each round of a comprehension takes an item, and only the end has no more") {
  for (Version version : {Version::V3_11, Version::V3_14}) {
    const std::string said = all_said("xs = [n for n in range(2)]\n", version);
    CHECK(says(said, "the comprehension takes its first item."));
    CHECK(says(said, "the comprehension takes the next item."));
    CHECK(says(said, "the comprehension has no more items."));
    CHECK(said.find("returns `[0]`") == std::string::npos);
  }
}

TEST_CASE("a coroutine that has finished is not said to run") {
  const std::string said = all_said(R"(
async def f():
    pass
async def main():
    c = f()
    await c
    try:
        await c
    except RuntimeError as error:
        pass
asyncio.run(main())
)");
  CHECK(says(said,
             "`<coroutine f>` cannot be awaited now: it has finished, or another `await` is "
             "running it."));
  CHECK(says(said,
             "Line 9 raised `RuntimeError('cannot reuse already awaited coroutine')`. Next, "
             "line 10: does `except RuntimeError` match? Yes: the handler runs."));
}

TEST_CASE("an exception that is caught in its own frame is told of with its line, named or not") {
  const std::string said = all_said(R"(
def parse(text):
    try:
        return int(text)
    except KeyError:
        pass
    except ValueError:
        return 0
    finally:
        text = None
def cleanup():
    try:
        [][1]
    finally:
        x = 1
parse("x")
try:
    cleanup()
except:
    pass
)");
  CHECK(says(said,
             "Line 5 raised `ValueError(\"invalid literal for int() with base 10: 'x'\")`. Next, "
             "line 6: does `except KeyError` match? No."));
  CHECK(says(said,
             "Line 5 raised `ValueError(\"invalid literal for int() with base 10: 'x'\")`. Next, "
             "line 8: does `except ValueError` match? Yes: the handler runs."));
  CHECK(says(said,
             "Line 14 raised `IndexError('list index out of range')`. Next, line 16 runs before "
             "the exception continues."));
  CHECK(says(said, "`except:` handles any exception."));
}

TEST_CASE("wait_for waits for its task, and a callback that has run is not said not to run") {
  const std::string said = all_said(R"(
async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(2), 1)
    except TimeoutError:
        pass
asyncio.run(main())
)",
                                    Version::V3_11);
  CHECK(says(said, "`Task-1` is waiting for `Task-2`, at most until 1 s."));
  CHECK(says(said,
             "The callback that ends a wait is cancelled, but it has already run, so nothing "
             "changes."));
  CHECK(says(said, "`asyncio.wait_for` cancels `Task-2`."));
}

TEST_CASE("whose failure cancels the tasks of a group is said") {
  const std::string said = all_said(R"(
async def fail():
    raise ValueError("no")
async def wait():
    await asyncio.sleep(1)
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(wait())
        group.create_task(fail())
asyncio.run(main())
)");
  CHECK(says(said, "`Task-3` failed, so its TaskGroup cancels `Task-2`."));
}

TEST_CASE("a task that closes a generator says why it is there") {
  const std::string said = all_said(R"(
async def g():
    yield 1
async def main():
    async for n in g():
        break
    await asyncio.sleep(0)
asyncio.run(main())
)");
  CHECK(says(said, "Next, line 7: `break` ends the loop."));
  CHECK(says(said, "`g` was left before its end. The event loop creates `Task-2` to close it"));
}

TEST_CASE("try, loops and conditions are told as such") {
  const std::string said = all_said(R"(
for i in range(2):
    if i == 1:
        continue
try:
    print(i)
finally:
    pass
)");
  CHECK(says(said, "Next, line 3: `for` takes its first item and sets `i` to `0`."));
  CHECK(says(said, "Next, line 3: `for` takes the next item and sets `i` to `1`."));
  CHECK(says(said, "Next, line 3: `for` has no more items, so the loop ends."));
  CHECK(says(said, "Next, line 4: Python tests a condition, and line 5 is next."));
  CHECK(says(said, "Next, line 6: a `try` block begins."));
  CHECK(said.find("is about to run") == std::string::npos);
}

TEST_CASE("an exception that leaves a block says what with does about it") {
  for (Version version : {Version::V3_11, Version::V3_14}) {
    const std::string said = all_said(R"(import contextlib
async def main():
    with contextlib.suppress(ValueError):
        raise ValueError("no")
    async with asyncio.Lock():
        pass
asyncio.run(main())
)",
                                      version);
    CHECK(says(said, "Next, line 4: `with` calls `__enter__` of `contextlib.suppress(…)`."));
    CHECK(says(said,
               "`ValueError('no')` leaves the `with` block. Next, line 4: `with` calls `__exit__` "
               "with it."));
    CHECK(says(said,
               "The `async with` block ends. Next, line 6: `async with` calls `__aexit__` and "
               "awaits it."));
  }
}

TEST_CASE("a callback that blocks is not said to be the loop's sleep") {
  const std::string said = all_said(R"(import time
async def main():
    asyncio.get_running_loop().call_soon(time.sleep, 1)
    await asyncio.sleep(0)
asyncio.run(main())
)");
  CHECK(says(said, "`sleep(1)` blocks the thread. The clock moves from 0 s to 1 s"));
  CHECK(said.find("Nothing is ready") == std::string::npos);
}

TEST_CASE("a loop that never gives way says so where the run pauses") {
  Session session;
  session.load(
      "import asyncio\nasync def main():\n    while True:\n        pass\n"
      "asyncio.run(main())\n");
  session.seek(SIZE_MAX);
  CHECK(session.explanation().text.find("lines without suspending. The event loop can run nothing "
                                        "else") != std::string::npos);
  CHECK(session.explanation().instead.find("asyncio.sleep(0)") != std::string::npos);
}

TEST_CASE("a deadlock says who waits for what") {
  const std::string said = all_said(R"(
async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    await lock.acquire()
asyncio.run(main())
)");
  CHECK(says(said, "Deadlock: nothing can wake the event loop."));
  CHECK(says(said, "`Task-1` waits for `Lock #1`, which `Task-1` holds."));
}

TEST_CASE("a task that returns has started") {
  Session session;
  session.load("import asyncio\nasync def main():\n    pass\nasyncio.run(main())\n");
  bool before = false, after = false;
  for (size_t step = 0; step < session.steps(); ++step) {
    session.seek(step);
    const EventKind kind = session.recording()[session.reader().event_of(step)].kind();
    for (const TaskView& task : session.moment().tasks) {
      if (kind == EventKind::TaskCreated) before = !task.started;
      if (kind == EventKind::Return && session.moment().function == "main") after = task.started;
    }
  }
  CHECK(before);
  CHECK(after);
}

TEST_CASE(
    "what gather's caller waits for is named by gather, and a program's own future by its number") {
  const std::string gathered = all_said(R"(
async def main():
    waits = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    await waits
asyncio.run(main())
)");
  CHECK(says(gathered, "`main` suspends until the future that `gather` returned is done."));
  CHECK(gathered.find("future 1") == std::string::npos);
  const std::string own = all_said(R"(
async def main():
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, future.set_result, 7)
    await future
asyncio.run(main())
)");
  CHECK(says(own, "`main` suspends until future 1 is done."));
}

TEST_CASE("a future that asyncio has made is named by who waits there, a program's own is not") {
  const std::string said = all_said(R"(
async def child(seconds):
    await asyncio.sleep(seconds)
    raise ValueError
async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child(1))
            group.create_task(child(2))
    except* ValueError:
        pass
    await asyncio.wait([asyncio.create_task(asyncio.sleep(1))])
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, future.set_result, 7)
    await asyncio.wait_for(future, None)
asyncio.run(main())
)");
  CHECK(says(said,
             "`main` suspends until future 1, which `TaskGroup.__aexit__` has created, is "
             "done. Control returns"));
  // Woken by the first failure, it waits for the rest.
  CHECK(says(said,
             "`Task-1` is waiting until future 4, which `TaskGroup.__aexit__` has created, "
             "is done."));
  CHECK(says(said, "`main` suspends until future 5, which `wait` has created, is done."));
  CHECK(says(said, "`main` suspends until future 7 is done."));
}

TEST_CASE("what is yielded goes past those who pass it on") {
  const std::string said = all_said(R"(
def inner():
    got = yield "first"
    return "last"
def outer():
    result = yield from inner()
    print(result)
walker = outer()
next(walker)
try:
    walker.send("A")
except StopIteration:
    pass
print(list((lambda: (yield from [2, 3]))()))
class Aw:
    def __await__(self):
        return (yield 42)
async def tea():
    return await Aw()
steps = tea()
steps.send(None)
async def main():
    await Aw()
asyncio.run(main())
)");
  CHECK(says(said, "`inner` yields `'first'` to the program."));
  CHECK(says(said, "`outer` suspends too: its `yield from` passes on what `inner` yields."));
  CHECK(says(said, "`outer` resumes at line 7: its `yield from` passes `'A'` on."));
  CHECK(says(said, "`inner` resumes at line 4: its `yield` evaluates to `'A'`."));
  CHECK(says(said, "`inner` returns `'last'`, so the `yield from` in `outer` evaluates to"));
  CHECK(says(said, "`<lambda>` yields `2` to the program."));
  CHECK(says(said, "`Aw.__await__` yields `42` to the program."));
  CHECK(says(said, "`Aw.__await__` yields `42` to `Task-1`."));
  // What comes later is for later to tell.
  CHECK(says(said, "Next, line 7: `outer` calls `inner` and sets `result`.\n"));
  CHECK(says(said, "Next, line 20: `tea` awaits `Aw()`.\n"));
}

TEST_CASE("what is awaited is told as it turns out") {
  const std::string said = all_said(R"(
async def fails():
    raise ValueError
async def main():
    await asyncio.to_thread(len, "abc")
    task = asyncio.create_task(fails())
    await asyncio.wait([task])
    try:
        await task
    except ValueError:
        pass
    a = await asyncio.gather(
        asyncio.sleep(1),
        asyncio.sleep(2),
    )
    print(await asyncio.sleep(0), await asyncio.sleep(1), await asyncio.sleep(2), await task)
asyncio.run(main())
)");
  CHECK(says(said, "`await` in `main` runs `<coroutine to_thread>`, which is built in."));
  CHECK(said.find("cannot be awaited now") == said.npos);
  CHECK(says(said, "`<Task>` is already done but has no result, so `await` raises without"));
  CHECK(says(said, "Next, line 13: a statement begins. It continues in line 14."));
  CHECK(says(said, "Next, line 13: `main` awaits a value and sets `a`.\n"));
  CHECK(says(said, "`main` awaits `asyncio.sleep(…)`, `asyncio.sleep(…)` and 2 more"));
}

TEST_CASE("a with block is entered only where there is something to enter") {
  const std::string said = all_said(R"(
class Open:
    async def __aenter__(self): pass
    async def __aexit__(self, *args): pass
async def leaves():
    async with Open():
        return 5
async def main():
    await leaves()
    try:
        with Open():
            pass
    except TypeError:
        pass
    async with asyncio.sleep:
        pass
asyncio.run(main())
)");
  CHECK(says(said, "Next, line 8 leaves the `async with` block, so line 7 is next."));
  CHECK(says(said, "Next, line 12: `with` needs `__enter__` and `__exit__` of `Open()`."));
  CHECK(says(said,
             "Next, line 16: `async with` needs `__aenter__` and `__aexit__` of "
             "`asyncio.sleep`."));
}

TEST_SUITE_END();
