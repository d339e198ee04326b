import asyncio


async def ticker(n, delay=1):
    print("ticker starts")
    try:
        for i in range(n):
            await asyncio.sleep(delay)
            got = yield i
            if got:
                print("got", got)
    except ValueError as error:
        print("thrown", error)
        yield "caught"
    finally:
        await asyncio.sleep(0.1)
        print("ticker ends")


async def doubled(source):
    async for value in source:
        yield value * 2


class Lines:
    def __init__(self, *lines):
        self.lines = list(lines)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.lines:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        return self.lines.pop(0)


async def main():
    async for n in doubled(ticker(2)):
        print("n =", n)
    else:
        print("exhausted")
    agen = ticker(5)
    print(await agen.asend(None), await agen.asend("hello"), await anext(agen))
    print(await agen.athrow(ValueError("stop it")))
    try:
        await agen.__anext__()
    except StopAsyncIteration:
        print("over")
    agen = ticker(5)
    async for n in agen:
        if n == 1:
            break
    await agen.aclose()
    print(await anext(agen, "default"))
    print([line async for line in Lines("a", "b")])
    print({line: len(line) async for line in Lines("x", "yy") if line != "x"})
    print([n * m for n in range(2) async for m in ticker(2, 0)], sum([n async for n in ticker(3, 0)]))
    print([await asyncio.sleep(0, n) for n in range(3)])
    evens = (n async for n in ticker(4, 0) if n % 2 == 0)
    print(type(evens).__name__, [n async for n in evens])
    it = aiter(Lines("one"))
    print(await anext(it), await anext(it, None))
    try:
        async for x in [1, 2]:
            pass
    except TypeError as error:
        print(error)
    try:
        for x in ticker(1):
            pass
    except TypeError as error:
        print(error)
    left = ticker(9)
    await anext(left)
    print("leaving one open")


asyncio.run(main())
