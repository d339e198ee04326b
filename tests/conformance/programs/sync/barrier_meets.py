import asyncio


async def party(name, barrier, delay):
    await asyncio.sleep(delay)
    print(name, "arrives", barrier.n_waiting)
    index = await barrier.wait()
    print(name, "goes on", index)


async def main():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(party("a", barrier, 0.3), party("b", barrier, 0.1), party("c", barrier, 0.2))
    print(barrier.parties, barrier.broken)
    late = asyncio.create_task(party("late", barrier, 0))
    await asyncio.sleep(1)
    await barrier.abort()
    try:
        await late
    except asyncio.BrokenBarrierError as error:
        print(type(error).__name__, error)


asyncio.run(main())
