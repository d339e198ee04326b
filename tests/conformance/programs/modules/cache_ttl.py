import asyncio
import functools
import time
from collections import OrderedDict


class TTLCache(OrderedDict):
    def __init__(self, maxsize, ttl):
        super().__init__()
        self.maxsize, self.ttl = maxsize, ttl

    def __getitem__(self, key):
        value, expires = super().__getitem__(key)
        if time.monotonic() >= expires:
            del self[key]
            raise KeyError(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, (value, time.monotonic() + self.ttl))
        self.move_to_end(key)
        while len(self) > self.maxsize:
            oldest = next(iter(self))
            print("evict", oldest)
            del self[oldest]


def cached(maxsize=128, ttl=1.0):
    def decorate(function):
        cache = TTLCache(maxsize, ttl)
        pending = {}

        @functools.wraps(function)
        async def wrapper(*args):
            try:
                return cache[args]
            except KeyError:
                pass
            if args not in pending:
                pending[args] = asyncio.ensure_future(function(*args))
            try:
                value = await asyncio.shield(pending[args])
            finally:
                pending.pop(args, None)
            cache[args] = value
            return value

        wrapper.cache = cache
        return wrapper
    return decorate


@cached(maxsize=2, ttl=0.5)
async def lookup(key, depth=0):
    print("fetch", key)
    await asyncio.sleep(0.1)
    return f"<{key}>"


async def main():
    print(await asyncio.gather(lookup("a"), lookup("a"), lookup("b")))
    print(await lookup("a"), list(lookup.cache))
    print(await lookup("c"), list(lookup.cache))
    await asyncio.sleep(0.6)
    print(await lookup("c"), len(lookup.cache))
    print(lookup.__name__, lookup.__wrapped__ is not lookup)


asyncio.run(main())
