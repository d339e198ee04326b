import asyncio
import itertools
import math
import sys
import time
from dataclasses import dataclass, field, replace
from typing import Optional


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    tags: list[str] = field(default_factory=list, compare=False)
    owner: Optional[str] = None

    async def run(self):
        await asyncio.sleep(self.priority)
        return self.name


@dataclass(frozen=True)
class Point:
    x: float
    y: float = 0.0

    @property
    def length(self):
        return math.hypot(self.x, self.y)


async def main():
    start = time.monotonic()
    jobs = sorted([Job(2, "b"), Job(1, "a", ["x"]), Job(3, "c")])
    print(jobs[0], jobs[0] == Job(1, "other", owner=None))
    print(await asyncio.gather(*(job.run() for job in jobs)))
    print(round(time.monotonic() - start, 3))
    time.sleep(2)
    print(round(time.perf_counter() - start, 3))
    p = Point(3.0, 4.0)
    print(p, p.length, replace(p, y=0.0), {p: "found"}[Point(3.0, 4.0)])
    try:
        p.x = 1
    except AttributeError as error:
        print(type(error).__name__, error)
    try:
        Job()
    except TypeError as error:
        print(error)
    print(list(itertools.islice(itertools.count(10, 5), 3)), list(itertools.chain("ab", [1])))
    print([(k, list(g)) for k, g in itertools.groupby([1, 1, 2, 3, 3])])
    print(list(itertools.pairwise("abcd")), list(itertools.combinations("abc", 2)))
    print(list(itertools.accumulate([1, 2, 3])), list(itertools.zip_longest("ab", "c", fillvalue="-")))
    print(math.sqrt(2), math.floor(-1.5), math.gcd(12, 18), math.factorial(20), math.isclose(0.1 + 0.2, 0.3))
    try:
        1 / 0
    except ZeroDivisionError:
        print(sys.exc_info()[0].__name__, sys.exc_info()[1])
    print("to stderr", file=sys.stderr)
    sys.exit(3)


asyncio.run(main())
