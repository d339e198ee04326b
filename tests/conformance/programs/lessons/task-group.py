import asyncio


async def check(door, seconds):
    try:
        await asyncio.sleep(seconds)
        if door == "cellar":
            raise RuntimeError("the cellar is open")
        print(door, "is locked")
    except asyncio.CancelledError:
        print("stop checking", door)
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for number, door in enumerate(["front", "cellar", "garage"]):
                group.create_task(check(door, number + 1), name=door)
    except* RuntimeError as errors:
        print("alarm:", errors.exceptions[0])
    print("main ends")


asyncio.run(main())
