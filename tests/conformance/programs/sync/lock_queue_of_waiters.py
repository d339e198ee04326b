import asyncio


async def worker(name, lock, seconds):
    print(name, "wants the lock")
    async with lock:
        print(name, "has it", lock.locked())
        await asyncio.sleep(seconds)
    print(name, "gave it back")


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(worker(name, lock, 1)) for name in "abc"]
    await asyncio.sleep(0.5)
    tasks[1].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(result).__name__ for result in results], lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
