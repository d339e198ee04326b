import asyncio
from contextlib import asynccontextmanager


class Connection:
    made = 0

    def __init__(self):
        Connection.made += 1
        self.id = Connection.made

    async def query(self, text):
        await asyncio.sleep(0.2)
        if "bad" in text:
            raise ValueError(f"connection {self.id}: {text}")
        return f"{text} by {self.id}"

    def __repr__(self):
        return f"<Connection {self.id}>"


class Pool:
    def __init__(self, size):
        self._free = asyncio.LifoQueue()
        for _ in range(size):
            self._free.put_nowait(None)

    @asynccontextmanager
    async def acquire(self):
        connection = await self._free.get() or Connection()
        try:
            yield connection
        finally:
            self._free.put_nowait(connection)


async def user(pool, text):
    async with pool.acquire() as connection:
        return await connection.query(text)


async def main():
    pool = Pool(2)
    queries = ["select 1", "bad query", "select 2", "select 3", "bad again"]
    for result in await asyncio.gather(*(user(pool, q) for q in queries), return_exceptions=True):
        print(result if isinstance(result, str) else repr(result))
    print(Connection.made, "made;", pool._free)


asyncio.run(main())
