import asyncio


class Lazy:
    """Awaitable that runs its function once, for everybody."""

    def __init__(self, fn):
        self.fn, self.fut = fn, None

    def __await__(self):
        if self.fut is None:
            self.fut = asyncio.ensure_future(self.fn())
        return self.fut.__await__()


async def compute():
    print("computing")
    await asyncio.sleep(1)
    return 42


class Channel:
    def __init__(self):
        self.q = asyncio.Queue(1)
        self.closed = asyncio.Event()

    async def send(self, x):
        if self.closed.is_set():
            raise RuntimeError("closed")
        await self.q.put(x)

    def close(self):
        self.closed.set()

    def __aiter__(self):
        return self

    async def __anext__(self):
        get = asyncio.create_task(self.q.get())
        closed = asyncio.create_task(self.closed.wait())
        done, pending = await asyncio.wait({get, closed}, return_when=asyncio.FIRST_COMPLETED)
        for p in pending:
            p.cancel()
        if get in done:
            return get.result()
        raise StopAsyncIteration


async def select(**aws):
    tasks = {asyncio.ensure_future(a): n for n, a in aws.items()}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in pending:
        t.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return sorted(tasks[t] for t in done)


async def main():
    lazy = Lazy(compute)
    print(await asyncio.gather(lazy, lazy, lazy))
    ch = Channel()
    async def producer():
        for i in range(3):
            await ch.send(i)
        await asyncio.sleep(0.1)
        ch.close()
    p = asyncio.create_task(producer())
    async for x in ch:
        print("recv", x)
    await p
    print(await select(a=asyncio.sleep(2), b=asyncio.sleep(1), c=asyncio.sleep(1)))
    try:
        await ch.send(1)
    except RuntimeError as e:
        print(e)
    agen = (i async for i in ch)
    print(agen, [x async for x in agen]) if False else print([x async for x in agen])
    async def ticker():
        try:
            while True:
                yield 1
                await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("ticker cancelled")
            raise
        finally:
            print("ticker done")
    async def consume():
        async for _ in ticker():
            pass
    t = asyncio.create_task(consume())
    await asyncio.sleep(2.5)
    t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    it = ticker()
    print(await anext(it), await it.__anext__())
    try:
        await asyncio.wait_for(anext(it), 0.3)
    except TimeoutError as e:
        print(type(e).__name__, await anext(it, "ended"))


asyncio.run(main())
