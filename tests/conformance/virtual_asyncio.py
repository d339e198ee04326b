"""asyncio on a virtual clock, with an order where CPython leaves one open.

The loop is CPython's own BaseEventLoop; only its clock and its waiting are replaced. When it
would wait for a timer, the clock jumps to it; when it would wait for ever, the program is idle.

Where CPython leaves an order open, or takes it from memory addresses, the rule is the order in
which things were made:
  - timers with equal deadlines fire in the order they were made;
  - a TaskGroup cancels its tasks, and the end of a run what is left, in the order of creation;
  - as_completed starts coroutines in the order given.
time.time, monotonic and perf_counter tell the virtual time, time.sleep moves it on.
"""
import asyncio
import itertools
import time
import warnings

EPOCH = 1_700_000_000  # what time.time says when a program begins


class Clock:
    now = 0.0  # virtual seconds
    turns = 0  # how many times a loop has gone round


def wait_for_ever():
    raise RuntimeError("nothing is left to wake the event loop")


def when_idle(end):
    """Sets what is called when a loop has nothing to wait for; it must not return."""
    global wait_for_ever
    wait_for_ever = end


class Waiting:
    """Stands in the place of a selector: what a loop asks to wait until something happens."""

    def __init__(self, timers):
        self._timers = timers  # the loop's heap

    def select(self, seconds):
        if seconds is None:
            wait_for_ever()
        if seconds > 0 and self._timers:
            Clock.now = max(Clock.now, self._timers[0].when())
        return ()

    def close(self):
        pass


class VirtualLoop(asyncio.BaseEventLoop):
    def __init__(self):
        super().__init__()

    @property
    def _selector(self):
        return Waiting(self._scheduled)  # the loop replaces its heap when it clears it out

    def time(self):
        return Clock.now

    def _run_once(self):
        Clock.turns += 1
        super()._run_once()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


# So that a program which prints its loop sees the usual name.
VirtualLoop.__name__ = VirtualLoop.__qualname__ = "_UnixSelectorEventLoop"


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = VirtualLoop


class OrderedTimer(asyncio.TimerHandle):
    _numbers = itertools.count()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.number = next(self._numbers)

    def __lt__(self, other):
        return (self.when(), self.number) < (other.when(), other.number)


OrderedTimer.__name__ = OrderedTimer.__qualname__ = "TimerHandle"


class OrderedSet(dict):
    """The part of a set that asyncio uses, iterated in the order of insertion."""

    def add(self, item):
        self[item] = True

    def discard(self, item):
        self.pop(item, None)


def order_task_groups():
    unordered = asyncio.TaskGroup.__init__

    def __init__(self):
        unordered(self)
        self._tasks = OrderedSet()

    asyncio.TaskGroup.__init__ = __init__


def order_end_of_run():
    """The tasks that asyncio.run() cancels at its end."""
    every_task = asyncio.tasks._all_tasks
    every_task.data = OrderedSet()  # a WeakSet keeps its references here

    class OrderedTasks:
        def __getattr__(self, name):
            return getattr(asyncio.tasks, name)

        @staticmethod
        def all_tasks(loop):
            return [t for t in list(every_task) if t.get_loop() is loop and not t.done()]

    asyncio.runners.tasks = OrderedTasks()


def order_as_completed():
    unordered = asyncio.as_completed

    def as_completed(fs, *, timeout=None):
        if not asyncio.isfuture(fs) and not asyncio.iscoroutine(fs):
            loop = asyncio.get_event_loop()
            fs = [asyncio.ensure_future(f, loop=loop) for f in dict.fromkeys(fs)]
        yield from unordered(fs, timeout=timeout)

    asyncio.as_completed = asyncio.tasks.as_completed = as_completed


def sleep_virtually(seconds):
    Clock.now += seconds


def install():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of policies, in later releases
        asyncio.set_event_loop_policy(Policy())
    asyncio.events.TimerHandle = asyncio.TimerHandle = OrderedTimer
    order_task_groups()
    order_end_of_run()
    order_as_completed()
    time.monotonic = time.perf_counter = lambda: Clock.now
    time.time = lambda: EPOCH + Clock.now
    time.sleep = sleep_virtually
