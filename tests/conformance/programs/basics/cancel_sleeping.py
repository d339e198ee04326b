import asyncio


async def worker():
    try:
        print("working")
        await asyncio.sleep(10)
        print("not here")
    except asyncio.CancelledError:
        print("cancelled, cleaning up")
        await asyncio.sleep(0.5)
        print("clean")
        raise
    finally:
        print("finally")


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("main sees the cancellation")
    print(task.cancelled(), task.done(), task.cancel())


asyncio.run(main())
