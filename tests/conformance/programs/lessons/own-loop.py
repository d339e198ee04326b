import heapq
from collections import deque
from itertools import count


class Sleep:
    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        yield self.seconds


class Loop:
    def __init__(self):
        self.now = 0
        self.ready = deque()
        self.timers = []
        self.order = count()

    def run(self, *coroutines):
        self.ready.extend(coroutines)
        while self.ready or self.timers:
            if not self.ready:
                self.now, _, coroutine = heapq.heappop(self.timers)
                self.ready.append(coroutine)
            self.step(self.ready.popleft())

    def step(self, coroutine):
        try:
            seconds = coroutine.send(None)
        except StopIteration:
            return
        due = self.now + seconds
        # Of two that are due at once, the first to sleep is the first to run.
        heapq.heappush(self.timers, (due, next(self.order), coroutine))


async def tea(name, seconds):
    print("brew", name)
    await Sleep(seconds)
    print(name, "is ready")


loop = Loop()
loop.run(tea("green", 3), tea("black", 1))
print("it is", loop.now)
