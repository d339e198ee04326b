import asyncio
from contextlib import ContextDecorator, asynccontextmanager, contextmanager


class trace(ContextDecorator):
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *error):
        print("exit", error[0] and error[0].__name__)


@trace()
async def work():
    print("working")
    await asyncio.sleep(1)
    print("worked")


@trace()
def numbers():
    print("first")
    yield 1
    print("second")
    yield 2


@trace()
async def ticks():
    yield "tick"
    await asyncio.sleep(1)
    yield "tock"


@asynccontextmanager
async def session(name):
    print("open", name)
    yield
    print("close", name)


@session("db")
async def query():
    await asyncio.sleep(1)
    return "rows"


async def main():
    await work()
    print(list(numbers()))
    async for tick in ticks():
        print(tick)
    print(await query(), await query())


asyncio.run(main())
