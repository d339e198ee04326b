import asyncio


async def fill(belt):
    for bottle in range(1, 6):
        await belt.put(bottle)
        print("filled", bottle)


async def pack(belt):
    for _ in range(5):
        bottle = await belt.get()
        await asyncio.sleep(1)
        print("packed", bottle)


async def main():
    belt = asyncio.Queue(maxsize=2)
    await asyncio.gather(fill(belt), pack(belt))


asyncio.run(main())
