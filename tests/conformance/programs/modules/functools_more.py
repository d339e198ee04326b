import asyncio
import functools


@functools.lru_cache(maxsize=2)
def square(n):
    print("computing", n)
    return n * n


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @functools.cached_property
    def area(self):
        print("area computed")
        return self.radius ** 2 * 3

    @functools.lru_cache
    def scaled(self, by):
        return self.radius * by


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented


@functools.singledispatch
def describe(value):
    return f"something: {value!r}"


@describe.register
def _(value: int):
    return f"int {value}"


@describe.register(list)
def _(value):
    return f"list of {len(value)}"


@describe.register(str)
@describe.register(bytes)
def _(value):
    return f"text {value!r}"


def timed(function=None, *, label="timed"):
    if function is None:
        return functools.partial(timed, label=label)

    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        loop = asyncio.get_running_loop()
        start = loop.time()
        try:
            return await function(*args, **kwargs)
        finally:
            print(f"{label}: {function.__name__} took {loop.time() - start:.2f}")
    return wrapper


@timed
async def quick():
    """Does little."""
    await asyncio.sleep(0.1)
    return 1


@timed(label="slow one")
async def slow(n, *, factor=2):
    await asyncio.sleep(n * factor)
    return n


async def main():
    print(await asyncio.gather(quick(), slow(0.2, factor=3)))
    print(quick.__name__, quick.__doc__, quick.__wrapped__.__name__, slow.__qualname__)
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_later(0.5, functools.partial(done.set_result, "partial"))
    print(await done)


asyncio.run(main())
print(square(2), square(3), square(2), square(4), square(3), square.cache_info())
square.cache_clear()
print(square.cache_info(), fib(50), fib.cache_info().hits)
circle = Circle(2)
print(circle.area, circle.area, circle.__dict__, circle.scaled(3), Circle.scaled.cache_info().currsize)
print(Version("1.2") < Version("1.10"), Version("2.0") >= Version("1.9"), Version("1.0") <= Version("1.0"))
print(sorted([Version("3.1"), Version("2.9")])[0].parts, max(Version("1.0"), Version("1.1")).parts)
try:
    Version("1") < 3
except TypeError as error:
    print(error)
print(describe(1), describe([1, 2]), describe("x"), describe(b"y"), describe(2.5), describe(True))
print(functools.reduce(lambda a, b: a + b, [1, 2, 3], 10), functools.reduce(max, [3, 9, 2]))
try:
    functools.reduce(max, [])
except TypeError as error:
    print(error)
add = functools.partial(lambda *args, **kwargs: (args, kwargs), 1, key="v")
print(add(2, other=3), add.args, add.keywords, functools.partial(add, 5).args)
print(sorted(["bb", "a", "ccc"], key=functools.cmp_to_key(lambda a, b: len(b) - len(a))))
print(asyncio.iscoroutinefunction(functools.partial(quick)), asyncio.iscoroutinefunction(quick))
