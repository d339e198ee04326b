import asyncio


async def waiter(event, name):
    print(name, "waits")
    print(name, await event.wait())


async def main():
    event = asyncio.Event()
    print(event.is_set(), str(event).split(" [")[1])
    tasks = [asyncio.create_task(waiter(event, f"w{i}")) for i in range(3)]
    await asyncio.sleep(0)
    print(str(event).split(" [")[1])
    tasks[1].cancel()
    await asyncio.sleep(0)
    print(str(event).split(" [")[1])
    event.set()
    event.clear()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(event.is_set())
    event.set()
    event.set()
    print(await event.wait(), str(event).split(" [")[1])


asyncio.run(main())
