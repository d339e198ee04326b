# Asyncio calls its own methods through self: a class that is derived from one of its classes may replace them.
import asyncio


class Lock(asyncio.Lock):
    async def acquire(self):
        print("acquire", type(self).__name__)
        return await super().acquire()

    def release(self):
        print("release", type(self).__name__)
        super().release()


class Semaphore(asyncio.Semaphore):
    async def acquire(self):
        print("acquire", type(self).__name__)
        await asyncio.sleep(0.1)
        return await super().acquire()

    def release(self):
        print("release", type(self).__name__)
        super().release()


class Bounded(asyncio.BoundedSemaphore):
    def release(self):
        print("release", type(self).__name__)
        super().release()


class Condition(asyncio.Condition):
    async def wait(self):
        print("wait")
        return await super().wait()

    def notify(self, n=1):
        print("notify", n)
        super().notify(n)


class Barrier(asyncio.Barrier):
    async def wait(self):
        print("at the barrier")
        return await super().wait()


class Refusing(asyncio.Lock):
    async def acquire(self):
        raise RuntimeError("no")


async def waits(condition, ready):
    async with condition:
        print(await condition.wait_for(lambda: ready))


async def meets(barrier):
    async with barrier as place:
        return place


async def main():
    for each in Lock(), Semaphore(), Bounded():
        async with each:
            print("in", type(each).__name__)
    condition, ready = Condition(Lock()), []
    tasks = [asyncio.create_task(waits(condition, ready)) for _ in range(2)]
    await asyncio.sleep(0.1)
    async with condition:
        ready.append(1)
        condition.notify_all()
    await asyncio.gather(*tasks)
    barrier = Barrier(2)
    print(sorted(await asyncio.gather(meets(barrier), meets(barrier))))
    try:
        async with Refusing():
            print("never")
    except RuntimeError as error:
        print(error)

    lock = asyncio.Lock()

    async def acquire():
        print("of the object")
        return True
    lock.acquire = acquire
    lock.release = lambda: print("released")
    async with lock:
        print(lock.locked())


asyncio.run(main())
