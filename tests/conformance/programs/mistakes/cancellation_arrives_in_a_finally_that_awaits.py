import asyncio


async def worker():
    try:
        print("working")
        await asyncio.sleep(10)
    finally:
        print("cleaning up")
        await asyncio.sleep(10)
        print("never clean")


async def patient():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.shield(asyncio.sleep(0.5))
        print("clean in spite of being cancelled")


async def main():
    task = asyncio.create_task(patient())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    task = asyncio.create_task(worker(), name="worker")
    await asyncio.sleep(1)
    task.cancel("first")
    await asyncio.sleep(1)
    print("still cleaning up:", not task.done())
    task.cancel("second")
    await task


if __name__ == "__main__":
    asyncio.run(main())
