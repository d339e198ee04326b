import asyncio


class Nothing:
    pass


class NotAnIterator:
    def __await__(self):
        return 5


class AsyncAwait:
    async def __await__(self):
        return 5


class Plain:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None


class Async:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        return None


class HalfPlain:
    def __enter__(self):
        return self


class HalfAsync:
    async def __aexit__(self, *args):
        return None


async def awaits(thing):
    await thing


async def async_with(thing):
    async with thing:
        pass


async def with_(thing):
    with thing:
        pass


async def main():
    for kind in (Nothing, NotAnIterator, AsyncAwait, Plain, Async, HalfPlain, HalfAsync, asyncio.Lock):
        for use in (awaits, async_with, with_):
            try:
                await use(kind())
                print(kind.__name__, use.__name__, "fine")
            except TypeError as error:
                print(kind.__name__, use.__name__, "->", error)


asyncio.run(main())
