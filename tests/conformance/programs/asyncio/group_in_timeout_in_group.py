import asyncio


async def job(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "ok")
    except asyncio.CancelledError:
        print(name, "cancelled at", asyncio.get_running_loop().time())
        raise


async def stage(name, limit):
    try:
        async with asyncio.timeout(limit) as scope:
            async with asyncio.TaskGroup() as group:
                group.create_task(job(f"{name}.fast", 1))
                group.create_task(job(f"{name}.slow", 3))
    except TimeoutError:
        print(name, "timed out", scope.expired())
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        stages = [group.create_task(stage("one", 2)), group.create_task(stage("two", 5))]
    print([task.result() for task in stages])
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as group:
                group.create_task(job("doomed", 10))
                try:
                    await asyncio.sleep(10)
                finally:
                    print("body leaves")
    except TimeoutError as error:
        print("outer", repr(error), type(error.__cause__).__name__)
    print(asyncio.current_task().cancelling())


asyncio.run(main())
