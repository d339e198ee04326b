import asyncio


async def download(semaphore, n):
    async with semaphore:
        print("start", n, semaphore.locked())
        await asyncio.sleep(1 + n % 2)
        print("end", n)
    return n


async def main():
    semaphore = asyncio.Semaphore(2)
    print(str(semaphore).split(" [")[1])
    tasks = [asyncio.create_task(download(semaphore, n)) for n in range(6)]
    await asyncio.sleep(0.5)
    print(str(semaphore).split(" [")[1])
    tasks[2].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(str(semaphore).split(" [")[1])
    semaphore.release()
    print(semaphore._value)
    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        pass
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)
    closed = asyncio.Semaphore(0)
    waiter = asyncio.create_task(closed.acquire())
    await asyncio.sleep(0)
    print(waiter.done(), closed.locked())
    closed.release()
    print(await waiter, closed.locked())


asyncio.run(main())
