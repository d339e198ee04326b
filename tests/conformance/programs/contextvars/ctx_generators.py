import asyncio
import contextvars
from contextlib import asynccontextmanager, contextmanager

level = contextvars.ContextVar("level", default=0)
trace = contextvars.ContextVar("trace")


@contextmanager
def deeper():
    token = level.set(level.get() + 1)
    try:
        yield level.get()
    finally:
        level.reset(token)


@asynccontextmanager
async def span(name):
    parent = trace.get(())
    token = trace.set(parent + (name,))
    print("  " * len(parent) + f"> {'/'.join(trace.get())}")
    try:
        yield
    finally:
        trace.reset(token)
        print("  " * len(parent) + f"< {name}")


async def numbers():
    for n in range(3):
        level.set(level.get() + 10)
        yield n, level.get()


def plain():
    level.set(99)
    yield level.get()


async def leaf(n):
    async with span(f"leaf{n}"):
        await asyncio.sleep(0.1 * n)
        return trace.get()


async def main():
    with deeper() as one:
        with deeper() as two:
            print(one, two, level.get())
    async with span("root"):
        async with span("child"):
            results = await asyncio.gather(leaf(1), leaf(2))
        print(results)
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(leaf(n)) for n in (3, 1)]
        print([t.result() for t in tasks])
    print([pair async for pair in numbers()], level.get())
    generator = plain()
    print(next(generator), level.get())
    copied = contextvars.copy_context()
    print(copied.run(lambda: (level.set(5), level.get())[1]), level.get(), copied[level])
    print(sorted(v.name for v in copied), dict(copied)[level], trace in copied)
    print(await asyncio.wait_for(leaf(0), 1), await asyncio.shield(leaf(0)))
    async with asyncio.timeout(1):
        level.set(7)
    print(level.get())
    try:
        level.reset(level.set(1))
        level.reset("nonsense")
    except TypeError as error:
        print(type(error).__name__)


asyncio.run(main())
print(level.get(), trace.get("unset"))
