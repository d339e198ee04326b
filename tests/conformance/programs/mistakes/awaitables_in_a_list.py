# The star forgotten: a list can be neither a key of a dict nor in a set, which is what asyncio makes of its arguments.
import asyncio


async def work(n):
    return n


class Unhashable(asyncio.Future):
    __hash__ = None


async def main():
    coroutines = [work(1), work(2)]
    for attempt in (lambda: asyncio.gather(coroutines), lambda: asyncio.wait([coroutines]),
                    lambda: asyncio.gather({}), lambda: asyncio.gather(1), lambda: asyncio.wait([1, coroutines]),
                    lambda: asyncio.gather(Unhashable()), lambda: asyncio.wait([[]], return_when="never")):
        try:
            print(await attempt())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    try:
        for each in asyncio.as_completed([coroutines]):
            print(await each)
    except TypeError as error:
        print(error)
    print(await asyncio.gather(*coroutines))


asyncio.run(main())
