import asyncio
import time


async def stage(name, cost):
    await asyncio.sleep(cost)
    return name


async def pipeline(costs, budget):
    deadline = time.monotonic() + budget
    finished = []
    for name, cost in costs.items():
        left = deadline - time.monotonic()
        try:
            finished.append(await asyncio.wait_for(stage(name, cost), timeout=left))
            print(f"{name}: {deadline - time.monotonic():.2f} s left")
        except asyncio.TimeoutError:
            print(f"{name}: out of time after {finished}")
            return None
    return finished


async def main():
    print(await pipeline({"parse": 0.5, "check": 0.25, "store": 1}, 3))
    print(await pipeline({"parse": 0.5, "check": 2.75, "store": 1}, 3))
    print(await pipeline({"parse": 3, "check": 1}, 3))
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 1):
            print(await pipeline({"parse": 0.5, "check": 0.75}, 3))
    except TimeoutError:
        print("the whole took too long", f"{time.monotonic():.2f}")


asyncio.run(main())
