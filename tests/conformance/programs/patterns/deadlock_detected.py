import asyncio


async def take_both(name, first, second):
    async with first:
        print(name, "has its first lock")
        await asyncio.sleep(0.1)
        async with second:
            print(name, "has both")


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as group:
                group.create_task(take_both("ab", a, b))
                group.create_task(take_both("ba", b, a))
    except TimeoutError:
        print("deadlock", a.locked(), b.locked())


asyncio.run(main())
