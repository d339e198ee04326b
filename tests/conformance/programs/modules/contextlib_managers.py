import asyncio
from contextlib import AsyncExitStack, ExitStack, aclosing, asynccontextmanager, contextmanager, nullcontext, suppress


@asynccontextmanager
async def connection(name):
    print("open", name)
    await asyncio.sleep(0.1)
    try:
        yield name.upper()
    except ValueError as error:
        print("inside:", error)
        raise
    finally:
        await asyncio.sleep(0.1)
        print("close", name)


@contextmanager
def tag(name):
    print(f"<{name}>")
    yield
    print(f"</{name}>")


async def numbers():
    try:
        for n in range(10):
            yield n
    finally:
        print("numbers closed")


async def main():
    async with connection("a") as a:
        print("got", a)
    with suppress(ValueError):
        async with connection("b"):
            raise ValueError("oops")
    with tag("p"), tag("b"):
        print("text")
    async with AsyncExitStack() as stack:
        for name in "xyz":
            print(await stack.enter_async_context(connection(name)))
        stack.callback(print, "called back")
    with ExitStack() as stack:
        stack.enter_context(tag("i"))
        stack.enter_context(suppress(KeyError))
        {}["missing"]
    async with aclosing(numbers()) as stream:
        async for n in stream:
            if n == 2:
                break
    async with nullcontext(5) as five:
        print(five)
    try:
        async with connection("c"):
            raise LookupError("passes through")
    except LookupError as error:
        print(repr(error))


asyncio.run(main())
