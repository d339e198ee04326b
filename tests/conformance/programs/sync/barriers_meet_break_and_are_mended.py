"""Barriers, phases, and what breaks them."""
import asyncio


async def runner(name, barrier, speed, laps, log):
    try:
        for lap in range(laps):
            await asyncio.sleep(speed)
            position = await barrier.wait()
            log.append((name, lap, position))
            if position == 0:
                print(f"lap {lap} done", barrier.n_waiting, barrier.broken)
    except asyncio.BrokenBarrierError as error:
        log.append((name, "broken", str(error)))


async def main():
    barrier, log = asyncio.Barrier(3), []
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(*(runner(n, barrier, s, 2, log) for n, s in zip("abc", (0.1, 0.3, 0.2))))
    print(log)
    log.clear()
    task = asyncio.create_task(runner("lonely", barrier, 0, 1, log))
    await asyncio.sleep(0.1)
    print(barrier.n_waiting)
    await barrier.abort()
    await task
    print(log, barrier.broken)
    try:
        await barrier.wait()
    except asyncio.BrokenBarrierError as error:
        print(type(error).__mro__[1].__name__, error)
    await barrier.reset()
    async def enter():
        async with barrier as position:
            return position
    print(sorted(await asyncio.gather(enter(), enter(), enter())))
    waiter = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    waiter.cancel()
    print(await asyncio.gather(waiter, return_exceptions=True), barrier.n_waiting, barrier.broken)
    tasks = [asyncio.create_task(barrier.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    await barrier.reset()
    print([type(r).__name__ for r in await asyncio.gather(*tasks, return_exceptions=True)])
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)
    event = asyncio.Event()
    waiters = [asyncio.create_task(event.wait(), name=f"w{i}") for i in range(2)]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    print(await asyncio.gather(*waiters), event.is_set())


asyncio.run(main())
