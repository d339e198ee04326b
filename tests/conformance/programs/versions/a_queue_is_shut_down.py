# Producer and consumers: the producer says when there is nothing more to come.
import asyncio


async def producer(queue, count):
    for item in range(count):
        await queue.put(item)
        print("put", item)
        await asyncio.sleep(0.1)
    queue.shutdown()
    print("shut down", queue)


async def consumer(name, queue):
    try:
        while True:
            item = await queue.get()
            print(name, "got", item)
            await asyncio.sleep(0.25)
            queue.task_done()
    except asyncio.QueueShutDown:
        print(name, "leaves")


async def main():
    queue = asyncio.Queue(2)
    if not hasattr(queue, "shutdown"):
        print("no shutdown")
        return
    await asyncio.gather(producer(queue, 5), consumer("a", queue), consumer("b", queue))
    await queue.join()
    for attempt in (lambda: queue.put_nowait(1), queue.get_nowait):
        try:
            attempt()
        except asyncio.QueueShutDown as error:
            print(type(error).__name__, error.args)


asyncio.run(main())
