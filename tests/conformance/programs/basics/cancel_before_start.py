import asyncio


async def never():
    print("never printed")


async def main():
    task = asyncio.create_task(never())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled before its first step")

    task = asyncio.create_task(never())
    task.cancel("with a message")
    await asyncio.sleep(0)
    print(task.cancelled())


asyncio.run(main())
