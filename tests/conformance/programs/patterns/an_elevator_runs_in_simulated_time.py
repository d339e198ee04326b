import asyncio
import time
from contextlib import contextmanager
from types import SimpleNamespace


class Clock:
    """Virtual time inside virtual time: a loop whose sleeps are steps of a simulation."""

    def __init__(self):
        self.now, self.queue, self.count = 0.0, [], 0

    async def sleep(self, seconds):
        future = asyncio.get_running_loop().create_future()
        self.count += 1
        self.queue.append((self.now + seconds, self.count, future))
        self.queue.sort(key=lambda entry: entry[:2])
        return await future

    async def run(self, until):
        while True:
            for _ in range(5):
                await asyncio.sleep(0)
            if not self.queue or self.queue[0][0] > until:
                return self.now
            self.now, _, future = self.queue.pop(0)
            if not future.cancelled():
                future.set_result(self.now)


class Elevator:
    def __init__(self, clock, floors):
        self.clock, self.at, self.floors = clock, 0, floors
        self.calls = {}
        self.moved = asyncio.Event()
        self.log = []

    def call(self, floor):
        return self.calls.setdefault(floor, asyncio.get_running_loop().create_future())

    async def drive(self):
        direction = 1
        while True:
            if not self.calls:
                await self.clock.sleep(1)
                continue
            if self.at in self.calls:
                self.calls.pop(self.at).set_result(self.clock.now)
                self.log.append((self.clock.now, self.at))
                await self.clock.sleep(2)
                continue
            if not any((floor - self.at) * direction > 0 for floor in self.calls):
                direction = -direction
            self.at += direction
            await self.clock.sleep(1)


async def passenger(elevator, name, start, goal, arrive):
    await elevator.clock.sleep(arrive)
    boarded = await elevator.call(start)
    left = await elevator.call(goal)
    return SimpleNamespace(name=name, waited=boarded - arrive, rode=left - boarded)


@contextmanager
def measured(label):
    start, cpu = time.monotonic(), time.perf_counter()
    yield
    print(f"{label}: {time.monotonic() - start:.1f} {time.perf_counter() - cpu:.1f}")


async def main():
    clock = Clock()
    elevator = Elevator(clock, 6)
    driver = asyncio.create_task(elevator.drive())
    people = [asyncio.create_task(passenger(elevator, *p)) for p in (("ann", 0, 5, 1), ("bob", 4, 1, 3), ("cid", 2, 3, 4))]
    with measured("simulation"):
        print(await clock.run(until=60))
    for person in people:
        print(person.result())
    print(elevator.log)
    driver.cancel()
    with measured("sleeping"):
        await asyncio.sleep(2.5)
        time.sleep(1)
    print(await asyncio.gather(driver, return_exceptions=True), vars(people[0].result()) == people[0].result().__dict__)


asyncio.run(main())
