import asyncio


async def slow(seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise


async def attempt(outer, inner):
    try:
        async with asyncio.timeout(outer):
            try:
                async with asyncio.timeout(inner):
                    await slow(5)
            except TimeoutError:
                print("inner expired")
                await asyncio.sleep(2)
            print("after inner")
    except TimeoutError:
        print("outer expired")
    print("now", asyncio.get_running_loop().time())


async def main():
    await attempt(4, 1)
    await attempt(1, 4)
    await attempt(2, 2)
    await attempt(2, 1)
    print("requests left:", asyncio.current_task().cancelling())


asyncio.run(main())
