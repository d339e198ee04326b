import asyncio


async def party(barrier, name, delay):
    await asyncio.sleep(delay)
    try:
        index = await barrier.wait()
        print(name, "passed as", index, barrier.n_waiting)
    except asyncio.BrokenBarrierError as error:
        print(name, "broken:", error)


async def main():
    barrier = asyncio.Barrier(3)
    print(barrier.parties, barrier.n_waiting, barrier.broken, str(barrier).split(" [")[1])
    await asyncio.gather(*(party(barrier, f"p{i}", i) for i in range(3)))
    waiting = [asyncio.create_task(party(barrier, f"q{i}", 0)) for i in range(2)]
    await asyncio.sleep(1)
    print(str(barrier).split(" [")[1], barrier.n_waiting)
    await barrier.reset()
    await asyncio.gather(*waiting)
    print("after reset", barrier.broken)
    waiting = [asyncio.create_task(party(barrier, f"r{i}", 0)) for i in range(2)]
    await asyncio.sleep(1)
    await barrier.abort()
    await asyncio.gather(*waiting)
    print(barrier.broken, str(barrier).split(" [")[1])
    await party(barrier, "late", 0)
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)
    async with asyncio.Barrier(1) as position:
        print("position", position)


asyncio.run(main())
