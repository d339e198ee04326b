import asyncio


async def main():
    queue = asyncio.Queue(maxsize=2)
    print(queue.maxsize, queue.empty(), queue.full(), queue.qsize())
    queue.put_nowait("a")
    await queue.put("b")
    print(queue.full(), str(queue).split(" ", 3)[-1])
    try:
        queue.put_nowait("c")
    except asyncio.QueueFull as error:
        print("full", repr(error))
    print(queue.get_nowait(), await queue.get())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print("empty", repr(error))
    queue.task_done()
    queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    await queue.join()

    getter = asyncio.create_task(queue.get())
    other = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    print(str(queue).split(" ", 3)[-1])
    getter.cancel()
    queue.put_nowait("for the other")
    print(await other)
    print(getter.cancelled())

    full = asyncio.Queue(1)
    putters = [asyncio.create_task(full.put(n)) for n in range(3)]
    await asyncio.sleep(0)
    print(str(full).split(" ", 3)[-1])
    print([await full.get() for _ in range(3)])
    print([task.done() for task in putters])
    stack = asyncio.LifoQueue()
    for n in range(3):
        stack.put_nowait(n)
    print([stack.get_nowait() for _ in range(3)])


asyncio.run(main())
