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
            group.create_task(check("front", 1), name="front")
            group.create_task(check("cellar", 2), name="cellar")
            group.create_task(check("garage", 3), name="garage")
    except* RuntimeError as errors:
        print("alarm:", errors.exceptions[0])
    print("main ends")


asyncio.run(main())
