import asyncio


class RWLock:
    def __init__(self):
        self._cond = asyncio.Condition()
        self._readers, self._writer, self._waiting = 0, None, 0

    class _Side:
        def __init__(self, enter, leave):
            self._enter, self._leave = enter, leave

        async def __aenter__(self):
            await self._enter()

        async def __aexit__(self, *exc):
            await self._leave()

    @property
    def read(self):
        return self._Side(self._acquire_read, self._release_read)

    @property
    def write(self):
        return self._Side(self._acquire_write, self._release_write)

    async def _acquire_read(self):
        async with self._cond:
            await self._cond.wait_for(lambda: self._writer is None and not self._waiting)
            self._readers += 1

    async def _release_read(self):
        async with self._cond:
            self._readers -= 1
            self._cond.notify_all()

    async def _acquire_write(self):
        async with self._cond:
            self._waiting += 1
            try:
                await self._cond.wait_for(lambda: self._writer is None and not self._readers)
            finally:
                self._waiting -= 1
                self._cond.notify_all()
            self._writer = asyncio.current_task().get_name()

    async def _release_write(self):
        async with self._cond:
            self._writer = None
            self._cond.notify_all()


class Once:
    def __init__(self):
        self._future = None

    async def run(self, factory):
        if self._future is None:
            self._future = asyncio.get_running_loop().create_future()
            try:
                self._future.set_result(await factory())
            except BaseException as error:
                future, self._future = self._future, None
                if isinstance(error, asyncio.CancelledError):
                    future.cancel()
                else:
                    future.set_exception(error)
                    future.exception()
                raise
        return await asyncio.shield(self._future)


class CountDownLatch:
    def __init__(self, n):
        self.n, self.waiters = n, []

    def count_down(self):
        self.n -= 1
        if self.n == 0:
            while self.waiters:
                w = self.waiters.pop()
                w.done() or w.set_result(None)

    def __await__(self):
        if self.n > 0:
            w = asyncio.get_running_loop().create_future()
            self.waiters.append(w)
            yield from w
        return "open"


async def main():
    loop = asyncio.get_running_loop()
    lock, log = RWLock(), []

    async def reader(n, delay):
        await asyncio.sleep(delay)
        async with lock.read:
            log.append(f"{loop.time():.1f} r{n} in")
            await asyncio.sleep(1)
            log.append(f"{loop.time():.1f} r{n} out")

    async def writer(n, delay):
        await asyncio.sleep(delay)
        async with lock.write:
            log.append(f"{loop.time():.1f} w{n} in")
            await asyncio.sleep(0.5)
        log.append(f"{loop.time():.1f} w{n} out")
    async with asyncio.TaskGroup() as tg:
        for i in range(3):
            tg.create_task(reader(i, i * 0.4))
        for i in range(2):
            tg.create_task(writer(i, 0.5 + i * 0.1), name=f"writer-{i}")
    print(*log, sep="\n")
    once, calls = Once(), []

    async def make():
        calls.append(loop.time())
        await asyncio.sleep(1)
        if len(calls) == 1:
            raise RuntimeError("first time fails")
        return "made"
    print(await asyncio.gather(once.run(make), once.run(make), return_exceptions=True))
    print(await asyncio.gather(once.run(make), once.run(make)), len(calls))
    latch = CountDownLatch(3)
    for i in range(3):
        loop.call_later(i, latch.count_down)
    waiting = [asyncio.ensure_future(latch) for _ in range(2)]
    waiting[0].cancel()
    print(await asyncio.gather(*waiting, return_exceptions=True), await latch, loop.time())
    blocked = asyncio.create_task(writer(9, 0), name="writer-9")
    async with lock.read:
        await asyncio.sleep(0.1)
        blocked.cancel()
        await asyncio.wait([blocked])
    print(blocked.cancelled(), lock._readers, lock._writer, lock._waiting)


asyncio.run(main())
