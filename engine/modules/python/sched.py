# sched: what is to be done at a time. Specified in: https://docs.python.org/3.11/library/sched.html
import time as _time
from collections import namedtuple as _namedtuple
from heapq import heapify as _heapify, heappop as _heappop, heappush as _heappush
from itertools import count as _count
from threading import RLock as _RLock

__all__ = ["scheduler"]
_none = object()


class Event(_namedtuple("Event", "time priority sequence action argument kwargs")):
    __slots__ = ()


class scheduler:
    def __init__(self, timefunc=_time.monotonic, delayfunc=_time.sleep):
        self._queue, self._lock, self._numbers = [], _RLock(), _count()
        self.timefunc, self.delayfunc = timefunc, delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=_none):
        event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is _none else kwargs)
        with self._lock:
            _heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_none):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._queue.remove(event)
            _heapify(self._queue)

    def empty(self):
        return not self._queue

    def run(self, blocking=True):
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event, now = self._queue[0], self.timefunc()
                delay = event.time - now
                if delay <= 0:
                    _heappop(self._queue)
            if delay <= 0:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)
            elif not blocking:
                return delay
            else:
                self.delayfunc(delay)

    @property
    def queue(self):
        return sorted(self._queue)
