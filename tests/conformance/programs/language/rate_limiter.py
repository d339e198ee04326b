import asyncio


class TokenBucket:
    """At most `rate` operations a second, in bursts of `capacity`."""

    def __init__(self, rate, capacity):
        self.rate, self.capacity = rate, capacity
        self.tokens = capacity
        self.updated = None

    def _refill(self):
        now = asyncio.get_running_loop().time()
        if self.updated is not None:
            self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
        self.updated = now

    async def __aenter__(self):
        self._refill()
        while self.tokens < 1:
            missing = (1 - self.tokens) / self.rate
            await asyncio.sleep(missing)
            self._refill()
        self.tokens -= 1
        return self

    async def __aexit__(self, kind, error, traceback):
        if kind is not None:
            print(f"  failed with {kind.__name__}: {error}")
        return kind is ValueError


async def call(bucket, n, start):
    async with bucket:
        elapsed = asyncio.get_running_loop().time() - start
        print(f"call {n} at {elapsed:.2f}")
        if n == 3:
            raise ValueError("three is bad")
        return n * n
    return -1


async def main():
    bucket = TokenBucket(rate=2, capacity=2)
    start = asyncio.get_running_loop().time()
    results = await asyncio.gather(*(call(bucket, n, start) for n in range(6)))
    print(results)


asyncio.run(main())
