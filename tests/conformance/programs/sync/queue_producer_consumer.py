import asyncio


async def producer(queue, count):
    for number in range(count):
        await queue.put(number)
        print("put", number, queue.qsize())
    await queue.put(None)


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        await asyncio.sleep(0.1)
        total += item
        queue.task_done()
    queue.task_done()
    return total


async def main():
    queue = asyncio.Queue(maxsize=2)
    made = asyncio.create_task(producer(queue, 6))
    used = asyncio.create_task(consumer(queue))
    await queue.join()
    print("joined", queue.empty(), queue.full())
    print(await used, await made)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error).__name__, repr(error))
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull:
        print("full")


asyncio.run(main())
