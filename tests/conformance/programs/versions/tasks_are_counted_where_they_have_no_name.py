import asyncio


async def name():
    return asyncio.current_task().get_name()


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(name()), asyncio.create_task(name(), name="second"),
             asyncio.create_task(name()), loop.create_task(name(), name="fourth"), loop.create_task(name())]
    for task in tasks:
        print(task.get_name(), await task)
    async with asyncio.TaskGroup() as group:
        inside = [group.create_task(name(), name="mine"), group.create_task(name())]
    print([task.get_name() for task in inside])
    print(await asyncio.wait_for(name(), 1))
    print(asyncio.create_task(name()).get_name())


asyncio.run(main())
