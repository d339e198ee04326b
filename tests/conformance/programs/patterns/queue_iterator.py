import asyncio


class Channel:
    _end = object()

    def __init__(self, size=0):
        self._queue = asyncio.Queue(size)
        self._closed = False

    async def send(self, item):
        if self._closed:
            raise ValueError("channel is closed")
        await self._queue.put(item)

    async def close(self):
        self._closed = True
        await self._queue.put(self._end)

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self._queue.get()
        if item is self._end:
            raise StopAsyncIteration
        return item


async def produce(channel, n):
    for i in range(n):
        await channel.send(i)
        print("sent", i)
    await channel.close()


async def main():
    channel = Channel(2)
    producer = asyncio.create_task(produce(channel, 5))
    async for item in channel:
        print("received", item)
        await asyncio.sleep(0.1)
    await producer
    try:
        await channel.send("late")
    except ValueError as error:
        print(error)
    squares = Channel()
    asyncio.create_task(produce(squares, 3))
    print([item * item async for item in squares if item])


asyncio.run(main())
