import asyncio


async def wait(condition, name):
    async with condition:
        try:
            await condition.wait()
            print(name, "was notified")
        except asyncio.CancelledError:
            print(name, "was cancelled")
            raise


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(wait(condition, name)) for name in ("first", "second")]
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        tasks[0].cancel("too late")
    await asyncio.sleep(0.1)
    print([task.done() for task in tasks])
    for task in tasks:
        task.cancel()
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        print(repr(result))
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    order = []

    async def enter(name):
        async with semaphore:
            order.append(name)

    entering = [asyncio.create_task(enter(n)) for n in range(4)]
    await asyncio.sleep(0)
    semaphore.release()
    semaphore.release()
    entering[0].cancel()
    await asyncio.wait(entering)
    print(order, semaphore.locked())
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


asyncio.run(main())
