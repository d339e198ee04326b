import asyncio


class Progress:
    def __init__(self, total):
        self.total, self.done = total, 0
        self._changed = asyncio.Event()

    def advance(self, n=1):
        self.done = min(self.total, self.done + n)
        self._changed.set()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.done >= self.total and not self._changed.is_set():
            raise StopAsyncIteration
        await self._changed.wait()
        self._changed.clear()
        return self.done / self.total

    def __str__(self):
        return f"[{'#' * self.done:<{self.total}}] {self.done / self.total:6.1%}"


async def copy(progress):
    for n in (1, 2, 1, 4):
        await asyncio.sleep(0.2 * n)
        progress.advance(n)


async def main():
    progress = Progress(8)
    copying = asyncio.create_task(copy(progress))
    async for fraction in progress:
        print(progress, f"{fraction:.3f}")
    await copying
    print("done", copying.done())


asyncio.run(main())
