import asyncio
import gc
import weakref
from functools import partial, lru_cache, cached_property, singledispatch, total_ordering, reduce, wraps


class AsyncCache:
    """Many ask, one fetches; entries expire on the loop's clock."""

    def __init__(self, ttl, fetch):
        self.ttl, self.fetch = ttl, fetch
        self.entries = {}
        self.locks = {}
        self.stats = dict.fromkeys(("hit", "miss", "wait"), 0)

    async def get(self, key):
        loop = asyncio.get_running_loop()
        entry = self.entries.get(key)
        if entry and entry[1] > loop.time():
            self.stats["hit"] += 1
            return entry[0]
        lock = self.locks.setdefault(key, asyncio.Lock())
        if lock.locked():
            self.stats["wait"] += 1
        async with lock:
            entry = self.entries.get(key)
            if entry and entry[1] > loop.time():
                return entry[0]
            self.stats["miss"] += 1
            value = await self.fetch(key)
            self.entries[key] = (value, loop.time() + self.ttl)
            return value


def async_lru(maxsize):
    def decorate(function):
        cache = {}

        @wraps(function)
        async def wrapper(*args):
            if args in cache:
                cache[args] = cache.pop(args)
            else:
                if len(cache) >= maxsize:
                    del cache[next(iter(cache))]
                cache[args] = asyncio.ensure_future(function(*args))
            return await asyncio.shield(cache[args])
        wrapper.cache = cache
        return wrapper
    return decorate


@async_lru(2)
async def square(n):
    print("computing", n)
    await asyncio.sleep(1)
    return n * n


@singledispatch
def describe(value):
    return f"object {value!r}"


@describe.register
def _(value: int):
    return f"int {value}"


@describe.register(list)
@describe.register(tuple)
def _(value):
    return f"sequence of {len(value)}"


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    @cached_property
    def major(self):
        print("major computed")
        return self.parts[0]


@lru_cache(maxsize=3)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


async def main():
    async def fetch(key):
        await asyncio.sleep(0.5)
        if key == "bad":
            raise KeyError(key)
        return key * 2
    cache = AsyncCache(2, fetch)
    print(await asyncio.gather(*(cache.get(k) for k in ("a", "a", "b", "a"))), cache.stats)
    await asyncio.sleep(1)
    print(await cache.get("a"))
    await asyncio.sleep(2)
    print(await cache.get("a"), cache.stats)
    print(await asyncio.gather(cache.get("bad"), cache.get("bad"), return_exceptions=True), cache.stats)
    print(await asyncio.gather(square(2), square(3), square(2)))
    print(await square(4), list(square.cache))
    print([describe(v) for v in (1, "s", [1], (2, 3), True)], describe.dispatch(bool).__name__)
    v, w = Version("1.2"), Version("1.10")
    print(v < w, v >= w, v != w, max(v, w).parts, v.major, v.major)
    print(fib(30), fib.cache_info(), fib.__wrapped__.__name__)
    fib.cache_clear()
    print(fib.cache_info(), reduce(lambda a, b: a * b, range(1, 6), 2))
    p = partial(describe, [1, 2])
    print(p(), partial(partial(print, 1), 2, sep="-").args, p.func is describe)
    ref = weakref.ref(v)
    print(ref() is v)
    del v
    gc.collect()
    print(ref())


asyncio.run(main())
