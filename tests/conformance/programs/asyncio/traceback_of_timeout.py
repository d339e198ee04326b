import asyncio


async def slow():
    await asyncio.sleep(10)


async def step():
    async with asyncio.timeout(1):
        await slow()


async def main():
    try:
        await asyncio.wait_for(slow(), 1)
    except TimeoutError:
        await step()


asyncio.run(main())
