import asyncio


async def main():
    queue = asyncio.Queue(1.3)
    queue.put_nowait("first")
    print(queue.maxsize, queue.full())
    queue.put_nowait("second")
    print(queue, queue.full())
    try:
        queue.put_nowait("third")
    except asyncio.QueueFull:
        print("full")
    for size in (0.5, -0.5, 1e30):
        queue = asyncio.Queue(maxsize=size)
        queue.put_nowait("first")
        print(queue.maxsize, queue.full())


asyncio.run(main())
