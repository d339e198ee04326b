import asyncio


async def with_raise():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("saving what there is")
        await asyncio.sleep(0.5)
        raise


async def with_another_exception():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise RuntimeError("interrupted")


async def main():
    task = asyncio.create_task(with_raise())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled:", task.cancelled())
    task = asyncio.create_task(with_another_exception())
    await asyncio.sleep(1)
    task.cancel()
    await task


if __name__ == "__main__":
    asyncio.run(main())
