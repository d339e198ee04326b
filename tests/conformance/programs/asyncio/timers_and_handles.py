import asyncio


def tick(name):
    print(name, asyncio.get_running_loop().time())


class Clock:
    def strike(self, hour):
        print("strike", hour)


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    handle = loop.call_soon(tick, "soon")
    later = loop.call_later(2, tick, "later")
    at = loop.call_at(start + 1, tick, "at")
    strike = loop.call_later(1, Clock().strike, 12)
    print(handle.cancelled(), later.when(), at.when())
    print(later)
    never = loop.call_later(1.5, tick, "never")
    never.cancel()
    print(never, never.cancelled())
    await asyncio.sleep(1.75)
    later.cancel()
    later.cancel()
    strike.cancel()
    print(later.cancelled(), strike.cancelled())
    loop.call_later(0, tick, "zero")
    loop.call_later(-5, tick, "negative")
    loop.call_soon_threadsafe(tick, "threadsafe")
    await asyncio.sleep(1)
    for bad in (lambda: loop.call_soon(main), lambda: loop.call_later(None, tick), lambda: loop.call_at(None, tick)):
        try:
            bad()
        except TypeError as error:
            print(error)


asyncio.run(main())
