import asyncio
import heapq
from collections.abc import AsyncGenerator, Awaitable, Coroutine, Iterator


class MiniLoop:
    """An event loop in forty lines: futures, call_later and tasks."""

    def __init__(self):
        self.ready, self.timers, self.clock, self.seq = [], [], 0.0, 0

    def call_soon(self, fn, *args):
        self.ready.append((fn, args))

    def call_later(self, delay, fn, *args):
        self.seq += 1
        heapq.heappush(self.timers, (self.clock + delay, self.seq, fn, args))

    def run_until_complete(self, coro):
        task = MiniTask(coro, self)
        while not task.done:
            if not self.ready:
                self.clock, _, fn, args = heapq.heappop(self.timers)
                self.ready.append((fn, args))
            batch, self.ready = self.ready, []
            for fn, args in batch:
                fn(*args)
        if task.error:
            raise task.error
        return task.value


class MiniFuture:
    def __init__(self):
        self.done, self.value, self.error, self.callbacks = False, None, None, []

    def set(self, value=None, error=None):
        self.done, self.value, self.error = True, value, error
        for cb in self.callbacks:
            cb(self)

    def __await__(self):
        if not self.done:
            yield self
        if self.error:
            raise self.error
        return self.value

    __iter__ = __await__


class MiniTask(MiniFuture):
    def __init__(self, coro, loop):
        super().__init__()
        self.coro, self.loop = coro, loop
        loop.call_soon(self.step)

    def step(self, fut=None):
        try:
            waiting: MiniFuture = self.coro.send(None)
        except StopIteration as e:
            self.set(e.value)
        except Exception as e:
            self.set(error=e)
        else:
            waiting.callbacks.append(lambda f: self.loop.call_soon(self.step, f))


loop = MiniLoop()


async def sleep(n, result=None):
    f = MiniFuture()
    loop.call_later(n, f.set, result)
    return await f


async def gather(*aws):
    tasks = [MiniTask(a, loop) for a in aws]
    return [await t for t in tasks]


async def agen(n):
    for i in range(n):
        yield i, loop.clock
        await sleep(0.25)


async def broken():
    await sleep(3)
    raise ValueError("mini failed")


async def main():
    print(await gather(sleep(2, "a"), sleep(1, "b")), loop.clock)
    print([p async for p in agen(3)], f"{loop.clock=}")
    try:
        await gather(broken())
    except ValueError as e:
        print(e, loop.clock)
    return "done"


print(loop.run_until_complete(main()))
c = main()
print(isinstance(c, Coroutine), isinstance(MiniFuture(), Awaitable), isinstance(agen(1), AsyncGenerator), isinstance(iter([]), Iterator))
print(c.cr_running, c.cr_frame.f_lineno, c.__name__, type(c).__name__)
c.close()
try:
    c.throw(ValueError)
except ValueError as e:
    print("after close", repr(e))
except RuntimeError as e:
    print(e)
loop.run_until_complete(broken())
