import asyncio


async def fail(after, error):
    await asyncio.sleep(after)
    raise error


async def worker(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "cleans up")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(worker("one"))
            group.create_task(fail(1, ValueError("bad value")))
            group.create_task(fail(1, KeyError("missing")))
    except* ValueError as errors:
        print("value errors:", errors.exceptions)
    except* KeyError as errors:
        print("key errors:", errors.exceptions)
    raise RuntimeError("after all")


asyncio.run(main())
