import asyncio
from contextlib import (AbstractAsyncContextManager, AbstractContextManager, AsyncExitStack, ContextDecorator, ExitStack,
                        aclosing, asynccontextmanager, closing, contextmanager, nullcontext, suppress)


class Pool(AbstractAsyncContextManager):
    def __init__(self, name, size):
        self.name, self.free, self.size = name, asyncio.Queue(), size

    async def __aenter__(self):
        for n in range(self.size):
            await self.free.put(f"{self.name}-{n}")
        print("open", self.name)
        return self

    async def __aexit__(self, kind, value, tb):
        print("close", self.name, kind.__name__ if kind else None, self.free.qsize())

    @asynccontextmanager
    async def connection(self):
        item = await self.free.get()
        try:
            yield item
        finally:
            self.free.put_nowait(item)


class traced(ContextDecorator):
    def __init__(self, label):
        self.label = label

    def __enter__(self):
        print(">", self.label)
        return self

    def __exit__(self, *exc):
        print("<", self.label)
        return False


@contextmanager
def transaction(log):
    log.append("begin")
    try:
        yield log
    except ValueError as error:
        log.append(f"rollback {error}")
        raise
    else:
        log.append("commit")


@traced("function")
def function():
    print("in function")


@asynccontextmanager
async def around(label):
    print("before", label)
    yield
    print("after", label)


@around("decorated")
async def decorated(x):
    return x * 2


class Thing:
    def close(self):
        print("thing closed")


async def numbers():
    try:
        for n in range(10):
            yield n
    finally:
        print("numbers closed")


async def main():
    async with AsyncExitStack() as stack:
        pools = [await stack.enter_async_context(Pool(name, 2)) for name in ("a", "b")]
        stack.push_async_callback(asyncio.sleep, 0.1)
        stack.callback(print, "callback", sep="!")
        stack.enter_context(traced("entered"))
        async with pools[0].connection() as one, pools[1].connection() as two:
            print("using", one, two)
    log = []
    with suppress(ValueError):
        with transaction(log):
            raise ValueError("nope")
    with transaction(log):
        pass
    print(log)
    function()
    print(await decorated(4))
    with closing(Thing()) as thing, nullcontext(5) as five:
        print(type(thing).__name__, five)
    async with aclosing(numbers()) as items:
        async for n in items:
            if n == 2:
                break
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(Pool("c", 1))
            stack.push(lambda kind, value, tb: print("saw", kind.__name__) or True)
            raise KeyError("swallowed")
        print("still here")
        with ExitStack() as stack:
            stack.enter_context(42)
    except TypeError as error:
        print(error)
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(traced("sync"))
    except TypeError as error:
        print(error)
    with ExitStack() as stack:
        stack.callback(print, "kept")
        kept = stack.pop_all()
    kept.close()
    print(isinstance(traced("x"), AbstractContextManager), isinstance(Pool("p", 1), AbstractAsyncContextManager))


asyncio.run(main())
