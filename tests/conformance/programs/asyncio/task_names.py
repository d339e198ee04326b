import asyncio


async def job():
    print("I am", asyncio.current_task().get_name())


async def main():
    print(asyncio.current_task().get_name())
    tasks = [asyncio.create_task(job()), asyncio.create_task(job(), name="named"), asyncio.create_task(job(), name=7)]
    tasks[0].set_name("renamed")
    print([task.get_name() for task in tasks])
    await asyncio.gather(*tasks)
    loop = asyncio.get_running_loop()
    task = loop.create_task(job(), name="by loop")
    await task
    async with asyncio.TaskGroup() as group:
        group.create_task(job())
        group.create_task(job(), name="grouped")
    future = asyncio.ensure_future(job())
    future.set_name({"any": "object"})
    print(future.get_name())
    await future
    print(repr(future))


asyncio.run(main())
asyncio.run(main())
