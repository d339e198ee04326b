import asyncio


class Token:
    """An awaitable of every kind of result."""

    def __init__(self, value, *, error=None, hops=1):
        self.value, self.error, self.hops = value, error, hops

    def __await__(self):
        for hop in range(self.hops):
            print(f"  hop {hop}")
            yield
        if self.error:
            raise self.error
        return self.value


class Delegating:
    def __init__(self, inner):
        self.inner = inner

    def __await__(self):
        result = yield from self.inner.__await__()
        return ("delegated", result)


class FromFuture:
    def __await__(self):
        future = asyncio.get_running_loop().create_future()
        future.get_loop().call_later(2, future.set_result, "future")
        return (yield from future)


class ReturnsList:
    def __await__(self):
        return [1]


class Yields:
    def __await__(self):
        yield 42


class Iter:
    def __init__(self):
        self.n = 3

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n == 0:
            raise StopIteration("from __next__")
        return None


async def attempt(label, awaitable):
    try:
        print(label, "->", await awaitable)
    except BaseException as error:
        print(label, "!!", type(error).__name__, error)


async def main():
    await attempt("plain", Token(1))
    await attempt("error", Token(1, error=ValueError("v")))
    await attempt("delegating", Delegating(Token("x", hops=2)))
    await attempt("future", FromFuture())
    await attempt("iter", Iter())
    await attempt("list", ReturnsList())
    await attempt("int", 5)
    await attempt("none", None)
    await attempt("yields", Yields())
    await attempt("stop", Token(1, error=StopIteration("s")))
    await attempt("wait_for", asyncio.wait_for(Token("w", hops=3), 1))
    await attempt("gather", asyncio.gather(Token(1), Token(2), return_exceptions=True))
    task = asyncio.ensure_future(Token("ensured"))
    print(task.get_coro().__qualname__, await task)
    await attempt("shield", asyncio.shield(Token("sh")))
    async with asyncio.timeout(1):
        await attempt("in timeout", FromFuture())


asyncio.run(main())
