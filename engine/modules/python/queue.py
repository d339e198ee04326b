# queue: queues between threads. Specified in: https://docs.python.org/3.11/library/queue.html
import sys
from _engine import GenericAlias as _GenericAlias, written_in_c as _written_in_c
from _thread import allocate_lock as _allocate_lock
from collections import deque as _deque
from heapq import heappop, heappush
from threading import _NamedCondition
from time import monotonic as _time

_HAS_SHUTDOWN = sys.version_info >= (3, 13)
__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
    __module__ = "_queue"


class Full(Exception):
    pass


if _HAS_SHUTDOWN:
    __all__.append("ShutDown")

    class ShutDown(Exception):
        pass


class Queue:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = _allocate_lock()
        self.not_empty = _NamedCondition("an item in the queue", self.mutex)
        self.not_full = _NamedCondition("room in the queue", self.mutex)
        self.all_tasks_done = _NamedCondition("all items of the queue to be done", self.mutex)
        self.unfinished_tasks = 0
        if _HAS_SHUTDOWN:
            self.is_shutdown = False

    def _init(self, maxsize):
        self.queue = _deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        with self.mutex:
            return not self._qsize()

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def _check(self):
        if _HAS_SHUTDOWN and self.is_shutdown:
            raise ShutDown

    # Waits for a condition as long as there is need; gives up in that many seconds, or at once.
    def _wait(self, condition, needed, block, timeout, error):
        if not block:
            if needed():
                raise error
            return
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        end = None if timeout is None else _time() + timeout
        while needed():
            left = None if end is None else end - _time()
            if left is not None and left <= 0:
                raise error
            condition.wait(left)
            if condition is self.not_full:
                self._check()

    def put(self, item, block=True, timeout=None):
        with self.not_full:
            self._check()
            if self.maxsize > 0:
                self._wait(self.not_full, lambda: self._qsize() >= self.maxsize, block, timeout, Full)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def get(self, block=True, timeout=None):
        def needed():
            if self._qsize():
                return False
            self._check()
            return True
        with self.not_empty:
            self._wait(self.not_empty, needed, block, timeout, Empty)
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished <= 0:
                if unfinished < 0:
                    raise ValueError("task_done() called too many times")
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    if _HAS_SHUTDOWN:
        def shutdown(self, immediate=False):
            with self.mutex:
                self.is_shutdown = True
                if immediate:
                    while self._qsize():
                        self._get()
                        if self.unfinished_tasks > 0:
                            self.unfinished_tasks -= 1
                    self.all_tasks_done.notify_all()
                self.not_empty.notify_all()
                self.not_full.notify_all()


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


@_written_in_c
class SimpleQueue:
    __module__ = "_queue"
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self):
        from threading import Semaphore
        self._queue, self._count = _deque(), Semaphore(0)
        self._count._cond._what = "an item in the queue"

    def put(self, item, block=True, timeout=None):
        self._queue.append(item)
        self._count.release()

    def get(self, block=True, timeout=None):
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not (self._count.acquire(block, timeout) if block else self._count.acquire(False)):
            raise Empty
        return self._queue.popleft()

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return not self._queue

    def qsize(self):
        return len(self._queue)
