import asyncio
import itertools
import random
from dataclasses import dataclass, field
from enum import IntEnum


class Level(IntEnum):
    HIGH = 1
    MEDIUM = 2
    LOW = 3


@dataclass(order=True)
class Task:
    level: Level
    number: int
    name: str = field(compare=False)
    cost: float = field(compare=False, default=0.1)


class WorkerPool:
    def __init__(self, size):
        self.queue: asyncio.PriorityQueue[Task] = asyncio.PriorityQueue()
        self.numbers = itertools.count()
        self.size = size
        self.done: list[str] = []

    def submit(self, name, level=Level.MEDIUM, cost=0.1):
        self.queue.put_nowait(Task(level, next(self.numbers), name, cost))

    async def worker(self, name):
        while True:
            task = await self.queue.get()
            try:
                await asyncio.sleep(task.cost)
                if task.name.startswith("bad"):
                    raise RuntimeError(task.name)
                self.done.append(f"{name}:{task.name}/{task.level.name}")
            except RuntimeError as error:
                self.done.append(f"{name}:failed {error}")
            finally:
                self.queue.task_done()

    async def __aenter__(self):
        self.workers = [asyncio.create_task(self.worker(f"w{n}"), name=f"worker-{n}") for n in range(self.size)]
        return self

    async def __aexit__(self, *exc):
        await self.queue.join()
        for worker in self.workers:
            worker.cancel()
        results = await asyncio.gather(*self.workers, return_exceptions=True)
        print([type(r).__name__ for r in results])


async def main():
    generator = random.Random(99)
    async with WorkerPool(2) as pool:
        for n in range(8):
            level = generator.choice(list(Level))
            pool.submit(f"{'bad' if n == 5 else 'job'}{n}", level, round(generator.uniform(0.1, 0.5), 2))
    print(*pool.done, sep="\n")
    print(f"{asyncio.get_running_loop().time():.2f}", Task(Level.LOW, 1, "x"), Level.HIGH < Level.LOW, max(Level).name)
    names = ["ann", "bob", "cy", "dee"]
    generator.shuffle(names)
    print(names, generator.sample(range(100), 5), generator.choices(names, k=3), generator.random())


asyncio.run(main())
