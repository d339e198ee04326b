import asyncio
import itertools
import sys
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, KW_ONLY, InitVar
from typing import ClassVar


@dataclass(frozen=True, order=True, slots=True)
class Point:
    x: int
    y: int = 0

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


@dataclass
class Job:
    name: str
    deps: list[str] = field(default_factory=list)
    _: KW_ONLY
    cost: float = 1.0
    seed: InitVar[int] = 0
    done: bool = field(init=False, default=False, repr=False)
    total: ClassVar[int] = 0

    def __post_init__(self, seed):
        type(self).total += 1
        self.token = f"{self.name}-{seed}"
        if self.cost < 0:
            raise ValueError(f"negative cost in {self!r}")


@dataclass(eq=False)
class Special(Job):
    extra: dict = field(default_factory=dict, kw_only=True, metadata={"doc": "more"})


async def run(jobs):
    finished = {}
    events = {job.name: asyncio.Event() for job in jobs}

    async def one(job):
        for dep in job.deps:
            await events[dep].wait()
        await asyncio.sleep(job.cost)
        job.done = True
        finished[job.name] = asyncio.get_running_loop().time()
        events[job.name].set()
    async with asyncio.TaskGroup() as group:
        for job in jobs:
            group.create_task(one(job), name=job.name)
    return finished


async def main():
    jobs = [Job("build", ["fetch"], cost=2), Job("fetch"), Special("test", ["build", "lint"], extra={"k": 1}), Job("lint", cost=0.5, seed=9)]
    print(await run(jobs))
    print(jobs[0], jobs[2], jobs[3].token, Job.total, sep="\n")
    print(asdict(jobs[2]), astuple(jobs[1]), [f.name for f in fields(Special)], fields(Special)[-1].metadata["doc"])
    print(replace(jobs[1], name="again", seed=3), Job("a") == Job("a"), Special("a") == Special("a"))
    p = Point(1, 2)
    print(p, p + Point(5), Point(1) < p, hash(p) == hash(Point(1, 2)), {p: 1}[Point(1, 2)], max(Point(0, 9), p))
    for action in (lambda: setattr(p, "x", 5), lambda: Job(), lambda: Job("a", [], 5), lambda: Job("n", cost=-1), lambda: Point(1, 2, 3), lambda: p.z):
        try:
            action()
        except (FrozenInstanceError, TypeError, ValueError, AttributeError) as error:
            print(type(error).__name__, error)
    match jobs[2]:
        case Special(name=n, deps=[first, *rest], extra={"k": k}) if k:
            print("matched", n, first, rest, k)
    match p:
        case Point(0, y):
            print("on axis", y)
        case Point(x, y) if x == y:
            print("diagonal")
        case Point() as q:
            print("other", q)
    try:
        @dataclass
        class Bad:
            a: int = 0
            b: str
    except TypeError as error:
        print(error)
    try:
        @dataclass
        class Worse:
            a: list = []
    except ValueError as error:
        print(error)
    print(Point.__slots__, Point.__match_args__, Special.__init__.__qualname__)
    print(list(itertools.islice(itertools.accumulate(itertools.count(1), lambda a, b: a * b), 6)))
    print([(k, list(g)) for k, g in itertools.groupby("aabbbc")], list(itertools.pairwise("abcd")), list(itertools.zip_longest("ab", "c", fillvalue="-")))
    print(list(itertools.product("ab", repeat=2))[:3], list(itertools.combinations(range(4), 2))[-2:], list(itertools.chain.from_iterable([[1], [2, 3]])), list(itertools.takewhile(lambda v: v < 3, [1, 2, 3, 1])))
    a, b = itertools.tee(iter([1, 2, 3]))
    print(next(a), list(b), list(a), list(itertools.starmap(pow, [(2, 3), (3, 2)])), list(itertools.compress("abc", [1, 0, 1])))


asyncio.run(main())
