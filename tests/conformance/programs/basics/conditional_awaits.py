import asyncio


class Cache:
    def __init__(self):
        self.values = {}
        self.misses = 0

    async def load(self, key):
        self.misses += 1
        await asyncio.sleep(0.5)
        return key * 2

    async def get(self, key, default=None):
        if key in self.values:
            return self.values[key]
        if default is not None and self.misses >= 2:
            return default
        value = await self.load(key)
        self.values[key] = value
        return value


async def main():
    cache = Cache()
    print(await cache.get(3))
    print(await cache.get(3))
    first, again, other = await asyncio.gather(cache.get(5), cache.get(5), cache.get(3))
    print(first, again, other, cache.misses)
    print(await cache.get(7, default="too many"))
    if await cache.get(3) == 6 and not await cache.get(0):
        print("both awaited in a condition")
    print((await cache.get(3)) + (await cache.get(5)))


asyncio.run(main())
