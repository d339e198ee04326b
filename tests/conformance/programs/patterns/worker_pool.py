import asyncio
import random


async def worker(name, queue, results):
    while True:
        job, cost = await queue.get()
        try:
            await asyncio.sleep(cost)
            results.append((name, job))
            print(f"{name} finished {job} after {cost:.2f}")
        finally:
            queue.task_done()


async def main():
    random.seed(7)
    queue = asyncio.Queue()
    for job in range(8):
        queue.put_nowait((job, random.uniform(0.1, 1.0)))
    results = []
    workers = [asyncio.create_task(worker(f"worker-{i}", queue, results)) for i in range(3)]
    start = asyncio.get_running_loop().time()
    await queue.join()
    print(f"all done in {asyncio.get_running_loop().time() - start:.2f}")
    for task in workers:
        task.cancel()
    outcomes = await asyncio.gather(*workers, return_exceptions=True)
    print([type(outcome).__name__ for outcome in outcomes])
    print(sorted(job for _, job in results))


asyncio.run(main())
