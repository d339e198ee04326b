import asyncio
import itertools
import operator
from functools import reduce


class Stage:
    """A stage of a pipeline: workers, an input, an output, and a poison pill that goes round."""

    STOP = object()

    def __init__(self, name, function, workers=1, size=2):
        self.name, self.function, self.workers = name, function, workers
        self.inbox = asyncio.Queue(size)
        self.next = None
        self.alive = workers
        self.done = []

    def __rshift__(self, other):
        last = self
        while last.next:
            last = last.next
        last.next = other
        return self

    def __iter__(self):
        stage = self
        while stage:
            yield stage
            stage = stage.next

    async def _emit(self, item):
        if self.next:
            await self.next.inbox.put(item)
        elif item is not Stage.STOP:
            self.done.append(item)

    async def _worker(self, n):
        while (item := await self.inbox.get()) is not Stage.STOP:
            result = self.function(item)
            if hasattr(result, "__aiter__"):
                async for each in result:
                    await self._emit(each)
            else:
                await self._emit(await result)
        self.alive -= 1
        if self.alive:
            await self.inbox.put(Stage.STOP)
        else:
            await self._emit(Stage.STOP)

    async def run(self, source):
        async def feed():
            for item in source:
                await self.inbox.put(item)
            await self.inbox.put(Stage.STOP)
        async with asyncio.TaskGroup() as group:
            group.create_task(feed(), name="feed")
            for stage in self:
                for n in range(stage.workers):
                    group.create_task(stage._worker(n), name=f"{stage.name}-{n}")
        return list(self)[-1].done


async def double(x):
    await asyncio.sleep(0.1 * (x % 3))
    return 2 * x


async def expand(x):
    for part in divmod(x, 3):
        await asyncio.sleep(0.05)
        yield part


async def square(x):
    if x == 5:
        raise ArithmeticError("five is out")
    return x * x


async def main():
    loop = asyncio.get_running_loop()
    pipeline = Stage("double", double, workers=3) >> Stage("expand", expand, workers=2) >> Stage("square", square)
    print([stage.name for stage in pipeline])
    print(await pipeline.run(range(6)), round(loop.time(), 2))
    failing = Stage("expand", expand) >> Stage("square", square)
    try:
        await failing.run(itertools.count(13))
    except* ArithmeticError as group:
        print(group.exceptions, round(loop.time(), 2), [t.get_name() for t in asyncio.all_tasks()])
    tree = [[1, 2], [3, [4, 5]]]

    async def total(node):
        if isinstance(node, int):
            await asyncio.sleep(node / 10)
            return node
        return reduce(operator.add, await asyncio.gather(*map(total, node)), 0)
    print(await total(tree), round(loop.time(), 2))
    getter = operator.itemgetter(1, "x") if False else operator.itemgetter(0, -1)
    print(getter("abc"), operator.attrgetter("name")(pipeline), operator.methodcaller("upper")("x"), list(itertools.starmap(operator.mul, zip(range(3), range(3)))))


asyncio.run(main())
