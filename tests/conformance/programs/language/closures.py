import asyncio


def counter(step=1):
    total = 0

    def add(*amounts):
        nonlocal total
        for amount in amounts:
            total += amount * step
        return total

    return add


def late():
    functions = []
    for i in range(3):
        def show(i=i):
            return i
        functions.append(show)
    return functions


async def tick(report, times):
    for _ in range(times):
        await asyncio.sleep(1)
        report(1)


async def main():
    by_one = counter()
    by_ten = counter(step=10)
    await asyncio.gather(tick(by_one, 3), tick(by_ten, 2))
    print(by_one(), by_ten(), by_ten(1, 2))
    for function in late():
        print(function(), function(i=7))


asyncio.run(main())
