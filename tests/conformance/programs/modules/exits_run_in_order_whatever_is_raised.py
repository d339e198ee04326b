import asyncio
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager, suppress, nullcontext, closing, redirect_stdout
import io


class Resource:
    def __init__(self, name, *, fail_enter=False, fail_exit=False, swallow=False):
        self.name, self.fail_enter, self.fail_exit, self.swallow = name, fail_enter, fail_exit, swallow

    async def __aenter__(self):
        await asyncio.sleep(0.1)
        if self.fail_enter:
            raise RuntimeError(f"enter {self.name}")
        print("enter", self.name)
        return self

    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(0.1)
        print("exit", self.name, kind and kind.__name__, value)
        if self.fail_exit:
            raise RuntimeError(f"exit {self.name}")
        return self.swallow


@asynccontextmanager
async def managed(name, catch=None):
    print("setup", name)
    try:
        yield name.upper()
    except (catch or ()) as error:
        print("caught", repr(error))
    finally:
        print("teardown", name)


@contextmanager
def timer(label):
    try:
        yield
    finally:
        print("timer", label)


async def main():
    async with AsyncExitStack() as stack:
        a = await stack.enter_async_context(Resource("a"))
        b = await stack.enter_async_context(managed("b"))
        stack.enter_context(timer("c"))
        stack.callback(print, "callback", 1, end="!\n")

        async def bye(*args):
            print("bye", args)
        stack.push_async_callback(bye, 1, 2)
        stack.push_async_exit(bye)
        print(a.name, b)
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(Resource("x", fail_exit=True))
            await stack.enter_async_context(Resource("y"))
            await stack.enter_async_context(Resource("z", fail_enter=True))
    except RuntimeError as error:
        print(repr(error), repr(error.__context__))
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(Resource("s", swallow=True))
        kept = stack.pop_all()
        print("popped")
    async with kept:
        raise ValueError("swallowed")
    async with managed("m", catch=KeyError) as m:
        raise KeyError(m)
    with suppress(ZeroDivisionError), nullcontext(5) as five:
        print(five / 0)
    try:
        async with managed("again"):
            raise StopAsyncIteration("stop")
    except StopAsyncIteration as error:
        print("passed", repr(error))
    m = managed("once")
    async with m:
        pass
    try:
        async with m:
            pass
    except (RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)

    @asynccontextmanager
    async def silent():
        if False:
            yield
    try:
        async with silent():
            pass
    except RuntimeError as error:
        print(error)

    @asynccontextmanager
    async def twice():
        yield 1
        yield 2
    try:
        async with twice():
            pass
    except RuntimeError as error:
        print(error)

    @managed("decorated")
    async def decorated():
        print("inside")
    await decorated()
    await decorated()
    with redirect_stdout(io.StringIO()) as out:
        print("captured")
    print(repr(out.getvalue()))
    for wrong in (Resource("w"), 5):
        try:
            with wrong:
                pass
        except TypeError as error:
            print(error)
        try:
            async with timer("t"):
                pass
        except TypeError as error:
            print(error)


asyncio.run(main())
