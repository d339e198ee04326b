import asyncio


class Channel:
    def __init__(self, limit):
        self.items = []
        self.limit = limit
        self.closed = False

    async def put(self, item):
        while len(self.items) >= self.limit:
            await asyncio.sleep(0)
        self.items.append(item)

    async def get(self):
        while not self.items:
            if self.closed:
                return None
            await asyncio.sleep(0)
        return self.items.pop(0)


async def produce(channel, count):
    for i in range(count):
        await channel.put(i)
        print("put", i)
    channel.closed = True


async def consume(name, channel):
    total = 0
    while True:
        item = await channel.get()
        if item is None:
            return total
        print(name, "got", item)
        total += item
        await asyncio.sleep(0)


async def main():
    channel = Channel(limit=2)
    totals = await asyncio.gather(
        produce(channel, 6), consume("left", channel), consume("right", channel)
    )
    print(totals)


asyncio.run(main())
