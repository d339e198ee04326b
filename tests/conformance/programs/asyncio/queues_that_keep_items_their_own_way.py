"""Queues of one's own: asyncio's are made to be derived from."""
import asyncio
import heapq


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._items = {}
        print("init", maxsize)

    def _get(self):
        key = next(iter(self._items))
        return self._items.pop(key)

    def _put(self, item):
        self._items.setdefault(item, item)

    def qsize(self):
        return len(self._items)


class AgeingQueue(asyncio.Queue):
    """The longer an item waits, the earlier it comes."""

    def _init(self, maxsize):
        self._heap, self._count = [], 0

    def _put(self, item):
        priority, value = item
        self._count += 1
        heapq.heappush(self._heap, (priority + self._count, value))

    def _get(self):
        return heapq.heappop(self._heap)[1]

    def qsize(self):
        return len(self._heap)


class Tracked(asyncio.PriorityQueue):
    async def get(self):
        item = await super().get()
        print("took", item)
        return item

    async def put(self, item):
        print("putting", item)
        await super().put(item)


async def consumer(queue, n):
    got = []
    for _ in range(n):
        got.append(await queue.get())
        queue.task_done()
    return got


async def main():
    queue = UniqueQueue(2)
    queue.put_nowait("a")
    queue.put_nowait("a")
    await queue.put("b")
    print(queue.full(), queue.empty(), queue.qsize(), queue.maxsize)
    try:
        queue.put_nowait("c")
    except asyncio.QueueFull:
        print("full")
    task = asyncio.create_task(consumer(queue, 3))
    await queue.put("c")
    print(await task)
    ageing = AgeingQueue()
    for item in [(5, "five"), (1, "one"), (0, "zero"), (9, "nine"), (0, "last")]:
        ageing.put_nowait(item)
    print(await consumer(ageing, 5))
    tracked = Tracked()
    print(await asyncio.gather(consumer(tracked, 2), tracked.put(2), tracked.put(1)))
    await asyncio.wait_for(tracked.join(), 1)
    print(isinstance(tracked, asyncio.Queue), Tracked.__mro__[1].__name__)
    try:
        await asyncio.wait_for(tracked.get(), 0.5)
    except TimeoutError:
        print("empty still", tracked.empty())


asyncio.run(main())
