import asyncio


async def steady(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def failing():
    await asyncio.sleep(1)
    raise ValueError("one task fails")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(steady("a"))
        group.create_task(failing())
        group.create_task(steady("b"))
        await steady("body")


asyncio.run(main())
