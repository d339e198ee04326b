import asyncio


async def exits():
    raise SystemExit(4)


async def main():
    task = asyncio.create_task(exits())
    await asyncio.sleep(1)


asyncio.new_event_loop().run_until_complete(main())
