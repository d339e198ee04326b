import asyncio


async def wash(name, bathroom):
    print(name, "wants to wash")
    async with bathroom:
        print(name, "is in")
        await asyncio.sleep(1)
    print(name, "is out")


async def main():
    bathroom = asyncio.Lock()
    await asyncio.gather(
        wash("Ann", bathroom),
        wash("Bob", bathroom),
        wash("Cem", bathroom),
    )


asyncio.run(main())
