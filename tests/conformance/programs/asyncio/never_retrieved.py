import asyncio


async def fails(name):
    await asyncio.sleep(0.1)
    raise ValueError(name)


async def main():
    tasks = [asyncio.create_task(fails(f"task {i}"), name=f"job-{i}") for i in range(3)]
    await asyncio.sleep(1)
    print("done:", [task.done() for task in tasks])
    print("looked at:", tasks[0].exception())
    tasks.clear()
    print("cleared")
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("lost"))
    del future
    print("end of main")


asyncio.run(main())
