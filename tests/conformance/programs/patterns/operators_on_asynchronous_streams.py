import asyncio


class Observable:
    def __init__(self, source):
        self._source = source

    @classmethod
    def interval(cls, seconds, count):
        async def source():
            for i in range(count):
                await asyncio.sleep(seconds)
                yield i
        return cls(source)

    def pipe(self, *operators):
        result = self
        for operator in operators:
            result = Observable(lambda s=result, o=operator: o(s))
        return result

    def __aiter__(self):
        return self._source().__aiter__()

    def __or__(self, operator):
        return self.pipe(operator)


def map_(f):
    async def operator(source):
        async for x in source:
            yield f(x)
    return operator


def filter_(predicate):
    async def operator(source):
        async for x in source:
            if predicate(x):
                yield x
    return operator


def scan(f, initial):
    async def operator(source):
        total = initial
        async for x in source:
            total = f(total, x)
            yield total
    return operator


def window(n):
    async def operator(source):
        chunk = []
        async for x in source:
            chunk.append(x)
            if len(chunk) == n:
                yield tuple(chunk)
                chunk.clear()
        if chunk:
            yield tuple(chunk)
    return operator


def timeout(seconds):
    async def operator(source):
        iterator = aiter(source)
        while True:
            try:
                yield await asyncio.wait_for(anext(iterator), seconds)
            except StopAsyncIteration:
                return
            except TimeoutError:
                yield "late"
                return
    return operator


def catch(handler):
    async def operator(source):
        try:
            async for x in source:
                yield x
        except Exception as error:
            yield handler(error)
    return operator


async def collect(source):
    return [x async for x in source]


async def main():
    numbers = Observable.interval(0.5, 6)
    print(await collect(numbers | map_(lambda x: x * x) | filter_(lambda x: x % 2 == 0)))
    print(await collect(numbers.pipe(scan(lambda a, b: a + b, 10), window(4))))
    print(await collect(numbers | map_(lambda x: 6 // (3 - x)) | catch(repr)))
    print(await collect(numbers | timeout(0.4)), await collect(numbers | timeout(0.6)))
    loop = asyncio.get_running_loop()
    print(loop.time())
    both = await asyncio.gather(collect(numbers | window(2)), collect(Observable.interval(0.3, 2) | map_(str)))
    print(both, loop.time())
    a, b = [], []

    async def tee(source, *sinks):
        async for x in source:
            for sink in sinks:
                sink.append(x)
    await tee(numbers | filter_(bool), a, b)
    print(a == b, a, {x: y async for x, y in (numbers | map_(lambda n: (n, -n))) if x > 3})
    gen = (x async for x in numbers if x < 2)
    print(type(gen).__name__, await anext(gen), [x async for x in gen])


asyncio.run(main())
