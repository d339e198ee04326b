import asyncio


async def job(n):
    await asyncio.sleep(n)
    return n


async def main():
    tasks = [asyncio.create_task(job(n)) for n in (0, 1)]
    done, pending = await asyncio.wait(tasks, timeout=0)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(tasks, timeout=0)
    print(len(done), len(pending))
    print(await asyncio.wait_for(tasks[0], timeout=0))
    try:
        await asyncio.wait_for(tasks[1], timeout=-1)
    except asyncio.TimeoutError:
        print("cancelled:", tasks[1].cancelled())
    done, pending = await asyncio.wait(tasks)
    print(sorted(str(task.cancelled()) for task in done), pending)
    for future in asyncio.as_completed([job(0.2), job(0.1)], timeout=0.15):
        try:
            print("completed", await future)
        except TimeoutError:
            print("as_completed timed out")
    try:
        async with asyncio.timeout(0):
            print("in a timeout of zero")
            await asyncio.sleep(0)
    except TimeoutError:
        print("expired at once")
    async with asyncio.timeout(0):
        print("never suspends, never expires")


asyncio.run(main())
