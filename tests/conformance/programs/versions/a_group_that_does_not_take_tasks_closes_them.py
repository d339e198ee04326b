import asyncio


async def job():
    print("never runs")


async def stubborn(group):
    left = job()
    try:
        group.create_task(left)
    except RuntimeError as error:
        print(error)
    print(repr(group))


async def main():
    group = asyncio.TaskGroup()
    coroutine = job()
    for when in ("before", "after"):
        try:
            group.create_task(coroutine)
        except RuntimeError as error:
            print(when, error)
        coroutine.close()
        coroutine = job()
        async with asyncio.TaskGroup() as group:
            pass
    coroutine.close()
    async with asyncio.TaskGroup() as group:
        stopping = asyncio.create_task(asyncio.sleep(0))
        group.create_task(stubborn(group))
        await stopping
    print("over")


asyncio.run(main())
