# queue: without threads nobody can be waited for. https://docs.python.org/3.11/library/queue.html
from _engine import GenericAlias as _GenericAlias
import sys
from heapq import heappop, heappush


class Empty(Exception):
    pass


class Full(Exception):
    pass


Empty.__module__ = "_queue"
if sys.version_info >= (3, 13):
    class ShutDown(Exception):
        pass


class Queue:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, maxsize=0):
        self.maxsize, self.queue, self.unfinished_tasks = maxsize, [], 0
        self.is_shutdown = False

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop(0)

    def qsize(self):
        return len(self.queue)

    def empty(self):
        return not self.queue

    def full(self):
        return 0 < self.maxsize <= len(self.queue)

    def put(self, item, block=True, timeout=None):
        if self.is_shutdown:
            raise ShutDown
        if self.full():
            if block and timeout is None:
                raise RuntimeError("the queue is full, and there are no threads here that could empty it: "
                                   "use asyncio.Queue")
            raise Full
        self._put(item)
        self.unfinished_tasks += 1

    def get(self, block=True, timeout=None):
        if not self.queue:
            if self.is_shutdown:
                raise ShutDown
            if block and timeout is None:
                raise RuntimeError("the queue is empty, and there are no threads here that could fill it: "
                                   "use asyncio.Queue")
            raise Empty
        return self._get()

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1

    if sys.version_info >= (3, 13):
        def shutdown(self, immediate=False):
            self.is_shutdown = True
            if immediate:
                while self.queue:
                    self._get()
                    self.unfinished_tasks = max(self.unfinished_tasks - 1, 0)

    def join(self):
        if self.unfinished_tasks:
            raise RuntimeError("there are no threads here that could do what is unfinished")


class LifoQueue(Queue):
    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class SimpleQueue(Queue):
    __module__ = "_queue"

    def __init__(self):
        super().__init__()
