import asyncio
from collections import deque


class MyLock:
    def __init__(self):
        self._locked = False
        self._waiters = deque()

    async def acquire(self):
        while self._locked:
            future = asyncio.get_running_loop().create_future()
            self._waiters.append(future)
            try:
                await future
            except asyncio.CancelledError:
                self._waiters.remove(future)
                raise
        self._locked = True

    def release(self):
        if not self._locked:
            raise RuntimeError("not locked")
        self._locked = False
        if self._waiters:
            self._waiters.popleft().set_result(None)

    async def __aenter__(self):
        await self.acquire()
        return self

    async def __aexit__(self, *exc):
        self.release()


class Channel:
    def __init__(self):
        self.items, self.getters = deque(), deque()

    def send(self, item):
        if self.getters:
            self.getters.popleft().set_result(item)
        else:
            self.items.append(item)

    def __await__(self):
        if self.items:
            return self.items.popleft()
        future = asyncio.get_running_loop().create_future()
        self.getters.append(future)
        return (yield from future)


async def worker(name, lock, log):
    async with lock:
        log.append(f"{name}+")
        await asyncio.sleep(1)
        log.append(f"{name}-")


async def receive(channel, n):
    for _ in range(n):
        print("received", await channel)


async def main():
    lock, log = MyLock(), []
    victim = asyncio.create_task(worker("x", lock, log))
    tasks = [asyncio.create_task(worker(n, lock, log)) for n in "abc"]
    await asyncio.sleep(0.5)
    tasks[0].cancel()
    await asyncio.gather(victim, *tasks, return_exceptions=True)
    print(" ".join(log), tasks[0].cancelled())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    channel = Channel()
    receiver = asyncio.create_task(receive(channel, 3))
    for item in ("one", 2, [3]):
        channel.send(item)
        await asyncio.sleep(0.1)
    await receiver


asyncio.run(main())
