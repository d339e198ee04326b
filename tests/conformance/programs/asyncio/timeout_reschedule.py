import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(None) as scope:
            print(scope.when(), scope.expired())
            scope.reschedule(loop.time() + 1)
            print(scope.when(), scope)
            await asyncio.sleep(0.5)
            scope.reschedule(loop.time() + 2)
            await asyncio.sleep(10)
    except TimeoutError as error:
        print("timed out at", loop.time(), repr(error.__cause__), scope.expired(), scope)

    async with asyncio.timeout_at(loop.time() + 1) as scope:
        await asyncio.sleep(0.5)
    print(scope.expired(), scope)
    try:
        scope.reschedule(5)
    except RuntimeError as error:
        print(error)
    try:
        async with scope:
            pass
    except RuntimeError as error:
        print(error)
    fresh = asyncio.timeout(3)
    print(fresh, fresh.when())
    try:
        fresh.reschedule(1)
    except (RuntimeError, AssertionError) as error:
        print(type(error).__name__, error)
    try:
        async with asyncio.timeout(-1):
            print("not yet")
            await asyncio.sleep(0)
            print("never printed")
    except TimeoutError:
        print("was over before it began", loop.time())


asyncio.run(main())
