import asyncio
from contextlib import AsyncExitStack


async def book(what, fails=False):
    await asyncio.sleep(0.1)
    if fails:
        raise RuntimeError(f"no {what} left")
    print("booked", what)
    return what


async def cancel(what):
    await asyncio.sleep(0.05)
    print("cancelled", what)


async def trip(*steps):
    async with AsyncExitStack() as undo:
        for what, fails in steps:
            booked = await book(what, fails)
            undo.push_async_callback(cancel, booked)
        undo.pop_all()
        return "trip booked"


async def main():
    print(await trip(("flight", False), ("hotel", False)))
    try:
        await trip(("train", False), ("hostel", False), ("museum", True))
    except RuntimeError as error:
        print("failed:", error)
    slow = asyncio.create_task(trip(("bus", False), ("boat", False)))
    await asyncio.sleep(0.15)
    slow.cancel()
    try:
        await slow
    except asyncio.CancelledError:
        print("interrupted")


asyncio.run(main())
