import asyncio


async def waiter(name, event):
    print(name, "waits")
    print(name, await event.wait(), event.is_set())


async def main():
    event = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for name in ("one", "two", "three"):
            group.create_task(waiter(name, event))
        await asyncio.sleep(1)
        print("set")
        event.set()
    event.clear()
    try:
        await asyncio.wait_for(event.wait(), 0.5)
    except TimeoutError:
        print("nobody set it again")


asyncio.run(main())
