import asyncio


async def resize(photo):
    print("resize", photo)
    await asyncio.sleep(2)
    print("resized", photo)


async def clock():
    for tick in range(1, 4):
        await asyncio.sleep(1)
        print("tick", tick)


async def main():
    ticking = asyncio.create_task(clock())
    await asyncio.sleep(0.5)
    await resize("beach.jpg")
    await ticking


asyncio.run(main())
