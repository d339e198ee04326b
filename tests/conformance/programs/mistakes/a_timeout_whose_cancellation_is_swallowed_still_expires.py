import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed")
    await asyncio.sleep(2)
    print("went on for two seconds more")


async def main():
    loop = asyncio.get_running_loop()
    begun = loop.time()
    try:
        async with asyncio.timeout(1) as scope:
            await stubborn()
    except TimeoutError:
        print("never here: there was no CancelledError to turn into it")
    print(scope.expired(), loop.time() - begun, asyncio.current_task().cancelling())
    async with asyncio.timeout(1):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise ValueError("instead of being cancelled")


if __name__ == "__main__":
    asyncio.run(main())
