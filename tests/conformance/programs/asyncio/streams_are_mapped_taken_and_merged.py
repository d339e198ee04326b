"""Async iterators: pipelines of generators, with clean-up shown, buffers and merging."""
import asyncio
from contextlib import aclosing


async def ticker(name, delay, count):
    try:
        for i in range(count):
            await asyncio.sleep(delay)
            yield f"{name}{i}"
    except GeneratorExit:
        print(name, "closed early")
        raise
    finally:
        print(name, "cleaned up")


async def amap(function, source):
    async for item in source:
        result = function(item)
        if asyncio.iscoroutine(result):
            result = await result
        yield result


async def take(n, source):
    if n <= 0:
        return
    async with aclosing(source):
        async for item in source:
            yield item
            n -= 1
            if n == 0:
                break


async def merge(*sources):
    queue = asyncio.Queue()
    done = object()

    async def pump(source):
        try:
            async for item in source:
                await queue.put(item)
        finally:
            await queue.put(done)

    async with asyncio.TaskGroup() as group:
        for source in sources:
            group.create_task(pump(source))
        left = len(sources)
        while left:
            item = await queue.get()
            if item is done:
                left -= 1
            else:
                yield item


class Countdown:
    def __init__(self, start):
        self.current = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.current <= 0:
            raise StopAsyncIteration
        self.current -= 1
        await asyncio.sleep(0)
        return self.current


async def upper(text):
    await asyncio.sleep(0.1)
    return text.upper()


async def main():
    async for item in take(2, amap(upper, ticker("a", 1, 5))):
        print("got", item)
    print([x async for x in merge(ticker("p", 1, 2), ticker("q", 0.7, 3))])
    print([x async for x in Countdown(5) if x % 2 == 0], {x: x * x async for x in Countdown(3)})
    print(await anext(Countdown(0), "default"), await anext(aiter(Countdown(2))))
    try:
        await anext(Countdown(0))
    except StopAsyncIteration as stop:
        print(repr(stop))
    generator = ticker("z", 0.1, 3)
    print(await generator.asend(None), generator.ag_running, type(generator).__name__)
    try:
        await generator.athrow(KeyError("thrown"))
    except KeyError as error:
        print("came back", error)
    async for nothing in generator:
        print("never")
    else:
        print("exhausted")
    async def bad():
        yield 1
        return
    try:
        [x for x in bad()]
    except TypeError as error:
        print(error)
    try:
        async for x in [1, 2]:
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
