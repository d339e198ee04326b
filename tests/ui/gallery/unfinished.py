import asyncio


async def main():
    for i in range(3)
        await asyncio.sleep(1)
        print(i)


asyncio.run(main())
