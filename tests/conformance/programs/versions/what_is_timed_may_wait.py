import asyncio
from contextlib import ContextDecorator, contextmanager, asynccontextmanager


class timed(ContextDecorator):
    def __init__(self, label):
        self.label = label

    def __enter__(self):
        print(f"> {self.label}")
        return self

    def __exit__(self, kind, value, tb):
        print(f"< {self.label} {kind.__name__ if kind else "ok"}")
        return False


@contextmanager
def indented(mark):
    print(mark, "begin")
    try:
        yield
    finally:
        print(mark, "end")


@timed("fetch")
async def fetch(n):
    print("fetching", n)
    await asyncio.sleep(0.1)
    if n < 0:
        raise ValueError(n)
    return n


@timed("count")
def count(n):
    for i in range(n):
        yield i


@indented("*")
async def stream(n):
    for i in range(n):
        await asyncio.sleep(0.01)
        yield i


@indented("+")
def plain(x):
    return x * 2


async def main():
    print(await fetch(1))
    try:
        await fetch(-1)
    except ValueError as error:
        print("caught", error)
    print(list(count(2)))
    print([x async for x in stream(2)])
    print(plain(4))
    results = await asyncio.gather(fetch(2), fetch(3))
    print(results)


asyncio.run(main())
