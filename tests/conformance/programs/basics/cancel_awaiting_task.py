import asyncio


async def inner():
    try:
        await asyncio.sleep(100)
    finally:
        print("inner ends")


async def outer(task):
    try:
        await task
    finally:
        print("outer ends")


async def main():
    inside = asyncio.create_task(inner())
    outside = asyncio.create_task(outer(inside))
    await asyncio.sleep(0.1)
    outside.cancel()
    try:
        await outside
    except asyncio.CancelledError:
        print("both cancelled:", inside.cancelled(), outside.cancelled())


asyncio.run(main())
