// contextvars: which context runs, and that it is left on every way out.

#include <doctest/doctest.h>

#include "tests/engine/program.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("machine");

TEST_CASE("Context.run is inside of its context until it returns or raises") {
  const Program program(R"(
import contextvars
var = contextvars.ContextVar("var", default="outside")
def fails():
    var.set("changed")
    raise ValueError
context = contextvars.copy_context()
context.run(var.set, "inside")
print(var.get(), context[var])
try:
    context.run(fails)
except ValueError:
    print(var.get(), context[var])
print(context.run(var.get))
)");
  CHECK(program.lines() == Lines{"outside inside", "outside changed", "changed"});
}

TEST_CASE("a context cannot be entered twice at once") {
  const Program program(R"(
import contextvars
context = contextvars.copy_context()
try:
    context.run(context.run, print)
except RuntimeError as error:
    print(str(error).startswith("cannot enter context:"))
context.run(print, "entered again")
)");
  CHECK(program.lines() == Lines{"True", "entered again"});
}

TEST_CASE("a task runs in a copy of the context in which it was made") {
  const Program program(R"(
import asyncio, contextvars
var = contextvars.ContextVar("var", default="none")
async def child():
    seen = var.get()
    var.set("child's")
    await asyncio.sleep(0)
    return seen, var.get()
async def main():
    var.set("main's")
    task = asyncio.create_task(child())
    var.set("set after")
    print(await task, var.get())
    print(await child(), var.get())  # awaited in the same task: the same context
asyncio.run(main())
print(var.get())
)");
  CHECK(program.lines() ==
        Lines{"(\"main's\", \"child's\") set after", "('set after', \"child's\") child's", "none"});
}

TEST_CASE("a callback that raises leaves its context") {
  const Program program(R"(
import asyncio, contextvars
var = contextvars.ContextVar("var", default="none")
def fails():
    var.set("callback's")
    raise ValueError
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("raised", var.get()))
    loop.call_soon(fails)
    await asyncio.sleep(0)
    print(var.get())
asyncio.run(main())
)");
  CHECK(program.lines().back() == "none");
}

TEST_CASE("tasks that take turns each see their own values") {
  const Program program(R"(
import asyncio, contextvars
var = contextvars.ContextVar("var")
async def worker(n):
    var.set(n)
    for _ in range(3):
        await asyncio.sleep(0)
        assert var.get() == n
    return var.get()
async def main():
    print(await asyncio.gather(*[worker(n) for n in range(5)]))
asyncio.run(main())
)");
  CHECK(program.lines() == Lines{"[0, 1, 2, 3, 4]"});
}

TEST_SUITE_END();
