import asyncio


async def slow(name, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise
    print(name, "is done")
    return name


async def main():
    print(await asyncio.wait_for(slow("quick", 0.1), timeout=1))
    try:
        await asyncio.wait_for(slow("too slow", 2), timeout=1)
    except TimeoutError as error:
        print("timeout", repr(error), type(error.__cause__).__name__)
    inner = asyncio.create_task(slow("shielded", 1))
    try:
        await asyncio.wait_for(asyncio.shield(inner), timeout=0.5)
    except TimeoutError:
        print("the wait is over, the task is not:", inner.done())
    print(await inner)


asyncio.run(main())
