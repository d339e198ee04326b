import asyncio


async def print_report():
    print("printer on")
    try:
        await asyncio.sleep(5)
        print("report printed")
    finally:
        await asyncio.sleep(0.5)
        print("printer off")


async def main():
    try:
        async with asyncio.timeout(2):
            await print_report()
    except TimeoutError:
        print("too slow")


asyncio.run(main())
