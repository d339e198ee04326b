import asyncio


async def take_both(first, second):
    async with first:
        await asyncio.sleep(0.1)
        async with second:
            print("never")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    print("start")
    await asyncio.gather(take_both(a, b), take_both(b, a))


asyncio.run(main())
