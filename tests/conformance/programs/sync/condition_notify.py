import asyncio

items = []


async def consumer(name, condition):
    async with condition:
        print(name, "waits")
        await condition.wait_for(lambda: items)
        print(name, "takes", items.pop(0))


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(consumer(name, condition)) for name in "ab"]
    await asyncio.sleep(0.1)
    async with condition:
        items.append("first")
        condition.notify()
    await asyncio.sleep(0.1)
    async with condition:
        items.append("second")
        condition.notify_all()
    await asyncio.gather(*tasks)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
