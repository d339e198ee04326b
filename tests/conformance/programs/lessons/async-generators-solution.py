import asyncio
from contextlib import aclosing


async def readings(sensor):
    print("open", sensor)
    try:
        for value in [20, 21, 35, 22]:
            await asyncio.sleep(1)
            yield value
    finally:
        await asyncio.sleep(0)
        print("close", sensor)


async def main():
    async with aclosing(readings("boiler")) as values:
        async for value in values:
            print(value, "degrees")
            if value > 30:
                break
    print("too hot")
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
