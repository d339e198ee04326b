import asyncio


async def mirror(name, delay, fails=False):
    try:
        await asyncio.sleep(delay)
        if fails:
            raise ConnectionError(name)
        return f"answer of {name}"
    except asyncio.CancelledError:
        print(f"{name} was not needed")
        raise


async def fastest(*mirrors):
    winner = None

    async def race(group, coro):
        nonlocal winner
        try:
            winner = await coro
        except ConnectionError as error:
            print("failed:", error)
        else:
            group.cancel()

    async with asyncio.TaskGroup() as group:
        for m in mirrors:
            group.create_task(race(group, m))
    return winner


async def main():
    print(await fastest(mirror("a", 0.3), mirror("b", 0.1, True), mirror("c", 0.2)))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(mirror("d", 1))
        await asyncio.sleep(0.1)
        group.cancel()
        print("asked")
        await asyncio.sleep(5)
        print("never printed")
    print(task.cancelled(), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(mirror("e", 0.1, True))
            group.create_task(mirror("f", 0.5))
    except* ConnectionError as eg:
        print(eg.exceptions)


asyncio.run(main())
