import asyncio


async def user(lock, name):
    print(name, "wants", lock.locked())
    async with lock:
        print(name, "has it")
        await asyncio.sleep(1)
    print(name, "let go")


async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    tasks = [asyncio.create_task(user(lock, n)) for n in "abc"]
    await asyncio.sleep(0.5)
    print(str(lock).split(" object at ")[1].split(" ", 1)[1])
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(lock.locked(), await lock.acquire(), lock.locked())
    lock.release()
    try:
        async with lock:
            raise KeyError("inside")
    except KeyError:
        print("released:", not lock.locked())
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
