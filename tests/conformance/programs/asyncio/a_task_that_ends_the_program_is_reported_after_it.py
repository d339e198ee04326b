import asyncio


async def ends():
    raise KeyboardInterrupt


async def main():
    asyncio.create_task(ends())
    await asyncio.sleep(1)


asyncio.run(main())
