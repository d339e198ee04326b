import asyncio


class Saga:
    def __init__(self):
        self.undo = []

    async def step(self, do, undo):
        await do
        self.undo.append(undo)

    async def __aenter__(self):
        return self

    async def __aexit__(self, t, e, tb):
        if e is None:
            return
        for u in reversed(self.undo):
            try:
                await u()
            except Exception as x:
                e.add_note(f"undo failed: {x!r}")
        print("rolled back after", repr(e))


async def act(name, fail=None):
    await asyncio.sleep(0.1)
    if fail:
        raise fail
    print("did", name)


class RW:
    def __init__(self):
        self.readers, self.cond = 0, asyncio.Condition()

    @property
    def read(self):
        rw = self
        class R:
            async def __aenter__(self):
                async with rw.cond:
                    rw.readers += 1
            async def __aexit__(self, *a):
                async with rw.cond:
                    rw.readers -= 1
                    rw.cond.notify_all()
        return R()

    @property
    def write(self):
        rw = self
        class W:
            async def __aenter__(self):
                await rw.cond.acquire()
                await rw.cond.wait_for(lambda: rw.readers == 0)
            async def __aexit__(self, *a):
                rw.cond.release()
        return W()


async def main():
    try:
        async with Saga() as s:
            await s.step(act("reserve"), lambda: act("unreserve"))
            await s.step(act("charge"), lambda: act("refund", OSError("bank down")))
            await s.step(act("ship", ValueError("no stock")), None)
    except ValueError as e:
        print(e, e.__notes__)
    rw, log = RW(), []
    async def reader(n):
        async with rw.read:
            log.append(f"r{n}"); await asyncio.sleep(0.2); log.append(f"/r{n}")
    async def writer(n):
        async with rw.write:
            log.append(f"w{n}"); await asyncio.sleep(0.1); log.append(f"/w{n}")
    await asyncio.gather(reader(1), writer(1), reader(2), writer(2), reader(3))
    print(*log)
    try:
        async with asyncio.timeout(1):
            async with asyncio.timeout(5) as inner:
                try:
                    await asyncio.sleep(3)
                except asyncio.CancelledError:
                    print("inner expired?", inner.expired())
                    raise
    except TimeoutError:
        print("outer timed out")
    lock = asyncio.Lock()
    async def hold(n, t):
        async with lock:
            print("lock", n)
            await asyncio.sleep(t)
    ts = [asyncio.create_task(hold(i, 1)) for i in range(3)]
    await asyncio.sleep(0.5)
    ts[1].cancel()
    print(*(type(r).__name__ for r in await asyncio.gather(*ts, return_exceptions=True)), lock.locked())
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    fut.add_done_callback(lambda f: print("cb1", f.cancelled()))
    fut.add_done_callback(cb := lambda f: print("cb2"))
    print(fut.remove_done_callback(cb), fut.cancel("msg"), fut.cancel())
    try:
        await fut
    except asyncio.CancelledError as e:
        print("cancelled", e.args)


asyncio.run(main())
