#include "engine/lesson/lessons.h"

namespace awaitscope {

namespace {

constexpr Stop kInitStops[] = {
    {"start", "Hello.__init__", 1, "An ordinary call: nothing here could wait for anything."},
    {"return", "Hello.__init__", 1, "`Hello()` is done in one go: no `await`, no pause."},
    {"start", "Hello.a_method", 1,
     "`await` runs the coroutine's body, right here in `main`'s task."},
};

constexpr Stop kAwaitableStops[] = {
    {"start", "Hello.__await__", 1, "`await` found the object's `__await__` and calls it."},
    {"return", "Hello.__await__", 1,
     "The iterator of a coroutine. No line of `closure` has run yet."},
    {"start", "Hello.__await__.<locals>.closure", 1,
     "`await` takes the first step of that iterator: now `closure` runs."},
    {"return", "Hello.__await__.<locals>.closure", 1,
     "What `closure` returns is what `await Hello()` evaluates to: the object itself."},
};

constexpr Stop kContextManagerStops[] = {
    {"start", "Hello.__aenter__", 1,
     "`async with` has called `__aenter__` and awaits the coroutine that the call gave."},
    {"return", "Hello.__aenter__", 1, "Here is the object: it is handed to `as h`, not awaited."},
    {"start", "Hello.__aexit__", 1, "The block has ended, so `async with` awaits `__aexit__`."},
    {"return", "main", 1,
     "`main` is done. \"await\" was not printed, and no step of this run is in `__await__`."},
};

constexpr Stop kAwaitsItselfStops[] = {
    {"start", "Hello.__aenter__", 1, "Entering begins as before..."},
    {"start", "Hello.__await__", 1, "...but `await self` leads to `__await__`..."},
    {"start", "Hello.__await__.<locals>.closure", 1, "...and to `closure`: three frames deep."},
    {"return", "Hello.__aenter__", 1, "Only now is the object handed to `as h`."},
};

constexpr Stop kForgottenStops[] = {
    {"start", "Hello.__init__", 1, "The object is made."},
    {"return", "main", 1,
     "The call has made a coroutine and dropped it. `a_method` has no start in this run."},
};

constexpr Stop kSuppressedStops[] = {
    {"raise", "Hello.a_method", 1, "The `ValueError` leaves `a_method`..."},
    {"start", "Hello.__aexit__", 1, "...and `__aexit__` is told about it in its arguments."},
    {"return", "Hello.__aexit__", 1, "True: the exception is dealt with."},
    {"return", "main", 1, "`main` ends as if nothing had happened."},
};

constexpr Stop kCancellationStops[] = {
    {"suspend", "Hello.a_method", 1, "`greet`'s task waits inside the block, for a second."},
    {"resume", "main", 1, "Half a second later, `main` asks for the task to be cancelled."},
    {"raise", "Hello.a_method", 1, "`CancelledError` comes out of the `await` inside `a_method`."},
    {"start", "Hello.__aexit__", 1, "It leaves the block as any exception does: `__aexit__` runs."},
    {"suspend", "Hello.__aexit__", 1,
     "`__aexit__` may even wait. The task is cancelled once, not again and again."},
    {"raise", "greet", 1, "The cancellation goes on, and `main`'s `await task` raises it."},
};

constexpr Stop kInterleavingStops[] = {
    {"start", "greet", 1, "The first task's first step, one turn after `gather` made it."},
    {"suspend", "greet", 1, "It sleeps, so the loop is free..."},
    {"start", "greet", 2, "...for the second task, in the same turn."},
    {"resume", "greet", 1, "A second later both timers have fired, and the first task goes on."},
    {"resume", "greet", 2, "Then the second: they slept at the same time."},
};

constexpr Stop kTimeoutStops[] = {
    {"suspend", "Hello.__aenter__", 1, "Entering takes a second. The timeout is half of that."},
    {"raise", "Hello.__aenter__", 1,
     "Half a second later the task is cancelled where it waits: `CancelledError`, in "
     "`__aenter__`."},
    {"return", "main", 1,
     "`asyncio.timeout` made a `TimeoutError` of it. There was no `__aexit__`: the block never "
     "began."},
};

constexpr Lesson kLessons[] = {
    {"init", "An object is made synchronously", LessonKind::listing, Toggles(),
     "`Hello()` calls `__init__`, an ordinary function, so nothing in it can be awaited. "
     "`a_method` is an `async def`: calling it makes a coroutine, `main` awaits that, and in its "
     "body we can `await`.",
     "Where could this object do something that takes time, such as opening a connection?",
     "Not in `__init__`. Only after it, in something that is awaited, as `a_method` is here.",
     kInitStops},
    {"awaitable", "Awaitable objects", LessonKind::listing,
     Toggles(InitChoice::plain, AwaitChoice::closure, AenterChoice::none, AexitChoice::none,
             MethodChoice::plain, UseChoice::await, RunChoice::single, LoopChoice::get_event_loop),
     "A class with `__await__` can be awaited. `__await__` has to return an iterator, and a "
     "coroutine has one: so an async function inside does the work, and we return what its own "
     "`__await__` gives.",
     "Which of the two runs first, the return in `__await__` or the first line of `closure`?",
     "The return. A coroutine does nothing until it is stepped, and that is what `await` does "
     "then.",
     kAwaitableStops},
    {"context-manager", "Async context managers", LessonKind::listing,
     Toggles(InitChoice::plain, AwaitChoice::closure, AenterChoice::plain, AexitChoice::plain,
             MethodChoice::plain, UseChoice::async_with, RunChoice::single,
             LoopChoice::get_event_loop),
     "With `__aenter__` and `__aexit__`, two coroutine functions, the object can be used in `async "
     "with`. It still has the `__await__` of the listing before.",
     "`async with` awaits something when it begins. Does it `await` our object?",
     "No. It awaits the coroutines that calling `__aenter__` and `__aexit__` gives. Our object is "
     "never awaited: its `__await__` is not called, and \"await\" is not printed.",
     kContextManagerStops},
    {"awaits-itself", "A context manager that awaits itself", LessonKind::listing,
     Toggles(InitChoice::plain, AwaitChoice::closure, AenterChoice::awaits_self, AexitChoice::plain,
             MethodChoice::plain, UseChoice::async_with, RunChoice::single,
             LoopChoice::get_event_loop),
     "Before, the object was never awaited. One line more, and it is: `__aenter__` awaits the "
     "object before returning it. To see what the line changes, pin the listing before and "
     "compare.",
     "Who awaits whom while `closure` runs?",
     "`main` awaits `__aenter__`, and that awaits `closure`: three frames, but one task. Now "
     "`await` and `async with` both prepare the object; only `__init__` is left without `await`.",
     kAwaitsItselfStops},
    {"forgotten-await", "Forgetting await", LessonKind::further,
     Toggles(InitChoice::plain, AwaitChoice::none, AenterChoice::none, AexitChoice::none,
             MethodChoice::not_awaited, UseChoice::construct, RunChoice::single,
             LoopChoice::asyncio_run),
     "`h.a_method()` looks like a call, and it is one. But `a_method` is an `async def`, and there "
     "is no `await` before the call.",
     "What has the call done, when \"a_method\" is not printed?",
     "It has made a coroutine. Nobody awaited it, so its body never ran, and when it was dropped "
     "Python warned: \"coroutine 'Hello.a_method' was never awaited\". Write `await` before the "
     "call.",
     kForgottenStops},
    {"suppressed", "Suppressing an exception", LessonKind::further,
     Toggles(InitChoice::plain, AwaitChoice::none, AenterChoice::plain, AexitChoice::suppresses,
             MethodChoice::raises, UseChoice::async_with, RunChoice::single,
             LoopChoice::asyncio_run),
     "`a_method` fails inside the block, so `__aexit__` is told of the exception. It returns "
     "`True`.",
     "Does anybody else see the `ValueError`?",
     "No. A true value tells `async with` that the exception is dealt with, and `main` goes on "
     "after the block. Let `__aexit__` return nothing (switch it to \"prints\"), and the exception "
     "goes on.",
     kSuppressedStops},
    {"cancellation", "Cancelled inside async with", LessonKind::further,
     Toggles(InitChoice::plain, AwaitChoice::none, AenterChoice::plain, AexitChoice::sleeps,
             MethodChoice::sleeps, UseChoice::async_with, RunChoice::cancelled,
             LoopChoice::asyncio_run),
     "`greet` runs in a task of its own, and `main` cancels it in the middle of the block.",
     "Does a cancelled task still clean up?",
     "Yes. Cancelling raises `CancelledError` where the task waits. On its way out it passes "
     "`__aexit__`, which may even `await`, and only then has the task ended.",
     kCancellationStops},
    {"interleaving", "Two tasks take turns", LessonKind::further,
     Toggles(InitChoice::plain, AwaitChoice::none, AenterChoice::none, AexitChoice::none,
             MethodChoice::sleeps, UseChoice::construct, RunChoice::gather,
             LoopChoice::asyncio_run),
     "Two tasks run the same coroutine, and each sleeps for a second.",
     "How long does it take until both are done, and which line lets the other task run?",
     "One second: they sleep at the same time. A task gives way only where it suspends, at an "
     "`await` that has to wait; everything between is undisturbed.",
     kInterleavingStops},
    {"timeout", "Out of time", LessonKind::further,
     Toggles(InitChoice::plain, AwaitChoice::none, AenterChoice::sleeps, AexitChoice::plain,
             MethodChoice::plain, UseChoice::async_with, RunChoice::timeout,
             LoopChoice::asyncio_run),
     "Entering takes a second, and `asyncio.timeout` allows half of that.", "Will `__aexit__` run?",
     "No. `__aenter__` did not come to its end, so the block was never entered, and there is "
     "nothing to leave.",
     kTimeoutStops},
};

}  // namespace

std::span<const Lesson> lessons() { return kLessons; }

const Lesson* find_lesson(std::string_view id) {
  for (const Lesson& lesson : kLessons) {
    if (lesson.id == id) return &lesson;
  }
  return nullptr;
}

const Lesson* lesson_of(const Toggles& toggles) {
  for (const Lesson& lesson : kLessons) {
    Toggles same = toggles;
    same.set_loop(lesson.toggles.loop());
    if (lesson.toggles == same) return &lesson;
  }
  return nullptr;
}

Toggles first_toggles() {
  Toggles toggles = kLessons[0].toggles;
  toggles.set_loop(LoopChoice::asyncio_run);
  return toggles;
}

}  // namespace awaitscope
