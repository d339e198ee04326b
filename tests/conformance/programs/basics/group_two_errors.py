import asyncio


async def fail(error, delay):
    try:
        await asyncio.sleep(delay)
    finally:
        raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError("first"), 1))
            group.create_task(fail(KeyError("second"), 2))
    except ExceptionGroup as group_error:
        print(group_error)
        for error in group_error.exceptions:
            print(type(error).__name__, error)
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(RuntimeError("uncaught"), 0))
        group.create_task(fail(OSError("also"), 0))


asyncio.run(main())
