import asyncio

running = 0


async def fetch(number, semaphore):
    global running
    async with semaphore:
        running += 1
        print("start", number, "running", running)
        await asyncio.sleep(1 + number / 10)
        running -= 1
    return number * number


async def main():
    semaphore = asyncio.Semaphore(2)
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(*(fetch(n, semaphore) for n in range(5))))
    print(round(loop.time(), 3), semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)


asyncio.run(main())
