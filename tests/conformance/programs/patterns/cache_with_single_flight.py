import asyncio


class SingleFlight:
    """Many callers of the same key share one call."""

    def __init__(self, load):
        self.load, self.calls, self.cache = load, {}, {}

    async def get(self, key):
        if key in self.cache:
            return self.cache[key]
        if key not in self.calls:
            self.calls[key] = asyncio.create_task(self._run(key), name=f"load {key}")
        return await asyncio.shield(self.calls[key])

    async def _run(self, key):
        try:
            value = self.cache[key] = await self.load(key)
            return value
        finally:
            del self.calls[key]


async def slow_load(key):
    print("loading", key)
    await asyncio.sleep(1)
    if key == "bad":
        raise KeyError(key)
    return key * 2


async def main():
    flight = SingleFlight(slow_load)
    print(await asyncio.gather(*(flight.get(k) for k in ["a", "b", "a", "a"])))
    print(await flight.get("a"))
    print(await asyncio.gather(flight.get("bad"), flight.get("bad"), return_exceptions=True))
    impatient = asyncio.create_task(flight.get("c"))
    await asyncio.sleep(0.5)
    impatient.cancel()
    await asyncio.sleep(1)
    print(flight.cache, impatient.cancelled())


asyncio.run(main())
