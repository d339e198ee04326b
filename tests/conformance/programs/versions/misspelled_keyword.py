import asyncio


async def main():
    fro number in range(3):
        await asyncio.sleep(0.1)


asyncio.run(main())
