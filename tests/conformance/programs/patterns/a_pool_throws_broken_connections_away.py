"""A connection pool with a context manager, a limit, health checks and shutdown."""
import asyncio
import contextlib
import itertools
from dataclasses import dataclass, field


class PoolClosed(RuntimeError):
    pass


@dataclass(order=True)
class Connection:
    ident: int
    uses: int = field(default=0, compare=False)
    broken: bool = field(default=False, compare=False, repr=False)

    async def query(self, text: str) -> str:
        await asyncio.sleep(0.1)
        self.uses += 1
        if "boom" in text:
            self.broken = True
            raise ConnectionError(f"connection {self.ident} lost during {text!r}")
        return f"{self.ident}:{text.upper()}"


class Pool:
    def __init__(self, size):
        self._ids = itertools.count(1)
        self._size = size
        self._idle: asyncio.LifoQueue[Connection] = asyncio.LifoQueue()
        self._made = 0
        self._closed = False

    async def __aenter__(self):
        await self._grow()
        return self

    async def __aexit__(self, *exc_info):
        await self.close()

    async def _grow(self):
        self._made += 1
        await asyncio.sleep(0.05)
        self._idle.put_nowait(Connection(next(self._ids)))

    @contextlib.asynccontextmanager
    async def acquire(self):
        if self._closed:
            raise PoolClosed("pool is closed")
        if self._idle.empty() and self._made < self._size:
            await self._grow()
        connection = await self._idle.get()
        try:
            yield connection
        finally:
            if connection.broken:
                print("discard", connection)
                self._made -= 1
            else:
                self._idle.put_nowait(connection)

    async def close(self):
        self._closed = True
        while not self._idle.empty():
            print("closing", self._idle.get_nowait())
        print("made", self._made)


async def worker(pool, name, texts):
    results = []
    for text in texts:
        try:
            async with asyncio.timeout(1), pool.acquire() as connection:
                results.append(await connection.query(text))
        except ConnectionError as error:
            results.append(error)
    print(name, results)
    return results


async def main():
    async with Pool(2) as pool:
        got = await asyncio.gather(
            worker(pool, "a", ["select", "boom!", "insert"]),
            worker(pool, "b", ["update"]),
            worker(pool, "c", ["x", "y"]),
        )
        print(got)
    try:
        async with pool.acquire():
            pass
    except PoolClosed as error:
        print(type(error).__mro__, error)
    print(sorted([Connection(3), Connection(1)]), Connection(1) == Connection(1, 5))


asyncio.run(main())
