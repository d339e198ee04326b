// Frames: how deep they may be, how they pass on what is yielded, returned and raised, and when a
// run may pause between them.

#include <doctest/doctest.h>

#include <cstring>

#include "tests/engine/machine/support.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("machine");

namespace {

constexpr int kDeep = 100'000;

RunOptions deep() {
  RunOptions options = under(Version::V3_11);
  options.limits.recursion = 2 * kDeep;
  return options;
}

bool is_same(const Recording& a, const Recording& b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (std::memcmp(&a[i], &b[i], sizeof(Event)) != 0) return false;
  }
  return true;
}

// Whether all objects are gone after a run that goes on for so many events. What is made once for
// all runs, such as names of the program's own, is there after the first.
bool leaves_nothing(std::string_view source, const RunOptions& options = {},
                    uint64_t events = UINT64_MAX / 2) {
  Run(source, options).go(events);
  const LiveObjects alive(options.version);
  Run(source, options).go(events);
  return alive.all_released();
}

constexpr std::string_view kEveryWayOut = R"(
import asyncio

class Timer:
    async def __aenter__(self):
        await asyncio.sleep(1)
        return self
    async def __aexit__(self, *exception):
        return await asyncio.sleep(1, True)

def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")

async def items():
    for i in range(3):
        await asyncio.sleep(0)
        yield i

async def fails(n):
    if n == 0:
        await asyncio.sleep(0)
        raise ValueError(n)
    await fails(n - 1)

async def main():
    async with Timer() as timer:
        await fails(3)
    async for item in items():
        print(item, sorted([3, 1, 2], key=lambda i: -i))
    for number in numbers():
        break
    task = asyncio.create_task(fails(1))
    task.cancel()
    print(await asyncio.gather(task, fails(0), asyncio.sleep(2, "x"), return_exceptions=True))

asyncio.run(main())
)";

}  // namespace

TEST_CASE("a chain of a hundred thousand awaits leaves the C++ stack flat") {
  CHECK(out_of(R"(
import asyncio
async def descend(n):
    if n == 0:
        before = stack_address()
        await asyncio.sleep(0)
        return before, stack_address()
    return await descend(n - 1)
async def main():
    here = stack_address()
    print(await descend(100_000) == (here, here))
asyncio.run(main())
)",
               deep()) == "True\n");
}

TEST_CASE("a chain of a hundred thousand native coroutines leaves the C++ stack flat") {
  CHECK(out_of(R"(
import asyncio
async def innermost():
    before = stack_address()
    await asyncio.sleep(0)
    return before, stack_address()
async def main():
    here = await innermost()
    print(await nested(100_000, innermost()) == here)
asyncio.run(main())
)",
               deep()) == "True\n");
}

TEST_CASE("a hundred thousand generators that yield from one another leave the C++ stack flat") {
  CHECK(out_of(R"(
def descend(n):
    if n == 0:
        yield stack_address()
        yield stack_address()
    else:
        yield from descend(n - 1)
def here():
    yield stack_address()
print(set(descend(100_000)) == set(here()))
)",
               deep()) == "True\n");
}

TEST_CASE("calls that are nested a hundred thousand deep leave the C++ stack flat") {
  CHECK(out_of(R"(
def descend(n):
    return stack_address() if n == 0 else descend(n - 1)
print(descend(100_000) == descend(0))
)",
               deep()) == "True\n");
}

TEST_CASE("what the innermost coroutine yields suspends every frame of the chain, inside first") {
  const Program program(R"(
import asyncio
async def inner(): await asyncio.sleep(0)
async def middle(): await inner()
async def main(): await middle()
asyncio.run(main())
)");
  const Recording& recording = program.run.recording();
  Lines order;
  for (size_t i = 0; i < recording.size(); ++i) {
    const EventKind kind = recording[i].kind();
    if (kind != EventKind::Suspend && kind != EventKind::Resume) continue;
    order.push_back(std::string(word_of(kind)) + " " +
                    recording.code_of(recording[i].subject).name);
  }
  CHECK(order == Lines{"suspend inner", "suspend middle", "suspend main", "resume main",
                       "resume middle", "resume inner"});
}

TEST_CASE("an exception leaves every frame of a chain, inside first") {
  const Program program(R"(
import asyncio
async def descend(n):
    try:
        if n == 0: raise ValueError
        await descend(n - 1)
    finally:
        order.append(n)
order = []
try:
    asyncio.run(descend(3))
except ValueError:
    print(order)
)");
  CHECK(program.lines() == Lines{"[0, 1, 2, 3]"});
  CHECK(program.count(EventKind::Raise) == 4);
}

