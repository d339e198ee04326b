import asyncio


class Delayed:
    def __init__(self, value, delay=0.1):
        self.value, self.delay = value, delay

    def __await__(self):
        yield from asyncio.sleep(self.delay).__await__()
        return self.value


async def main():
    print(await Delayed(1))
    print(await asyncio.gather(Delayed("a"), Delayed("b", 0.05)))
    print(await asyncio.wait_for(Delayed("c"), 1))
    print(await asyncio.shield(Delayed("d")))
    task = asyncio.ensure_future(Delayed("e"))
    print(type(task).__name__, task.get_name(), await task)
    for completed in asyncio.as_completed([Delayed("slow", 0.3), Delayed("quick", 0.2)]):
        print(await completed)
    try:
        asyncio.create_task(Delayed("f"))
    except TypeError as error:
        print(str(error).split(" object")[0])
    try:
        await asyncio.wait_for(Delayed("g", 5), 0.5)
    except TimeoutError:
        print("timed out")


asyncio.run(main())
