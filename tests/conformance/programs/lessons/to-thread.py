import asyncio
import time


def checksum(file):
    time.sleep(2)
    return f"{file}: ok"


async def clock():
    for tick in range(1, 4):
        await asyncio.sleep(0.75)
        print("tick", tick)


async def main():
    ticking = asyncio.create_task(clock())
    result = await asyncio.to_thread(checksum, "backup.zip")
    print(result)
    await ticking


asyncio.run(main())
