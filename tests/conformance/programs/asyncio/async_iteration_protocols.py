import asyncio


class Countdown:
    def __init__(self, start):
        self.current = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.current <= 0:
            raise StopAsyncIteration
        await asyncio.sleep(0.1)
        self.current -= 1
        return self.current + 1


async def numbers(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("got", got)
    finally:
        print("numbers closed")


async def main():
    print([n async for n in Countdown(3)])
    async for n in Countdown(2):
        print("tick", n)
    else:
        print("lift off")
    generator = numbers(10)
    print(await generator.asend(None), await generator.asend("hello"))
    try:
        await generator.athrow(KeyError("stop"))
    except KeyError as error:
        print("thrown back", error)
    print(await anext(generator, "default"))
    print({n: n * n async for n in numbers(3) if n % 2 == 0})
    async with asyncio.timeout(1):
        async for n in numbers(5):
            if n == 2:
                break
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
