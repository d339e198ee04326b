import asyncio


async def child(n):
    total = 0
    for i in range(n):
        total += i
        if i % 10 == 0:
            await asyncio.sleep(0)
    return total


async def main():
    print(await asyncio.gather(*[child(20000) for _ in range(8)]))


asyncio.run(main())
