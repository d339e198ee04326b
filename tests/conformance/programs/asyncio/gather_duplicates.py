import asyncio


async def fetch(name):
    print("fetching", name)
    await asyncio.sleep(len(name))
    return name.title()


async def main():
    task = asyncio.create_task(fetch("abc"))
    coroutine = fetch("de")
    results = await asyncio.gather(task, coroutine, task, coroutine, fetch("f"))
    print(results)
    print(await asyncio.gather())
    empty = asyncio.gather()
    print(empty.done(), empty)


asyncio.run(main())
