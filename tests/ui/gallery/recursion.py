import asyncio


async def walk(depth):
    if depth == 0:
        await asyncio.sleep(0.1)
        return 1
    left = await walk(depth - 1)
    right = await walk(depth - 1)
    return left + right


async def main():
    print(await walk(4))


asyncio.run(main())
