import asyncio
import time


class RateLimiter:
    """At most `rate` entries in every `period` seconds."""

    def __init__(self, rate, period):
        self.rate, self.period = rate, period
        self._times = []
        self._lock = asyncio.Lock()

    async def __aenter__(self):
        async with self._lock:
            now = time.monotonic()
            self._times = [t for t in self._times if now - t < self.period]
            if len(self._times) >= self.rate:
                await asyncio.sleep(self.period - (now - self._times[0]))
            self._times.append(time.monotonic())
        return self

    async def __aexit__(self, *details):
        return False


async def call(limiter, n):
    async with limiter:
        print(f"call {n} at {time.monotonic():.1f}")


async def main():
    limiter = RateLimiter(3, 1.0)
    async with asyncio.TaskGroup() as group:
        for n in range(8):
            group.create_task(call(limiter, n))


asyncio.run(main())
