import asyncio
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def amap(function: Callable[[T], Awaitable[R]], items: AsyncIterable[T]) -> AsyncIterator[R]:
    async for item in items:
        yield await function(item)


async def afilter(predicate, items):
    async for item in items:
        if predicate(item):
            yield item


async def take(n, items):
    if n <= 0:
        return
    async for item in items:
        yield item
        n -= 1
        if n == 0:
            break


async def count(start=0):
    try:
        while True:
            yield start
            await asyncio.sleep(0.1)
            start += 1
    finally:
        print("count closed at", start)


class Merge:
    def __init__(self, *sources):
        self.queue = asyncio.Queue()
        self.left = len(sources)
        self.tasks = [asyncio.create_task(self._pump(s), name=f"pump-{i}") for i, s in enumerate(sources)]

    async def _pump(self, source):
        try:
            async for item in source:
                await self.queue.put((item, None))
        except Exception as error:
            await self.queue.put((None, error))
        finally:
            await self.queue.put((StopAsyncIteration, None))

    def __aiter__(self):
        return self

    async def __anext__(self):
        while True:
            item, error = await self.queue.get()
            if error:
                raise error
            if item is not StopAsyncIteration:
                return item
            self.left -= 1
            if not self.left:
                raise StopAsyncIteration


async def letters(text, delay):
    for letter in text:
        await asyncio.sleep(delay)
        yield letter


async def broken():
    yield "first"
    raise RuntimeError("source broke")


async def square(n):
    await asyncio.sleep(0)
    return n * n


async def main():
    print([x async for x in take(3, afilter(lambda n: n % 2, amap(square, count(1))))])
    print([x async for x in Merge(letters("abc", 0.3), letters("xyz", 0.2))])
    try:
        async for item in Merge(broken()):
            print(item)
    except RuntimeError as error:
        print("error:", error)
    print(isinstance(count(), AsyncIterator), isinstance(Merge(), AsyncIterator), isinstance([], AsyncIterable))
    numbers = count(5)
    print(await anext(numbers), await anext(numbers), await anext(letters("", 1), "default"))
    await numbers.aclose()


asyncio.run(main())
