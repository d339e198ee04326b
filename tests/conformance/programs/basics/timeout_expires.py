import asyncio


async def slow(seconds):
    try:
        await asyncio.sleep(seconds)
        return "in time"
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise


async def main():
    async with asyncio.timeout(2):
        print(await slow(1))
    try:
        async with asyncio.timeout(0.5):
            print(await slow(1))
    except TimeoutError:
        print("timed out")
    try:
        async with asyncio.timeout(10):
            async with asyncio.timeout(0.2):
                await slow(3)
    except TimeoutError:
        print("the inner one")
    async with asyncio.timeout(None):
        print(await slow(4))


asyncio.run(main())
