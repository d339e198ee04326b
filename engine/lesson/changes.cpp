#include "engine/lesson/changes.h"

#include <algorithm>

#include "engine/compat/deferred_data.h"

namespace awaitscope {

namespace {

using enum Version;

#define LATER(...) AWAITSCOPE_LATER(__VA_ARGS__)

const auto& changes() {
  need_deferred_data();
  static const VersionChange kChanges[] = {
      {"wait-for", V3_12, V3_11, V3_14, LATER("wait_for stays in its task"),
       LATER("`asyncio.wait_for` used to run a coroutine in its own task. Now it awaits the "
             "coroutine "
             "directly, inside `asyncio.timeout`, so the task and its name stay the same."),
       LATER("https://docs.python.org/3/whatsnew/3.12.html#asyncio"), LATER(R"(import asyncio


async def fetch():
    print("fetch runs in", asyncio.current_task().get_name())
    await asyncio.sleep(1)
    return "data"


async def main():
    print("main runs in", asyncio.current_task().get_name())
    print(await asyncio.wait_for(fetch(), 2))


asyncio.run(main())
)"),
       "", "wait_for("},
      {"comprehensions", V3_12, V3_11, V3_14, LATER("Comprehensions run in their function"),
       LATER("A list, dict or set comprehension used to be its own function, called at once. Now "
             "its code "
             "is part of the surrounding function (PEP 709), with one frame less."),
       LATER("https://docs.python.org/3/whatsnew/3.12.html#pep-709-comprehension-inlining"),
       LATER(R"(import asyncio


async def fetch(number):
    await asyncio.sleep(number)
    return number * number


async def main():
    print([await fetch(n) for n in (1, 2, 3)])


asyncio.run(main())
)"),
       LATER("<listcomp>|<dictcomp>|<setcomp>"), ""},
      {"eager-tasks", V3_12, V3_11, V3_14, LATER("Eager tasks start at once"),
       LATER("With `asyncio.eager_task_factory`, a new task runs at once, up to its first "
             "suspension. It "
             "is scheduled on the event loop only if it has to wait."),
       LATER("https://docs.python.org/3/library/asyncio-task.html#eager-task-factory"),
       LATER(R"(import asyncio


async def cached(key):
    print("looking up", key)
    return key.upper()


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(cached("a"))
    print("the task is done:", task.done())
    print(await task)


asyncio.run(main())
)"),
       LATER("eager_task_factory|eager_start"), "eager_"},
      {"queue-shutdown", V3_13, V3_11, V3_14, LATER("A queue can be shut down"),
       LATER("`Queue.shutdown()` ends a queue: waiting calls of `get()` and `put()` raise "
             "`QueueShutDown`. "
             "Before, a producer had to send each consumer a special item."),
       LATER("https://docs.python.org/3/library/asyncio-queue.html#asyncio.Queue.shutdown"),
       LATER(R"(import asyncio


async def worker(queue):
    try:
        while True:
            print("got", await queue.get())
    except asyncio.QueueShutDown:
        print("no more work")


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(worker(queue))
    for item in ("a", "b"):
        await queue.put(item)
    queue.shutdown()
    await task


asyncio.run(main())
)"),
       LATER("QueueShutDown|'shutdown'"), ".shutdown("},
      {"as-completed", V3_13, V3_11, V3_14, LATER("async for over as_completed"),
       LATER("`async for` works with `asyncio.as_completed`: it yields the tasks you passed in, "
             "each when "
             "it is done."),
       LATER("https://docs.python.org/3/whatsnew/3.13.html#asyncio"), LATER(R"(import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    tasks = [asyncio.create_task(fetch("slow", 2)), asyncio.create_task(fetch("fast", 1))]
    async for task in asyncio.as_completed(tasks):
        print(await task, tasks.index(task))


asyncio.run(main())
)"),
       "", "as_completed("},
      {"get-event-loop", V3_14, V3_11, V3_14, LATER("get_event_loop() no longer creates a loop"),
       LATER(
           "Outside a coroutine, `asyncio.get_event_loop()` used to create an event loop if there "
           "was "
           "none. Since 3.12 it warned; now it raises `RuntimeError`. Call `asyncio.run(main())`."),
       LATER("https://docs.python.org/3/whatsnew/3.14.html#asyncio"), LATER(R"(import asyncio


async def main():
    print("main runs")


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
)"),
       LATER("There is no current event loop"), "get_event_loop("},
      {"run-awaitables", V3_14, V3_11, V3_14, LATER("asyncio.run() takes any awaitable"),
       LATER("`asyncio.run` used to accept only a coroutine. Now it accepts any awaitable, such as "
             "an "
             "object with `__await__`."),
       LATER("https://docs.python.org/3/whatsnew/3.14.html#asyncio"), LATER(R"(import asyncio


class Download:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return "data"


print(asyncio.run(Download()))
)"),
       LATER("a coroutine was expected|an awaitable is required|wrap_awaitable"), ""},
      {"await-messages", V3_14, V3_11, V3_14, LATER("Errors say what was meant"),
       LATER("When you confuse `with` and `async with`, or await what is not awaitable, the error "
             "now "
             "suggests "
             "what to write."),
       LATER("https://docs.python.org/3/whatsnew/3.14.html#improved-error-messages"),
       LATER(R"(import asyncio


class Session:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        pass


async def main():
    with Session() as session:
        print(session)


asyncio.run(main())
)"),
       LATER("can't be awaited|can't be used in 'await' expression|context manager protocol"), ""},
      {"call-graph", V3_14, V3_11, V3_14, LATER("Who awaits whom, as text"),
       LATER("`asyncio.print_call_graph()` prints which tasks await a task. A traceback cannot "
             "show that."),
       LATER("https://docs.python.org/3/library/asyncio-graph.html"), LATER(R"(import asyncio


async def fetch():
    asyncio.print_call_graph()
    await asyncio.sleep(1)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch(), name="fetching")


asyncio.run(main())
)"),
       "call_graph", "call_graph("},
      {"context-tokens", V3_14, V3_11, V3_14, LATER("A context variable for a block"),
       LATER("`ContextVar.set()` returns a token that works in a `with` statement. When the block "
             "ends, "
             "the variable gets its old value back."),
       LATER("https://docs.python.org/3/whatsnew/3.14.html#contextvars"), LATER(R"(import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


async def greet():
    await asyncio.sleep(1)
    print("hello", user.get())


async def main():
    with user.set("Ada"):
        await greet()
    await greet()


asyncio.run(main())
)"),
       LATER("'_contextvars.Token'|'Token'"), ""},
      {"group-cancel", V3_15, V3_14, V3_15, LATER("A task group can be cancelled"),
       LATER("`TaskGroup.cancel()` cancels the group's tasks, and the block ends without an "
             "exception. "
             "Before, you had to raise an exception in the block and catch it outside."),
       LATER("https://docs.python.org/3/library/asyncio-task.html#asyncio.TaskGroup"),
       LATER(R"(import asyncio


async def search(place, seconds, group):
    await asyncio.sleep(seconds)
    print("found in", place)
    group.cancel()


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(search("memory", 1, group))
        group.create_task(search("archive", 60, group))
    print("done")


asyncio.run(main())
)"),
       LATER("'TaskGroup' object has no attribute 'cancel'"), ""},
      {"decorators", V3_15, V3_14, V3_15, LATER("Context managers decorate coroutine functions"),
       LATER("A context manager that decorated an `async def` used to exit before the coroutine "
             "started. "
             "Now it stays open until the coroutine ends."),
       LATER("https://docs.python.org/3/library/contextlib.html#contextlib.ContextDecorator"),
       LATER(R"(import asyncio
from contextlib import contextmanager


@contextmanager
def timed():
    print("begin")
    yield
    print("end")


@timed()
async def work():
    print("working")
    await asyncio.sleep(1)
    print("worked")


asyncio.run(work())
)"),
       "", LATER("contextmanager|ContextDecorator")},
  };
  return kChanges;
}

#undef LATER

bool has_one_of(std::string_view text, std::string_view signs) {
  while (!signs.empty()) {
    const size_t end = std::min(signs.find('|'), signs.size());
    if (text.find(signs.substr(0, end)) != text.npos) return true;
    signs.remove_prefix(std::min(end + 1, signs.size()));
  }
  return false;
}

}  // namespace

std::span<const VersionChange> version_changes() { return changes(); }

const VersionChange* find_version_change(std::string_view id) {
  for (const VersionChange& change : changes()) {
    if (change.id == id) return &change;
  }
  return nullptr;
}

const VersionChange* change_between(Version older, Version newer, const CallOrder& left,
                                    const CallOrder& right, const ComparedRow& first_difference) {
  auto between = [&](const VersionChange& change) {
    return change.since > older && change.since <= newer;
  };
  auto shows = [&](const CallOrder& order, size_t row, std::string_view signs) {
    if (row == ComparedRow::kNone) return false;
    const Call& call = order.calls[row];
    return has_one_of(call.function, signs) || has_one_of(call.detail, signs);
  };
  for (const VersionChange& change : changes()) {
    if (between(change) && (shows(left, first_difference.left, change.signs) ||
                            shows(right, first_difference.right, change.signs))) {
      return &change;
    }
  }
  for (const VersionChange& change : changes()) {
    if (between(change) && has_one_of(right.source, change.source_signs)) return &change;
  }
  return nullptr;
}

}  // namespace awaitscope
