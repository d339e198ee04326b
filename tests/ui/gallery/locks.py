import asyncio


async def producer(queue, name, count):
    for i in range(count):
        await asyncio.sleep(0.2)
        await queue.put(f"{name}{i}")
    return count


async def consumer(queue, lock, results):
    while True:
        item = await queue.get()
        async with lock:
            await asyncio.sleep(0.3)
            results.append(item)
            print("stored", item)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    lock = asyncio.Lock()
    results = []
    producers = [asyncio.create_task(producer(queue, n, 3), name=n) for n in "ab"]
    consumers = [asyncio.create_task(consumer(queue, lock, results)) for _ in range(2)]
    await asyncio.gather(*producers)
    await queue.join()
    for task in consumers:
        task.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    print(results)


asyncio.run(main())
