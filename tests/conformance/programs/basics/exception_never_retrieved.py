import asyncio


async def failing():
    raise ValueError("nobody asks")


async def main():
    task = asyncio.create_task(failing())
    await asyncio.sleep(0.1)
    print("done:", task.done())
    task = None
    print("dropped", task)
    await asyncio.sleep(0.1)
    print("main ends")


asyncio.run(main())
