import asyncio
import heapq
import itertools
from functools import total_ordering


@total_ordering
class Job:
    _ids = itertools.count(1)

    def __init__(self, priority, name, *, cost=1):
        self.priority, self.name, self.cost = priority, name, cost
        self.id = next(self._ids)

    def _key(self):
        return (self.priority, self.id)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Job) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, Job) else NotImplemented

    def __repr__(self):
        return f"<{self.name} p{self.priority} #{self.id}>"


async def worker(name, queue, done):
    while not queue.empty():
        job = await queue.get()
        print(name, "takes", job)
        await asyncio.sleep(job.cost)
        heapq.heappush(done, (job.cost, job.id, job.name))
        queue.task_done()


async def main():
    queue = asyncio.PriorityQueue()
    for priority, name, cost in [(3, "log", 1), (1, "fire", 2), (2, "mail", 1), (1, "alarm", 1)]:
        await queue.put(Job(priority, name, cost=cost))
    done = []
    await asyncio.gather(*(worker(f"w{i}", queue, done) for i in range(2)))
    while done:
        print(heapq.heappop(done))
    a, b = Job(1, "a"), Job(1, "b")
    print(a < b, a > b, a <= a, a != b, max(a, b), sorted([b, a]), queue.qsize())
    try:
        a < 3
    except TypeError as error:
        print(error)
    print(heapq.nsmallest(2, [5, 1, 4]), heapq.nlargest(1, "hello"))


asyncio.run(main())
