import asyncio
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    cost: float = field(compare=False, default=0.1)


async def worker(name, queue, done):
    while not queue.empty():
        job = await queue.get()
        await asyncio.sleep(job.cost)
        done.append(f"{name}:{job.name}")
        if job.name == "deploy":
            await queue.put(Job(0, "hotfix"))
        queue.task_done()


async def main():
    queue = asyncio.PriorityQueue()
    for priority, name in [(5, "clean"), (1, "deploy"), (3, "test"), (3, "lint"), (9, "mail")]:
        queue.put_nowait(Job(priority, name))
    done = []
    await asyncio.gather(worker("w1", queue, done), worker("w2", queue, done))
    print(done)
    print(Job(1, "x") < Job(2, "a"), Job(3, "same"))


asyncio.run(main())
