// Native coroutines: C++ that awaits Python and is awaited by it.

#include <doctest/doctest.h>

#include "tests/engine/machine/support.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("machine");

TEST_CASE("a native coroutine awaits whatever Python can await") {
  CHECK(out_of(R"(
import asyncio, types
class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return "object"
async def coroutine():
    await asyncio.sleep(1)
    return "coroutine"
@types.coroutine
def generator():
    yield from asyncio.sleep(1).__await__()
    return "generator"
async def main():
    print(await awaits(coroutine()))
    print(await awaits(Awaitable()))
    print(await awaits(generator()))
    print(await awaits(asyncio.create_task(coroutine())))
    print(await awaits(awaits(asyncio.sleep(1, "native"))))
    print(asyncio.get_running_loop().time())
asyncio.run(main())
)") == "coroutine\nobject\ngenerator\ncoroutine\nnative\n5.0\n");
}

TEST_CASE("what a native coroutine awaits must be awaitable") {
  CHECK(out_of(R"(
async def main():
    try:
        await awaits(1)
    except TypeError as error:
        print(error)
import asyncio
asyncio.run(main())
)") == "object int can't be used in 'await' expression\n");
}

TEST_CASE("values go through a native coroutine both ways") {
  CHECK(out_of(R"(
import types
@types.coroutine
def asks():
    return (yield "question")
async def outer():
    return await awaits(asks())
coroutine = outer()
print(coroutine.send(None))
try:
    coroutine.send("answer")
except StopIteration as stop:
    print(stop.value)
)") == "question\nanswer\n");
}

TEST_CASE("a native coroutine yields and is sent a value as a Python one") {
  CHECK(out_of(R"(
coroutine = yields("question")
print(coroutine.send(None))
try:
    coroutine.send("answer")
except StopIteration as stop:
    print(stop.value)
)") == "question\nanswer\n");
}

TEST_CASE("what is thrown into a chain goes through its native coroutines to the innermost") {
  CHECK(out_of(R"(
import types
@types.coroutine
def inner():
    try:
        yield
    except ValueError as error:
        return f"inner caught {error}"
async def outer():
    return await awaits(awaits(inner()))
coroutine = outer()
coroutine.send(None)
try:
    coroutine.throw(ValueError("thrown"))
except StopIteration as stop:
    print(stop.value)
)") == "inner caught thrown\n");
}

TEST_CASE("a native coroutine may swallow what leaves the coroutine that it awaits") {
  CHECK(out_of(R"(
import asyncio
async def fails():
    await asyncio.sleep(1)
    raise ValueError
async def main():
    print(await awaits_and_catches(fails()))
    task = asyncio.create_task(awaits_and_catches(asyncio.sleep(9)))
    await asyncio.sleep(1)
    task.cancel()
    print(await task, task.cancelled())
asyncio.run(main())
)") == "caught\ncaught False\n");
}

TEST_CASE("an exception thrown into a native coroutine that has yielded leaves it") {
  CHECK(out_of(R"(
coroutine = yields(1)
coroutine.send(None)
try:
    coroutine.throw(ValueError("thrown"))
except ValueError as error:
    print(error)
coroutine = yields(1)
coroutine.send(None)
coroutine.close()
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)
)") == "thrown\ncannot reuse already awaited coroutine\n");
}

TEST_CASE("native coroutines release what they hold, finished, closed or never run") {
  constexpr std::string_view kSource = R"(
import asyncio
class Held: pass
async def returns(value): return value
async def main():
    await awaits(returns(Held()))
    waiting = asyncio.create_task(awaits(asyncio.sleep(9, Held())))
    await asyncio.sleep(0)
    never = awaits(Held())
    never.close()
    closed = yields(Held())
    closed.send(None)
    closed.close()
    deep = nested(10, asyncio.sleep(5, Held()))
    deep.send(None)
    deep.close()
asyncio.run(main())
)";
  out_of(kSource);
  const LiveObjects alive;
  out_of(kSource);
  CHECK(alive.all_released());
}

TEST_SUITE_END();
