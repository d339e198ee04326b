import asyncio


async def customer(name, semaphore, seconds, arrive=0.0):
    await asyncio.sleep(arrive)
    print(f"{name} arrives")
    async with semaphore:
        print(f"{name} served at {asyncio.get_running_loop().time():.1f}")
        await asyncio.sleep(seconds)
    print(f"{name} leaves")


async def main():
    semaphore = asyncio.BoundedSemaphore(2)
    async with asyncio.TaskGroup() as group:
        group.create_task(customer("ann", semaphore, 1))
        group.create_task(customer("bob", semaphore, 1.5))
        waits = group.create_task(customer("cid", semaphore, 1))
        group.create_task(customer("dan", semaphore, 0.5))
        group.create_task(customer("eve", semaphore, 1, arrive=1.0))
        await asyncio.sleep(0.5)
        waits.cancel()
    try:
        semaphore.release()
    except ValueError as error:
        print(error)


asyncio.run(main())
