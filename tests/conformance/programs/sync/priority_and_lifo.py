import asyncio


class Job:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name

    def __lt__(self, other):
        return self.priority < other.priority


async def main():
    queue = asyncio.PriorityQueue()
    for priority, name in [(3, "c"), (1, "a"), (2, "b"), (1, "d"), (0, "e"), (2, "f")]:
        await queue.put(Job(priority, name))
    order = []
    while not queue.empty():
        job = await queue.get()
        order.append(job.name)
    print(order)
    numbers = asyncio.PriorityQueue()
    for number in (5, 3, 8, 1, 9, 2, 7):
        numbers.put_nowait((number, str(number)))
    print([numbers.get_nowait()[1] for _ in range(numbers.qsize())])
    stack = asyncio.LifoQueue()
    for letter in "xyz":
        stack.put_nowait(letter)
    print(await stack.get(), await stack.get(), await stack.get())


asyncio.run(main())
