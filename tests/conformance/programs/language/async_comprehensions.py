import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i


async def square(n):
    await asyncio.sleep(0.01 * n)
    return n * n


class Matrix:
    def __init__(self, *rows):
        self.rows = rows

    async def __aiter__(self):
        for row in self.rows:
            yield row


async def main():
    print([n async for n in numbers(4)])
    print({n async for n in numbers(4) if n % 2})
    print({n: await square(n) async for n in numbers(3)})
    print([await square(n) for n in range(4) if await square(n) > 1])
    print([(a, b) async for a in numbers(2) for b in "xy"])
    print([x for row in [[1, 2], [3]] async for x in Wrap(row)])
    print(await asyncio.gather(*[square(n) for n in range(4)]))
    total = 0
    async for n in (x * 10 async for x in numbers(3)):
        total += n
    print(total)
    print([[c async for c in numbers(r)] for r in range(3)])
    lazy = (await square(n) for n in range(3))
    print(type(lazy).__name__)
    async for value in lazy:
        print("lazy", value)
    try:
        async for row in Matrix([1]):
            print(row)
    except TypeError as error:
        print(error)
    print(any([n > 1 async for n in numbers(3)]), max([n async for n in numbers(5)]))


class Wrap:
    def __init__(self, items):
        self.items = items

    async def __aiter__(self):
        yield 0

    def __aiter__(self):
        self.iterator = iter(self.items)
        return self

    async def __anext__(self):
        try:
            return next(self.iterator)
        except StopIteration:
            raise StopAsyncIteration from None


asyncio.run(main())
