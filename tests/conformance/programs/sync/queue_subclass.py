import asyncio


class CountingQueue(asyncio.Queue):
    def __init__(self, *args, name="queue", **kwargs):
        super().__init__(*args, **kwargs)
        self.name, self.total = name, 0

    async def put(self, item):
        self.total += 1
        await super().put(item)

    def __len__(self):
        return self.qsize()


class ClosableEvent(asyncio.Event):
    def close(self):
        self.closed = True
        self.set()


async def main():
    queue = CountingQueue(1, name="jobs")

    async def produce():
        for n in range(3):
            await queue.put(n)

    producer = asyncio.create_task(produce())
    await asyncio.sleep(0)
    print(queue.name, len(queue), queue.full(), isinstance(queue, asyncio.Queue))
    print([await queue.get() for _ in range(3)], queue.total)
    await producer
    event = ClosableEvent()
    asyncio.get_running_loop().call_later(1, event.close)
    print(await event.wait(), event.closed)


asyncio.run(main())
