import asyncio
import itertools
from collections import deque
from contextlib import contextmanager


class Cancelled(BaseException):
    pass


class Nursery:
    """A tiny trio-like nursery over hand-made coroutines."""

    def __init__(self, kernel):
        self.kernel, self.children, self.errors = kernel, set(), []

    def start_soon(self, fn, *args):
        self.children.add(self.kernel.spawn(fn(*args), self))

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, tb):
        if value is not None:
            self.errors.append(value)
            self.cancel()
        while self.children:
            await checkpoint()
        if self.errors:
            raise BaseExceptionGroup("nursery", self.errors) from None

    def cancel(self):
        for child in sorted(self.children, key=lambda c: c.id):
            child.cancel()


class Fiber:
    ids = itertools.count(1)

    def __init__(self, coro, nursery):
        self.id, self.coro, self.nursery, self.inject = next(self.ids), coro, nursery, None

    def cancel(self):
        self.inject = Cancelled()

    def step(self):
        try:
            if self.inject:
                error, self.inject = self.inject, None
                self.coro.throw(error)
            else:
                self.coro.send(None)
        except StopIteration as stop:
            return self.finish(None)
        except Cancelled:
            return self.finish(None)
        except BaseException as error:
            return self.finish(error)
        return True

    def finish(self, error):
        if self.nursery is None:
            if error:
                raise error
        else:
            self.nursery.children.discard(self)
            if error:
                self.nursery.errors.append(error)
                self.nursery.cancel()
        return False


class Kernel:
    def __init__(self):
        self.queue = deque()

    def spawn(self, coro, nursery=None):
        fiber = Fiber(coro, nursery)
        self.queue.append(fiber)
        return fiber

    def run(self, coro):
        self.spawn(coro)
        turns = 0
        while self.queue:
            turns += 1
            fiber = self.queue.popleft()
            if fiber.step():
                self.queue.append(fiber)
        return turns


class checkpoint:
    def __await__(self):
        return (yield)


async def count(name, n):
    try:
        for i in range(n):
            print(name, i)
            await checkpoint()
        if name == "b":
            raise ValueError(name)
    except Cancelled:
        print(name, "cancelled")
        raise
    finally:
        print(name, "ends")


async def main(kernel):
    try:
        async with Nursery(kernel) as nursery:
            nursery.start_soon(count, "a", 10)
            nursery.start_soon(count, "b", 2)
            nursery.start_soon(count, "c", 1)
    except* ValueError as eg:
        print("caught", eg.exceptions)


kernel = Kernel()
print("turns", kernel.run(main(kernel)))


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ZeroDivisionError as error:
        print("swallowed", error)
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b") as b:
    print(a, b)
    1 / 0


@tag("deco")
def decorated():
    print("in decorated")


decorated()
decorated()
with tag("x"):
    raise KeyError("through")
