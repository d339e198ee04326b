"""Threads that take turns: CPython's own, real ones, of which one runs at a time.

CPython leaves open which thread runs when. Here is one rule for it, the engine's:
  - a thread runs until it waits (for a lock, for the clock, for its event loop), ends, or has run
    LINES_OF_A_TURN lines of the program while others can run;
  - threads stand in line in the order in which they became able to run;
  - who releases a lock makes the first that waits for it able to run; that tries again then;
  - where none can run, the clock moves to the earliest time that one waits for; those that wait
    for the same time become able to run in the order in which they began to wait.
Locks, time.sleep and the loop's selector are replaced by ones that follow the rule; all that stands
on them (threading, queue, concurrent.futures, asyncio) is CPython's. So what is compared is theirs:
which lock is taken and released when, what is raised, what is printed.
"""
import _thread
import collections
import logging
import os
import queue
import sys
import threading
import time

LINES_OF_A_TURN = 97
FREE_TURNS, SECONDS_FOR_A_TURN = 100, 0.001  # of who runs alone while others wait for the clock
FOR_EVER = float("inf")

real_lock, real_start = _thread.allocate_lock, _thread.start_new_thread


class Thread:
    def __init__(self, name="MainThread"):
        self.baton = real_lock()  # held, unless it is this one's turn and it has yet to notice
        self.baton.acquire()
        self.name, self.waits, self.timed_out, self.until, self.order, self.lock = name, False, False, FOR_EVER, 0, None


class Scheduler:
    def __init__(self, clock, wait_for_ever):
        self.clock, self.wait_for_ever = clock, wait_for_ever
        self.main = self.running = Thread()
        self.ready, self.timed, self.alive = collections.deque(), [], 1
        self.waits = self.lines = self.idle_turns = 0
        self.idle_at = -1
        self.frozen = self.started = False

    def others(self):
        return self.alive > 1 and not self.frozen

    def wake(self, thread, timed_out=False):
        if not thread.waits:
            return
        thread.waits, thread.timed_out = False, timed_out
        if thread in self.timed:
            self.timed.remove(thread)
        if thread.lock:
            thread.lock._line.remove(thread)
            thread.lock = None
        self.ready.append(thread)

    def first_timed(self):
        return min(self.timed, key=lambda thread: (thread.until, thread.order))

    def wake_those_due(self):
        while self.timed and self.first_timed().until < self.clock.now + 1e-9:
            self.wake(self.first_timed(), True)

    def next(self):
        self.wake_those_due()
        if not self.ready:
            if not self.timed:
                self.wait_for_ever()
            self.clock.now = max(self.clock.now, self.first_timed().until)
            self.wake_those_due()
        return self.ready.popleft()

    def switch_to(self, thread, ends=False):
        me = self.running
        self.lines = self.idle_turns = 0
        if thread is me:
            return
        self.running = thread
        thread.baton.release()
        if not ends:
            me.baton.acquire()

    def park(self, until=FOR_EVER, lock=None):
        """The running thread waits. False: its time has come."""
        me = self.running
        self.waits += 1
        me.waits, me.timed_out, me.until, me.order, me.lock = True, False, until, self.waits, lock
        if lock:
            lock._line.append(me)
        if until != FOR_EVER:
            self.timed.append(me)
        self.switch_to(self.next())
        return not me.timed_out

    def give_way(self):
        self.ready.append(self.running)
        self.switch_to(self.next())

    def line(self):
        """A line of the program is about to run."""
        if not self.others():
            return
        self.lines += 1
        if self.lines < LINES_OF_A_TURN:
            return
        self.lines = 0
        self.wake_those_due()
        if not self.ready:
            if self.idle_at != self.clock.now:
                self.idle_turns = 0
            self.idle_at = self.clock.now
            if not self.timed:
                return
            self.idle_turns += 1
            if self.idle_turns <= FREE_TURNS:
                return
            turns = self.idle_turns
            self.clock.now = self.idle_at = min(self.clock.now + SECONDS_FOR_A_TURN, self.first_timed().until)
            self.idle_turns = turns
            self.wake_those_due()
            if not self.ready:
                return
        self.give_way()

    def start(self, function, args=(), kwargs={}, name="a thread", at_end=()):
        thread = Thread(name)

        def run():
            nonlocal function, args, kwargs
            thread.baton.acquire()
            if threading._trace_hook:
                sys.settrace(threading._trace_hook)  # for one that threading does not know too
            try:
                function(*args, **kwargs)
            except SystemExit:
                pass
            function = args = kwargs = None
            sys.settrace(None)
            for end in list(thread.at_end):
                end()
            self.alive -= 1
            self.switch_to(self.next(), ends=True)

        thread.at_end = list(at_end)
        self.alive += 1
        self.started = True
        self.ready.append(thread)
        return real_start(run, ())


