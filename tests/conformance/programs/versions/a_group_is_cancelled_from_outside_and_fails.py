import asyncio


async def fails_when_cancelled(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise RuntimeError(f"{name} could not stop")


async def work():
    me = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails_when_cancelled("a"))
            await asyncio.sleep(5)
    except* RuntimeError as errors:
        print("group:", errors.exceptions, me.cancelling())
    print("still here", me.cancelling())
    await asyncio.sleep(0)
    print("and after an await", me.cancelling())


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled after all")
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(fails_when_cancelled("b"))
                group.create_task(fails_when_cancelled("c"))
    except* RuntimeError as errors:
        print(len(errors.exceptions), "could not stop")
    print(asyncio.current_task().cancelling())


asyncio.run(main())
