import asyncio


async def fetch(n):
    print("fetch", n)
    await asyncio.sleep(1 / n)
    print("got", n)
    return n * 10


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = []
        for n in (1, 2, 4):
            tasks.append(group.create_task(fetch(n)))
        print("body done")
    for task in tasks:
        print(task.result())


asyncio.run(main())