scheduler = None


class lock:
    __slots__ = "_held", "_line", "__weakref__"
    __module__ = "_thread"

    def __init__(self):
        self._held, self._line = False, collections.deque()

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number" if sys.version_info >= (3, 13) else
                             "timeout value must be positive")
        if timeout > threading.TIMEOUT_MAX:
            raise OverflowError("timeout value is too large")
        until = FOR_EVER if timeout < 0 else scheduler.clock.now + timeout
        if self._held and (not blocking or timeout == 0):
            return False
        while self._held:
            if until <= scheduler.clock.now:
                return False
            if not scheduler.park(until, self) and self._held:
                return False
        self._held = True
        return True

    acquire_lock = __enter__ = acquire

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False
        if self._line:
            scheduler.wake(self._line[0])

    release_lock = release

    def __exit__(self, *args):
        self.release()

    def locked(self):
        return self._held

    def _at_fork_reinit(self):
        self.__init__()

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"


lock.__name__ = "_thread.lock"  # as messages name what is written in C


class RLock(threading._RLock):
    __module__, __qualname__ = "_thread", "RLock"


RLock.__name__ = "_thread.RLock"


class Handle:
    """What threading has of a thread since 3.13."""

    def __init__(self):
        self.ident, self._end = None, lock()
        self._end._held = True

    def join(self, timeout=None):
        if self._end.acquire(timeout != 0, -1 if timeout is None or timeout == 0 else timeout):
            self._end.release()

    def is_done(self):
        return not self._end.locked()

    def _set_done(self):
        if self._end.locked():
            self._end.release()


def sleep(seconds):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if not scheduler.others():
        scheduler.clock.now += seconds
    elif seconds > 0:
        scheduler.park(scheduler.clock.now + seconds)
    else:
        scheduler.give_way()


def name_of(function):
    return getattr(getattr(function, "__self__", None), "_name", "a thread")


def start_new_thread(function, args, kwargs={}):
    return scheduler.start(function, args, kwargs, name_of(function))


def sentinel():
    """Until 3.12: a lock that is released when the running thread has ended."""
    end = lock()
    running = scheduler.running
    if hasattr(running, "at_end"):
        running.at_end.append(lambda: end.locked() and end.release())
    return end


def install(clock, wait_for_ever):
    global scheduler
    scheduler = Scheduler(clock, wait_for_ever)
    time.sleep = sleep
    threading.Lock = threading._allocate_lock = _thread.allocate_lock = _thread.allocate = lock
    threading._CRLock = _thread.RLock = RLock
    if sys.version_info >= (3, 13):
        _thread.lock = _thread.LockType = threading._LockType = lock
    _thread.start_new_thread = start_new_thread
    threading._time = queue.time = time.monotonic
    queue.SimpleQueue = queue._PySimpleQueue
    queue._PySimpleQueue.__module__, queue._PySimpleQueue.__qualname__ = "_queue", "SimpleQueue"
    queue._PySimpleQueue.__name__ = "SimpleQueue"
    os.cpu_count = os.process_cpu_count = lambda: 1
    logging._lock = threading.RLock()
    logging.lastResort.createLock()
    if sys.version_info < (3, 13):
        threading._start_new_thread = start_new_thread
        threading._set_sentinel = sentinel
        return
    handles = []

    def start_joinable_thread(function, handle=None, daemon=True):
        handle = handle or Handle()
        if not daemon:
            handles.append(handle)
        handle.ident = scheduler.start(function, (), {}, name_of(function), [handle._set_done])
        return handle

    def join_all():
        while handles:
            handles.pop(0).join()

    threading._start_joinable_thread = _thread.start_joinable_thread = start_joinable_thread
    threading._ThreadHandle = Handle
    threading._thread_shutdown = join_all


def end_of_program():
    """The threads that are no daemons end, as they would when the interpreter does; the others stay
    where they are."""
    if scheduler.started:
        threading._shutdown()
    scheduler.frozen = True
