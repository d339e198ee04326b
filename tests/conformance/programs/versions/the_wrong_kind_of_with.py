import asyncio
import contextlib


class Connection:
    async def __aenter__(self):
        print("connected")
        return self

    async def __aexit__(self, *details):
        print("closed")


class File:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        print("file closed")


class OnlyEnter:
    def __enter__(self):
        return self


class OnlyExit:
    def __exit__(self, *details):
        pass


class OnlyAsyncEnter:
    async def __aenter__(self):
        return self


@contextlib.asynccontextmanager
async def session():
    yield "session"


def plain(manager):
    try:
        with manager:
            print("inside")
    except TypeError as error:
        print(error)


async def asynchronous(manager):
    try:
        async with manager:
            print("inside")
    except TypeError as error:
        print(error)


async def main():
    for manager in (Connection(), File(), OnlyEnter(), OnlyExit(), OnlyAsyncEnter(), session(), 5, asyncio.Lock()):
        print("--", type(manager).__name__)
        plain(manager)
        await asynchronous(manager)


asyncio.run(main())
