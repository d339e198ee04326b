import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def transaction(name):
    print("begin", name)
    try:
        yield name
    except BaseException as error:
        await asyncio.sleep(0.1)
        print("rollback", name, type(error).__name__)
        raise
    else:
        print("commit", name)
    finally:
        print("release", name)


async def update(name, seconds):
    async with transaction(name):
        await asyncio.sleep(seconds)


async def main():
    good = asyncio.create_task(update("good", 0.5))
    slow = asyncio.create_task(update("slow", 5))
    await good
    slow.cancel()
    try:
        await slow
    except asyncio.CancelledError:
        print("slow was cancelled")
    task = asyncio.create_task(update("twice", 5))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0.05)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled during the rollback")


asyncio.run(main())
