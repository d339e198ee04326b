import asyncio


async def member(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise
    print(name, "finished")


async def team():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(member("ann", 1), name="ann")
            group.create_task(member("bob", 3), name="bob")
            print("body leaves")
    except asyncio.CancelledError as error:
        print("team cancelled", error.args)
        raise
    finally:
        print("team over at", asyncio.get_running_loop().time())


async def main():
    task = asyncio.create_task(team())
    await asyncio.sleep(2)
    task.cancel("stop now")
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees", error.args)

    async with asyncio.TaskGroup() as group:
        lone = group.create_task(member("carl", 5))
        await asyncio.sleep(1)
        lone.cancel("just you")
    print("group ends well:", lone.cancelled())


asyncio.run(main())
