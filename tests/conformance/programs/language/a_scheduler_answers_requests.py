from __future__ import annotations

from collections import deque


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks

    def __await__(self):
        yield ("sleep", self.ticks)
        return f"slept {self.ticks}"


class Join:
    def __init__(self, job):
        self.job = job

    def __await__(self):
        if not self.job.done:
            yield ("join", self.job)
        return self.job.result


class Job:
    counter = 0

    def __init__(self, coro):
        Job.counter += 1
        self.number, self.coro = Job.counter, coro
        self.done, self.result, self.waiters = False, None, []

    def __repr__(self):
        return f"<Job {self.number} {self.coro.__name__}>"


class Scheduler:
    def __init__(self):
        self.ready: deque[tuple[Job, object]] = deque()
        self.sleeping, self.now = [], 0

    def spawn(self, coro):
        job = Job(coro)
        self.ready.append((job, None))
        return job

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.sleeping.sort(key=lambda s: (s[0], s[1].number))
                when, job = self.sleeping.pop(0)
                self.now = when
                self.ready.append((job, None))
            job, value = self.ready.popleft()
            try:
                request = job.coro.send(value)
            except StopIteration as stop:
                job.done, job.result = True, stop.value
                print(f"t={self.now:<3}{job} -> {stop.value!r}")
                self.ready.extend((w, None) for w in job.waiters)
                continue
            match request:
                case ("sleep", int(n)) if n > 0:
                    self.sleeping.append((self.now + n, job))
                case ("sleep", _):
                    self.ready.append((job, None))
                case ("join", Job(done=False) as other):
                    other.waiters.append(job)
                case _:
                    job.coro.throw(TypeError(f"bad request: {request}"))


async def child(n):
    for i in range(n):
        print(" " * n, await Sleep(n))
    return n ** 2


async def parent(scheduler):
    jobs = [scheduler.spawn(child(n)) for n in (3, 1, 2)]
    return [await Join(j) for j in jobs]


s = Scheduler()
s.spawn(parent(s))
s.run()


class Nonsense:
    def __await__(self):
        yield 42


async def odd():
    await Nonsense()

s.spawn(odd())
s.run()
