import asyncio


async def agen(name):
    print(name, "start")
    try:
        i = 0
        while True:
            try:
                got = yield i
            except ValueError as error:
                print(name, "handled", error)
                i = -1
                continue
            print(name, "got", got)
            i += got or 1
            await asyncio.sleep(0.1)
    finally:
        print(name, "finally before await")
        await asyncio.sleep(0.1)
        print(name, "finally after await")


async def delegating():
    async for x in agen("inner"):
        if x > 2:
            return
        yield x * 10


async def leaks():
    async for x in agen("leak"):
        return x


async def ignores_exit():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def raises_in_finally():
    try:
        yield 1
    finally:
        raise RuntimeError("in finally")


async def main():
    g = agen("a")
    print(await g.asend(None), await g.asend(5), await g.athrow(ValueError("v")), await g.__anext__())
    try:
        await g.asend("x")
    except TypeError as error:
        print("TypeError", error)
    try:
        await g.asend(1)
    except StopAsyncIteration:
        print("over")
    await g.aclose()
    fresh = agen("fresh")
    try:
        await fresh.asend(1)
    except TypeError as error:
        print(error)
    await fresh.aclose()
    print([x async for x in delegating()])
    print("leaks", await leaks())
    await asyncio.sleep(1)
    g = raises_in_finally()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as error:
        print(error)
    g = agen("concurrent")
    first = asyncio.create_task(g.__anext__())
    await first
    one = asyncio.create_task(anext(g))
    await asyncio.sleep(0)
    try:
        await anext(g)
    except RuntimeError as error:
        print(error)
    print(await one)
    one = asyncio.create_task(anext(g))
    await asyncio.sleep(0.05)
    one.cancel()
    print(await asyncio.gather(one, return_exceptions=True))
    step = g.__anext__()
    try:
        step.send(None)
    except StopAsyncIteration:
        print("closed by cancel")
    try:
        step.send(None)
    except RuntimeError as error:
        print(error)
    unfinished = agen("unfinished")
    await anext(unfinished)
    g2 = agen("g2")
    await anext(g2)
    print("main returns")


asyncio.run(main())
