"""Priority scheduler with ageing, quotas and a report."""
import asyncio
import heapq
import itertools
from collections import defaultdict
from enum import IntEnum
from functools import partial


class Priority(IntEnum):
    LOW = 30
    NORMAL = 20
    HIGH = 10

    @classmethod
    def parse(cls, text: str) -> "Priority":
        try:
            return cls[text.upper()]
        except KeyError:
            raise ValueError(f"{text!r} is not a valid {cls.__name__}; choose from {', '.join(cls.__members__)}") from None


class Scheduler:
    def __init__(self, *, slots: int = 2, quota: dict[Priority, int] | None = None):
        self._heap: list[tuple[float, int, Priority, partial]] = []
        self._tie = itertools.count()
        self._slots = asyncio.Semaphore(slots)
        self._quota = defaultdict(lambda: 99, quota or {})
        self._running = defaultdict(int)
        self._wakeup = asyncio.Event()
        self._closing = False
        self.report: list[str] = []

    def submit(self, func, /, *args, priority="normal", **kwargs):
        level = Priority.parse(priority)
        loop = asyncio.get_running_loop()
        heapq.heappush(self._heap, (level + loop.time(), next(self._tie), level, partial(func, *args, **kwargs)))
        self._wakeup.set()

    async def close(self):
        self._closing = True
        self._wakeup.set()

    async def run(self):
        async with asyncio.TaskGroup() as group:
            while self._heap or not self._closing:
                if not self._heap:
                    self._wakeup.clear()
                    await self._wakeup.wait()
                    continue
                deferred = []
                while self._heap:
                    entry = heapq.heappop(self._heap)
                    if self._running[entry[2]] < self._quota[entry[2]]:
                        break
                    deferred.append(entry)
                else:
                    entry = None
                for each in deferred:
                    heapq.heappush(self._heap, each)
                if entry is None:
                    await asyncio.sleep(0.25)
                    continue
                await self._slots.acquire()
                self._running[entry[2]] += 1
                group.create_task(self._execute(*entry[2:]))

    async def _execute(self, level, job):
        started = asyncio.get_running_loop().time()
        try:
            outcome = await job()
        except Exception as error:
            outcome = f"{type(error).__name__}({error})"
        finally:
            self._running[level] -= 1
            self._slots.release()
        self.report.append(f"{started:5.2f} {level.name:<6} {outcome}")


async def job(name, seconds, fail=False):
    await asyncio.sleep(seconds)
    if fail:
        raise OSError(5, f"{name} broke")
    return name


async def main():
    scheduler = Scheduler(slots=2, quota={Priority.LOW: 1})
    runner = asyncio.create_task(scheduler.run())
    scheduler.submit(job, "l1", 1, priority="low")
    scheduler.submit(job, "l2", 1, priority="low")
    scheduler.submit(job, "n1", 0.5)
    scheduler.submit(job, "h1", 0.2, priority="HIGH")
    await asyncio.sleep(0.6)
    scheduler.submit(job, "h2", 0.3, fail=True, priority="high")
    try:
        scheduler.submit(job, "x", 1, priority="urgent")
    except ValueError as error:
        print(error)
    await scheduler.close()
    await runner
    print("\n".join(scheduler.report))
    print(f"{Priority.HIGH!r} {Priority.HIGH!s} {Priority.HIGH:>5} {Priority.HIGH + 1} {Priority(20)} {Priority.LOW is Priority['LOW']}")


asyncio.run(main())
