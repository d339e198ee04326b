import asyncio


async def batches(queue, size, patience):
    batch = []
    while True:
        try:
            item = await asyncio.wait_for(queue.get(), patience if batch else None)
        except asyncio.TimeoutError:
            yield batch
            batch = []
            continue
        if item is None:
            break
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def feed(queue):
    for n, pause in enumerate([0, 0, 0, 1, 0, 2, 0, 0, 0, 0]):
        await asyncio.sleep(pause)
        await queue.put(n)
    await queue.put(None)


async def main():
    queue = asyncio.Queue()
    feeder = asyncio.create_task(feed(queue))
    async for batch in batches(queue, 3, 0.5):
        print(batch, "at", asyncio.get_running_loop().time())
    await feeder


asyncio.run(main())
