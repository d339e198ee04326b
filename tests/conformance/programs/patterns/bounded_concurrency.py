import asyncio


async def bounded_map(function, items, limit):
    semaphore = asyncio.Semaphore(limit)

    async def one(item):
        async with semaphore:
            return await function(item)

    return await asyncio.gather(*map(one, items))


active = peak = 0


async def square(n):
    global active, peak
    active += 1
    peak = max(peak, active)
    await asyncio.sleep(0.1 * (n % 3 + 1))
    active -= 1
    return n * n


async def main():
    for limit in (1, 3, 10):
        global peak
        peak = 0
        loop = asyncio.get_running_loop()
        start = loop.time()
        print(await bounded_map(square, range(8), limit))
        print("peak", peak, "took", round(loop.time() - start, 2))


asyncio.run(main())
