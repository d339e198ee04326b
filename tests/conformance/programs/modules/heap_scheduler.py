import asyncio
import heapq
import itertools


class Scheduler:
    def __init__(self):
        self._heap = []
        self._counter = itertools.count()

    def add(self, priority, coroutine):
        heapq.heappush(self._heap, (priority, next(self._counter), coroutine))

    async def run(self):
        while self._heap:
            priority, order, coroutine = heapq.heappop(self._heap)
            result = await coroutine
            print(f"priority={priority} order={order} -> {result}")


async def job(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    scheduler = Scheduler()
    for priority, name in ((3, "low"), (1, "high"), (2, "mid"), (1, "high too")):
        scheduler.add(priority, job(name, priority / 10))
    await scheduler.run()


asyncio.run(main())
heap = [5, 3, 8, 1, 9, 2]
heapq.heapify(heap)
print(heap, heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 7), heap)
print(heapq.nlargest(2, heap), heapq.nsmallest(3, heap, key=lambda x: -x))
print(list(heapq.merge([1, 4, 7], [2, 5], [3, 6, 8])), [heapq.heappop(heap) for _ in range(len(heap))])
try:
    heapq.heappop(heap)
except IndexError as error:
    print(error)
