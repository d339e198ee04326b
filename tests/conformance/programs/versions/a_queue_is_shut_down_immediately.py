import asyncio


async def put(queue, item):
    try:
        await queue.put(item)
        print("put", item)
    except Exception as error:
        print("put", item, type(error).__name__)


async def get(queue):
    try:
        print("got", await queue.get())
    except Exception as error:
        print("get", type(error).__name__)


async def join(queue):
    await queue.join()
    print("joined")


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind(maxsize=2)
        print(kind.__name__)
        queue.put_nowait(3)
        queue.put_nowait(1)
        tasks = [asyncio.create_task(job) for job in (put(queue, 2), put(queue, 4), join(queue))]
        await asyncio.sleep(0)
        try:
            queue.shutdown(immediate=True)
        except AttributeError as error:
            print(error)
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            continue
        print(queue.qsize(), queue.empty())
        await asyncio.gather(*tasks, get(queue))
        empty = kind()
        waiting = asyncio.create_task(get(empty))
        await asyncio.sleep(0)
        empty.shutdown()
        await waiting
        print(str(empty))


asyncio.run(main())
