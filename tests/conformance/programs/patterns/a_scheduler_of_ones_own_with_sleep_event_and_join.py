"""A scheduler from scratch: generators, a heap, and awaitables with __await__."""
import heapq
from collections import deque


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks

    def __await__(self):
        wake = yield ("sleep", self.ticks)
        return wake


class Event:
    def __init__(self):
        self.waiters = deque()
        self.set_ = False

    def set(self):
        self.set_ = True

    def __await__(self):
        while not self.set_:
            yield ("wait", self)
        return "event!"


class Task:
    count = 0

    def __init__(self, coro):
        Task.count += 1
        self.id = Task.count
        self.coro = coro
        self.done = False
        self.result = None
        self.error = None
        self.joiners = []

    def __await__(self):
        if not self.done:
            yield ("join", self)
        if self.error:
            raise self.error
        return self.result

    def __repr__(self):
        return f"<T{self.id} {self.coro.__name__} {'done' if self.done else 'pending'}>"

    __iter__ = __await__


class Kernel:
    def __init__(self):
        self.ready = deque()
        self.sleeping = []
        self.waiting = []
        self.clock = 0
        self.seq = 0

    def spawn(self, coro):
        task = Task(coro)
        self.ready.append((task, None))
        return task

    def step(self, task, value):
        try:
            request = task.coro.send(value)
        except StopIteration as stop:
            task.done, task.result = True, stop.value
            self.ready.extend((j, None) for j in task.joiners)
        except Exception as error:
            task.done, task.error = True, error
            self.ready.extend((j, None) for j in task.joiners)
        else:
            match request:
                case ("sleep", int(n)) if n > 0:
                    self.seq += 1
                    heapq.heappush(self.sleeping, (self.clock + n, self.seq, task))
                case ("sleep", _):
                    self.ready.append((task, self.clock))
                case ("wait", Event() as event):
                    self.waiting.append((event, task))
                case ("join", Task(done=False) as other):
                    other.joiners.append(task)
                case ("join", _):
                    self.ready.append((task, None))
                case other:
                    self.ready.append((task, other))

    def run(self, main):
        task = self.spawn(main)
        while not task.done:
            while self.ready:
                self.step(*self.ready.popleft())
            self.waiting, old = [], self.waiting
            for event, waiter in old:
                if event.set_:
                    self.ready.append((waiter, None))
                else:
                    self.waiting.append((event, waiter))
            if not self.ready and self.sleeping:
                when, _, sleeper = heapq.heappop(self.sleeping)
                self.clock = when
                self.ready.append((sleeper, when))
            elif not self.ready:
                raise RuntimeError(f"deadlock: {self.waiting}")
        if task.error:
            raise task.error
        return task.result


kernel = Kernel()


async def child(n, event):
    woke = await Sleep(n)
    print(f"child {n} woke at {woke}")
    if n == 3:
        event.set()
    if n == 2:
        raise LookupError("two")
    return n * 10


async def waiter(event):
    print("waiter:", await event)
    return "w"


async def main():
    event = Event()
    tasks = [kernel.spawn(child(n, event)) for n in (3, 1, 2)] + [kernel.spawn(waiter(event))]
    for task in tasks:
        try:
            print(task, "->", await task)
        except LookupError as error:
            print(task, "failed:", repr(error))
    print(tasks)
    return "finished"


print(kernel.run(main()))
try:
    kernel.run(waiter(Event()))
except RuntimeError as error:
    print(str(error).split(":")[0])
