import asyncio


class TokenBucket:
    def __init__(self, capacity, refill_every):
        self.tokens = self.capacity = capacity
        self.refill_every = refill_every
        self._more = asyncio.Condition()
        self._refiller = None

    async def __aenter__(self):
        self._refiller = asyncio.create_task(self._refill(), name="refill")
        return self

    async def __aexit__(self, kind, value, traceback):
        self._refiller.cancel()
        try:
            await self._refiller
        except asyncio.CancelledError:
            pass

    async def _refill(self):
        while True:
            await asyncio.sleep(self.refill_every)
            async with self._more:
                if self.tokens < self.capacity:
                    self.tokens += 1
                    self._more.notify()

    async def take(self, n=1):
        async with self._more:
            await self._more.wait_for(lambda: self.tokens >= n)
            self.tokens -= n


async def main():
    loop = asyncio.get_running_loop()
    async with TokenBucket(2, 0.5) as bucket:
        for n in range(5):
            await bucket.take()
            print(f"request {n} at {loop.time():.2f}, {bucket.tokens} left")
        await asyncio.sleep(2)
        print("refilled to", bucket.tokens)


asyncio.run(main())
