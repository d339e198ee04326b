import asyncio


class RateLimiter:
    def __init__(self, rate, per):
        self.rate, self.per = rate, per
        self.tokens = rate
        self.updated = None
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        async with self.lock:
            loop = asyncio.get_running_loop()
            while True:
                now = loop.time()
                if self.updated is None:
                    self.updated = now
                self.tokens = min(self.rate, self.tokens + (now - self.updated) * self.rate / self.per)
                self.updated = now
                if self.tokens >= 1 - 1e-9:
                    self.tokens -= 1
                    return self
                await asyncio.sleep((1 - self.tokens) * self.per / self.rate)

    async def __aexit__(self, exc_type, exc, tb):
        return exc_type is ValueError


class Debouncer:
    def __init__(self, delay, callback):
        self.delay, self.callback, self.handle = delay, callback, None

    def __call__(self, *args):
        if self.handle:
            self.handle.cancel()
        self.handle = asyncio.get_running_loop().call_later(self.delay, self.callback, *args)


def throttle(seconds):
    def decorate(function):
        last = float("-inf")

        async def wrapper(*args):
            nonlocal last
            now = asyncio.get_running_loop().time()
            if now - last < seconds:
                return "throttled"
            last = now
            return await function(*args)
        return wrapper
    return decorate


@throttle(1)
async def ping(n):
    return f"pong {n}"


async def main():
    loop = asyncio.get_running_loop()
    limiter = RateLimiter(2, 1)

    async def call(n):
        async with limiter as l:
            print(f"{loop.time():.2f} call {n} tokens {l.tokens:.2f}")
            if n == 3:
                raise ValueError("swallowed")
        return n

    print(await asyncio.gather(*(call(n) for n in range(6))))
    debounced = Debouncer(0.3, lambda *a: print(f"{loop.time():.2f} fired", *a))
    for n in range(4):
        debounced(n)
        await asyncio.sleep(0.1 if n < 2 else 0.4)
    print(debounced.handle.cancelled(), debounced.handle.when())
    for n in range(4):
        print(await ping(n))
        await asyncio.sleep(0.4)
    sem = asyncio.Semaphore(2)
    print(repr(sem).split(" [")[1], sem.locked())
    async with sem, sem:
        print(repr(sem).split(" [")[1], sem.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    print(repr(limiter.lock).split(" ")[0][1:], limiter.lock.locked())


asyncio.run(main())
