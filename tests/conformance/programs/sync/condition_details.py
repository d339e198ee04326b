import asyncio


class Buffer:
    def __init__(self, size):
        self.items = []
        self.size = size
        self.changed = asyncio.Condition()

    async def put(self, item):
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            print("put", item, self.items)
            self.changed.notify_all()

    async def get(self):
        async with self.changed:
            while not self.items:
                await self.changed.wait()
            item = self.items.pop(0)
            print("got", item)
            self.changed.notify_all()
            return item


async def main():
    condition = asyncio.Condition()
    for bad in (condition.notify, condition.notify_all, condition.release):
        try:
            bad()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    buffer = Buffer(2)

    async def produce():
        for n in range(5):
            await buffer.put(n)

    async def consume():
        for _ in range(5):
            await buffer.get()
            await asyncio.sleep(0.5)

    await asyncio.gather(produce(), consume())

    async def wait_cancelled():
        async with condition:
            try:
                await condition.wait()
            except asyncio.CancelledError:
                print("cancelled, holds the lock:", condition.locked())
                raise

    task = asyncio.create_task(wait_cancelled())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(condition.locked())
    await condition.acquire()
    task.cancel()
    await asyncio.sleep(1)
    condition.notify(1)
    condition.release()
    try:
        await task
    except asyncio.CancelledError:
        print("over", condition.locked())
    shared = asyncio.Lock()
    both = asyncio.Condition(shared)
    async with both:
        print(shared.locked())


asyncio.run(main())
