import asyncio


async def fail(after, error):
    await asyncio.sleep(after)
    raise error


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(1, ValueError("first")))
        group.create_task(fail(1, TypeError("second")))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(fail(1, OSError(2, "No such file")))


asyncio.run(main())
