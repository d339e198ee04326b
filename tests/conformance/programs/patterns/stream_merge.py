import asyncio


async def ticks(name, period, count):
    try:
        for n in range(count):
            await asyncio.sleep(period)
            yield f"{name}{n}"
    finally:
        print(name, "source closed")


async def merge(*sources):
    queue = asyncio.Queue()
    running = len(sources)

    async def drain(source):
        nonlocal running
        try:
            async for item in source:
                await queue.put(item)
        finally:
            running -= 1
            await queue.put(None)

    tasks = [asyncio.create_task(drain(source)) for source in sources]
    try:
        while running or not queue.empty():
            item = await queue.get()
            if item is not None:
                yield item
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        print("merge closed")


async def take(source, n):
    taken = []
    async for item in source:
        taken.append(item)
        if len(taken) == n:
            break
    await source.aclose()
    return taken


async def main():
    print([item async for item in merge(ticks("a", 0.3, 3), ticks("b", 0.5, 2))])
    print(await take(merge(ticks("c", 1, 100), ticks("d", 0.4, 100)), 4))


asyncio.run(main())