TEST_CASE("what is thrown into a chain reaches the innermost frame first") {
  const Program program(R"(
import types
@types.coroutine
def inner():
    try:
        yield
    except ValueError:
        print("inner")
        raise
async def middle():
    try:
        await inner()
    except ValueError:
        print("middle")
        raise KeyError
async def outer():
    try:
        await middle()
    except KeyError as error:
        print("outer", type(error.__context__).__name__)
        return "done"
coroutine = outer()
coroutine.send(None)
try:
    coroutine.throw(ValueError())
except StopIteration as stop:
    print(stop.value)
)");
  CHECK(program.lines() == Lines{"inner", "middle", "outer ValueError", "done"});
}

TEST_CASE("close() of a chain raises GeneratorExit in the innermost frame first") {
  const Program program(R"(
import types
@types.coroutine
def inner():
    try:
        yield
    finally:
        print("inner")
async def outer():
    try:
        await inner()
    finally:
        print("outer")
coroutine = outer()
coroutine.send(None)
coroutine.close()
)");
  CHECK(program.lines() == Lines{"inner", "outer"});
}

TEST_CASE("as many frames may be on top of one another as the limit says") {
  RunOptions options = under(Version::V3_11);
  options.limits.recursion = 50;
  const Program program(R"(
def descend():
    global depth
    depth += 1
    descend()
depth = 1  # the module's
try:
    descend()
except RecursionError as error:
    print(depth, error)
)",
                        options);
  CHECK(program.lines() == Lines{"50 maximum recursion depth exceeded"});
}

TEST_CASE("frames that wait take part in the recursion limit, those of other tasks do not") {
  RunOptions options = under(Version::V3_11);
  options.limits.recursion = 60;
  const Program program(R"(
import asyncio
async def descend(n):
    if n == 0:
        await asyncio.sleep(0)
    else:
        await descend(n - 1)
async def main():
    await asyncio.gather(*[descend(40) for _ in range(10)])
    try:
        await descend(60)
    except RecursionError:
        print("too deep")
asyncio.run(main())
)",
                        options);
  CHECK(program.lines() == Lines{"too deep"});
}

TEST_CASE("a run that pauses after every event does the same as one that does not") {
  const Program whole(kEveryWayOut);
  REQUIRE(whole.run.state() == RunState::Finished);
  REQUIRE(whole.run.err() == "");
  Run pausing(kEveryWayOut, under(Version::V3_11));
  size_t pauses = 0;
  while (pausing.go(1) == RunState::Paused) ++pauses;
  CHECK(pausing.state() == RunState::Finished);
  CHECK(pausing.out() == whole.run.out());
  CHECK(is_same(pausing.recording(), whole.run.recording()));
  CHECK(pauses > whole.run.recording().size() / 3);
}

TEST_CASE("a run that ends leaves no object behind") {
  CHECK(leaves_nothing(kEveryWayOut));
  CHECK(leaves_nothing("def f(:\n"));
  // An exception that holds frames, and a cycle of objects.
  CHECK(leaves_nothing(R"(
class Node: pass
def fails():
    node = Node()
    node.itself = node
    raise ValueError(node)
fails()
)"));
  // Nothing can wake the event loop.
  CHECK(leaves_nothing(R"(
import asyncio
async def main(): await asyncio.Future()
asyncio.run(main())
)"));
}

TEST_CASE("a run that is ended by a limit leaves no object behind") {
  RunOptions options = under(Version::V3_11);
  options.limits.output_bytes = 100;
  CHECK(leaves_nothing(R"(
import asyncio
async def waits(): await asyncio.Event().wait()
async def main():
    tasks = [asyncio.create_task(waits()) for _ in range(5)]
    while True:
        await asyncio.sleep(1)
        print("x" * 20)
asyncio.run(main())
)",
                       options));
}

TEST_CASE("a run that is given up while it is paused leaves no object behind") {
  const size_t all = Program(kEveryWayOut).run.recording().size();
  for (uint64_t events = 0; events < all; events += 7) {
    CAPTURE(events);
    REQUIRE(leaves_nothing(kEveryWayOut, {}, events));
  }
}

TEST_SUITE_END();
