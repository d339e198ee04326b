import asyncio


async def leaf(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("cancelled", name)
        raise
    if fail:
        raise ValueError(name)
    return name


async def main():
    inner = asyncio.gather(leaf("a", 1), leaf("b", 2))
    print(await asyncio.gather(inner, leaf("c", 3), asyncio.sleep(0.5, "d")))
    inner = asyncio.gather(leaf("e", 1, fail=True), leaf("f", 2))
    print(await asyncio.gather(inner, leaf("g", 1.5), return_exceptions=True))
    await asyncio.sleep(1)
    outer = asyncio.gather(asyncio.gather(leaf("h", 1), leaf("i", 2)), leaf("j", 3))
    await asyncio.sleep(1.5)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError as error:
        print("outer", error.args, outer)
    done = asyncio.gather(*[leaf(n, 0) for n in "xy"])
    print(type(done).__name__, done.done())
    await done
    print(done.result(), done)


asyncio.run(main())
