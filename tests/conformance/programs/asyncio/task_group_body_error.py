import asyncio


async def worker(n):
    try:
        await asyncio.sleep(n)
        print("worker", n, "done")
    finally:
        print("worker", n, "cleans up")
        if n == 3:
            raise OSError("cleaning failed")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for n in range(1, 4):
                group.create_task(worker(n))
            await asyncio.sleep(1.5)
            print(group)
            raise KeyError("body")
    except* KeyError as group_error:
        print("KeyError:", group_error.exceptions)
    except* OSError as group_error:
        print("OSError:", group_error.exceptions)
    try:
        group.create_task(asyncio.sleep(1))
    except RuntimeError as error:
        print(error)


async def misuse():
    group = asyncio.TaskGroup()
    coroutine = asyncio.sleep(1)
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()
    async with group:
        print(group)
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(error)


asyncio.run(main())
asyncio.run(misuse())
