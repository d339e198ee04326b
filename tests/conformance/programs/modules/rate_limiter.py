import asyncio
import time
from collections import deque
from contextlib import asynccontextmanager


class RateLimiter:
    """At most `limit` calls in any `period` seconds."""

    def __init__(self, limit, period):
        self.limit, self.period = limit, period
        self.calls = deque(maxlen=limit)
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        async with self.lock:
            if len(self.calls) == self.limit:
                wait = self.calls[0] + self.period - time.monotonic()
                if wait > 0:
                    await asyncio.sleep(wait)
            self.calls.append(time.monotonic())
        return self

    async def __aexit__(self, *exc):
        return False


class TokenBucket:
    def __init__(self, rate, capacity):
        self.rate, self.capacity, self.tokens = rate, capacity, capacity
        self.updated = time.monotonic()

    def _refill(self):
        now = time.monotonic()
        self.tokens = min(self.capacity, self.tokens + (now - self.updated) * self.rate)
        self.updated = now

    async def take(self, count=1):
        while True:
            self._refill()
            if self.tokens >= count:
                self.tokens -= count
                return
            await asyncio.sleep((count - self.tokens) / self.rate)


@asynccontextmanager
async def timed(label):
    start = time.perf_counter()
    try:
        yield lambda: time.perf_counter() - start
    finally:
        print(f"{label}: {time.perf_counter() - start:.2f}s")


async def main():
    limiter = RateLimiter(3, 1.0)
    start = time.monotonic()

    async def call(n):
        async with limiter:
            print(f"{time.monotonic() - start:.2f} call {n}")

    async with timed("limited") as elapsed:
        await asyncio.gather(*(call(n) for n in range(7)))
        print(round(elapsed(), 2))
    bucket = TokenBucket(rate=2, capacity=4)
    async with timed("bucket"):
        for size in (3, 2, 4, 1):
            await bucket.take(size)
            print(f"took {size} at {time.monotonic() - start:.2f}, {bucket.tokens:.1f} left")
    print(time.time() - time.time() == 0, time.strftime("%Y-%m-%d", time.gmtime(0)), time.ctime(86400 * 365))
    before = time.monotonic()
    time.sleep(0.25)
    print(f"blocked {time.monotonic() - before:.2f}")


asyncio.run(main())
