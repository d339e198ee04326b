import asyncio


async def stubborn(name, times):
    left = times
    while left > 0:
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            left -= 1
            print(name, "says no,", left, "left")
    return name + " is done"


async def main():
    task = asyncio.create_task(stubborn("mule", 2))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    print("still running:", not task.done())
    task.cancel()
    print(await task)


asyncio.run(main())
