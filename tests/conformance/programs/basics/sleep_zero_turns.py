import asyncio


async def count(name, turns):
    for i in range(turns):
        print(name, i)
        await asyncio.sleep(0)
    return name


async def starts_another():
    print("starting")
    task = asyncio.create_task(count("third", 2))
    await asyncio.sleep(0)
    print("started")
    return await task


async def main():
    first = asyncio.create_task(count("first", 3))
    second = asyncio.create_task(starts_another())
    print("nobody has run")
    print(await second)
    print(await first)
    print(await first)


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
print(loop.run_until_complete(count("again", 1)))
