import asyncio
from contextlib import asynccontextmanager


class ReadWriteLock:
    def __init__(self):
        self._condition = asyncio.Condition()
        self._readers = 0
        self._writing = False

    @asynccontextmanager
    async def read(self):
        async with self._condition:
            await self._condition.wait_for(lambda: not self._writing)
            self._readers += 1
        try:
            yield self._readers
        finally:
            async with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    @asynccontextmanager
    async def write(self):
        async with self._condition:
            await self._condition.wait_for(lambda: not self._writing and not self._readers)
            self._writing = True
        try:
            yield
        finally:
            async with self._condition:
                self._writing = False
                self._condition.notify_all()


async def reader(lock, n, page):
    await asyncio.sleep(n * 0.3)
    async with lock.read() as count:
        print(f"reader {n} of {count} reads {page[0]}")
        await asyncio.sleep(0.5)


async def writer(lock, text, page):
    await asyncio.sleep(0.4)
    async with lock.write():
        print("writing", text)
        await asyncio.sleep(0.5)
        page[0] = text


async def main():
    lock, page = ReadWriteLock(), ["draft"]
    async with asyncio.TaskGroup() as group:
        for n in range(4):
            group.create_task(reader(lock, n, page))
        group.create_task(writer(lock, "final", page))
    print(page, asyncio.get_running_loop().time())


asyncio.run(main())
