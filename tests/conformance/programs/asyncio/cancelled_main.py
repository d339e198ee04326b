import asyncio


async def main():
    asyncio.current_task().cancel("self inflicted")
    print("not yet")
    await asyncio.sleep(0)
    print("never")


try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print("cancelled", error.args)


async def raises():
    raise asyncio.CancelledError


try:
    asyncio.run(raises())
except asyncio.CancelledError:
    print("cancelled without asking")


async def uncaught():
    task = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    task.cancel("inner")
    await task


asyncio.run(uncaught())
