#include "engine/lesson/lessons.h"

namespace awaitscope {

namespace {

constexpr Stop kInitStops[] = {
    {"start", "Hello.__init__", 1,
     "`Hello()` calls `__init__`, an ordinary function. It cannot use `await`."},
    {"return", "Hello.__init__", 1, "`Hello()` has returned without awaiting anything."},
    {"start", "Hello.a_method", 1, "`await` runs the body of `a_method` inside `main`'s task."},
};

constexpr Stop kAwaitableStops[] = {
    {"start", "Hello.__await__", 1, "The object has `__await__`, so `await` calls it."},
    {"return", "Hello.__await__", 1,
     "`__await__` returns the iterator of a coroutine. No line of `closure` has run yet."},
    {"start", "Hello.__await__.<locals>.closure", 1,
     "`await` runs that iterator, and `closure` starts."},
    {"return", "Hello.__await__.<locals>.closure", 1,
     "`closure` returns the object, so `await Hello()` evaluates to the object."},
};

constexpr Stop kContextManagerStops[] = {
    {"start", "Hello.__aenter__", 1,
     "`async with` has called `__aenter__` and awaits the coroutine object it returned."},
    {"return", "Hello.__aenter__", 1,
     "`__aenter__` returns the object, and `as h` names it. The object is not awaited."},
    {"start", "Hello.__aexit__", 1, "The block has ended, so `async with` awaits `__aexit__`."},
    {"return", "main", 1,
     "`main` returns. The run never entered `__await__`, so \"await\" was not printed."},
};

constexpr Stop kAwaitsItselfStops[] = {
    {"start", "Hello.__aenter__", 1, "`async with` awaits `__aenter__`, as before."},
    {"start", "Hello.__await__", 1, "`await self` calls `__await__`."},
    {"start", "Hello.__await__.<locals>.closure", 1,
     "`closure` runs: `main` awaits `__aenter__`, which awaits `closure`."},
    {"return", "Hello.__aenter__", 1, "Now `__aenter__` returns the object, and `as h` names it."},
};

constexpr Stop kForgottenStops[] = {
    {"start", "Hello.__init__", 1, "`Hello()` creates the object."},
    {"return", "main", 1,
     "The call created a coroutine object, and nothing awaited it. `a_method` never started."},
};

constexpr Stop kSuppressedStops[] = {
    {"raise", "Hello.a_method", 1, "The `ValueError` leaves `a_method`."},
    {"start", "Hello.__aexit__", 1, "`__aexit__` gets the exception in its arguments."},
    {"return", "Hello.__aexit__", 1, "`__aexit__` returns `True`, so the exception stops here."},
    {"return", "main", 1, "`main` continues after the block and returns normally."},
};

constexpr Stop kCancellationStops[] = {
    {"suspend", "Hello.a_method", 1,
     "The task that runs `greet` waits inside the block, for one second."},
    {"resume", "main", 1, "Half a second later, `main` resumes and cancels the task."},
    {"raise", "Hello.a_method", 1, "The `await` in `a_method` raises `CancelledError`."},
    {"start", "Hello.__aexit__", 1, "The exception leaves the block, so `__aexit__` runs."},
    {"suspend", "Hello.__aexit__", 1,
     "`__aexit__` can still await: one call of `cancel()` raises `CancelledError` once."},
    {"raise", "greet", 1,
     "`CancelledError` leaves `greet`, and `await task` in `main` raises it again."},
};

constexpr Stop kInterleavingStops[] = {
    {"start", "greet", 1, "The first task starts, one turn after `gather` created it."},
    {"suspend", "greet", 1, "The first task sleeps, so control returns to the event loop."},
    {"start", "greet", 2, "The second task starts in the same turn."},
    {"resume", "greet", 1, "One second later both timers are due, and the first task resumes."},
    {"resume", "greet", 2, "The second task resumes: both slept at the same time."},
};

constexpr Stop kTimeoutStops[] = {
    {"suspend", "Hello.__aenter__", 1,
     "`__aenter__` sleeps for one second. The timeout is half a second."},
    {"raise", "Hello.__aenter__", 1,
     "Half a second later `__aenter__` gets `CancelledError` at its `await`."},
    {"return", "main", 1,
     "`asyncio.timeout` turned it into `TimeoutError`. The block never began, so `__aexit__` did "
     "not run."},
};

constexpr Lesson kLessons[] = {
    {"init", "Objects are created synchronously", LessonKind::listing, Toggles(),
     "`Hello()` calls `__init__`, an ordinary function, so `__init__` cannot use `await`. "
     "`a_method` is a coroutine function: calling it returns a coroutine object. `main` awaits "
     "that, and the body of `a_method` can use `await`.",
     "Where can this object do something that takes time, such as opening a connection?",
     "Not in `__init__`. It has to be in something that is awaited, such as `a_method`.",
     kInitStops},
    {"awaitable", "Awaitable objects", LessonKind::listing,
     Toggles(InitChoice::plain, AwaitChoice::closure, AenterChoice::none, AexitChoice::none,
             MethodChoice::plain, UseChoice::await, RunChoice::single, LoopChoice::get_event_loop),
     "You can await an object whose class has `__await__`. That method has to return an iterator. "
     "A coroutine has one, so the coroutine function `closure` does the work, and `__await__` "
     "returns its iterator.",
     "Which runs first: the `return` in `__await__`, or the first line of `closure`?",
     "The `return`. A coroutine does nothing until `await` runs it, and `await` does that next.",
     kAwaitableStops},
    {"context-manager", "Async context managers", LessonKind::listing,
     Toggles(InitChoice::plain, AwaitChoice::closure, AenterChoice::plain, AexitChoice::plain,
             MethodChoice::plain, UseChoice::async_with, RunChoice::single,
             LoopChoice::get_event_loop),
     "An object with the coroutine functions `__aenter__` and `__aexit__` works in `async with`. "
     "This object also has the `__await__` of the previous listing.",
     "`async with` awaits something at the start of the block. Does it await our object?",
     "No. It awaits the coroutine objects that `__aenter__` and `__aexit__` return. Nothing calls "
     "`__await__`, so \"await\" is not printed.",
     kContextManagerStops},
    {"awaits-itself", "A context manager that awaits itself", LessonKind::listing,
     Toggles(InitChoice::plain, AwaitChoice::closure, AenterChoice::awaits_self, AexitChoice::plain,
             MethodChoice::plain, UseChoice::async_with, RunChoice::single,
             LoopChoice::get_event_loop),
     "In the previous listing, nothing awaited the object. With one more line, `__aenter__` awaits "
     "the object before returning it. To see what the line changes, pin the previous listing and "
     "compare.",
     "Who awaits whom while `closure` runs?",
     "`main` awaits `__aenter__`, which awaits `closure`: three frames in one task. Now both "
     "`await` and `async with` prepare the object.",
     kAwaitsItselfStops},
    {"forgotten-await", "Forgetting await", LessonKind::further,
     Toggles(InitChoice::plain, AwaitChoice::none, AenterChoice::none, AexitChoice::none,
             MethodChoice::not_awaited, UseChoice::construct, RunChoice::single,
             LoopChoice::asyncio_run),
     "`h.a_method()` calls a coroutine function, and there is no `await` before the call.",
     "\"a_method\" is not printed. What did the call do?",
     "It created a coroutine object. Nothing awaited that, so its body never ran, and Python "
     "warned: \"coroutine 'Hello.a_method' was never awaited\". Write `await` before the call.",
     kForgottenStops},
    {"suppressed", "Suppressing an exception", LessonKind::further,
     Toggles(InitChoice::plain, AwaitChoice::none, AenterChoice::plain, AexitChoice::suppresses,
             MethodChoice::raises, UseChoice::async_with, RunChoice::single,
             LoopChoice::asyncio_run),
     "`a_method` raises an exception inside the block. `__aexit__` gets the exception and returns "
     "`True`.",
     "Does the `ValueError` reach `main`'s next line?",
     "No. A true value tells `async with` to stop the exception, and `main` continues after the "
     "block. If `__aexit__` returns nothing (the choice \"prints\"), the exception continues.",
     kSuppressedStops},
    {"cancellation", "Cancelled inside async with", LessonKind::further,
     Toggles(InitChoice::plain, AwaitChoice::none, AenterChoice::plain, AexitChoice::sleeps,
             MethodChoice::sleeps, UseChoice::async_with, RunChoice::cancelled,
             LoopChoice::asyncio_run),
     "`greet` runs in its own task. `main` cancels that task while it waits inside the block.",
     "Does a cancelled task still clean up?",
     "Yes. Cancelling raises `CancelledError` where the task waits. The exception leaves the "
     "block, so `__aexit__` runs, and it can even `await`. Only then does the task end.",
     kCancellationStops},
    {"interleaving", "Two tasks take turns", LessonKind::further,
     Toggles(InitChoice::plain, AwaitChoice::none, AenterChoice::none, AexitChoice::none,
             MethodChoice::sleeps, UseChoice::construct, RunChoice::gather,
             LoopChoice::asyncio_run),
     "Two tasks run the same coroutine function, and each sleeps for one second.",
     "How long do both take together, and which line lets the other task run?",
     "One second: they sleep at the same time. A task gives up control only where it suspends, at "
     "an `await` that has to wait. Nothing interrupts it in between.",
     kInterleavingStops},
    {"timeout", "Out of time", LessonKind::further,
     Toggles(InitChoice::plain, AwaitChoice::none, AenterChoice::sleeps, AexitChoice::plain,
             MethodChoice::plain, UseChoice::async_with, RunChoice::timeout,
             LoopChoice::asyncio_run),
     "`__aenter__` takes one second, and `asyncio.timeout` allows half a second.",
     "Will `__aexit__` run?",
     "No. `__aenter__` did not finish, so the block was never entered, and `__aexit__` has nothing "
     "to exit.",
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
