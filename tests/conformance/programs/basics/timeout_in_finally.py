import asyncio


class Slow:
    async def __aenter__(self):
        print("enter")
        await asyncio.sleep(0.2)
        return self

    async def __aexit__(self, *args):
        print("exit begins")
        await asyncio.sleep(0.2)
        print("exit ends")


async def attempt(limit):
    print("limit", limit)
    try:
        async with asyncio.timeout(limit):
            async with Slow():
                try:
                    print("body")
                    await asyncio.sleep(0.2)
                finally:
                    print("finally")
                    await asyncio.sleep(0.2)
                    print("finally ends")
    except TimeoutError:
        print("timed out")
    else:
        print("in time")


async def main():
    for limit in (0.1, 0.3, 0.5, 0.7, 0.9):
        await attempt(limit)


asyncio.run(main())
