import asyncio
import inspect


class Service:
    async def call(self):
        return "called"


def later(value):
    return asyncio.sleep(0, value)


async def ticks():
    while True:
        yield "tick"
        await asyncio.sleep(1)


async def main():
    print(inspect.iscoroutinefunction(later))
    if not hasattr(inspect, "markcoroutinefunction"):
        print("cannot be marked")
        return
    print(inspect.markcoroutinefunction(later) is later, inspect.iscoroutinefunction(later))
    print(await later("later"))
    generator = ticks()
    print(inspect.getasyncgenstate(generator), inspect.getasyncgenlocals(generator))
    print(await anext(generator), inspect.getasyncgenstate(generator))
    await generator.aclose()
    print(inspect.getasyncgenstate(generator))


asyncio.run(main())
