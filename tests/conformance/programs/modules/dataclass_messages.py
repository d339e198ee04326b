import asyncio
from dataclasses import FrozenInstanceError, KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, replace
from typing import ClassVar


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    tags: list[str] = field(default_factory=list, compare=False, repr=False)
    created: ClassVar[int] = 0
    run_count: int = field(default=0, init=False, compare=False)

    def __post_init__(self):
        Job.created += 1


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def moved(self, dx):
        return replace(self, x=self.x + dx)


@dataclass
class Config:
    host: str
    _: KW_ONLY
    port: int = 80
    debug: bool = False


@dataclass
class Derived(Config):
    extra: InitVar[int] = 3
    total: int = field(init=False)

    def __post_init__(self, extra):
        self.total = self.port + extra


@dataclass(slots=True)
class Slotted:
    a: int
    b: str = "b"

    def both(self):
        return f"{self.a}{self.b}"


async def worker(queue):
    while not queue.empty():
        job = await queue.get()
        job.run_count += 1
        await asyncio.sleep(0.1)
        print(job, job.tags)


async def main():
    queue = asyncio.PriorityQueue()
    for priority, name in ((3, "c"), (1, "a"), (2, "b")):
        queue.put_nowait(Job(priority, name, ["t" + name]))
    await asyncio.gather(worker(queue), worker(queue))
    print(Job.created, Job(1, "z") == Job(1, "y"), Job(1, "z") < Job(2, "a"))


asyncio.run(main())
point = Point(1)
print(point, point.moved(4), hash(point) == hash(Point(1)), {point: 1}[Point(1, 0)])
try:
    point.x = 5
except FrozenInstanceError as error:
    print(type(error).__name__, error)
try:
    del point.x
except FrozenInstanceError as error:
    print(error)
print(Config("h", port=1), Derived("d", port=7), Derived("d", extra=10).total)
for bad in (lambda: Config("h", 1), lambda: Config(), lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(z=1),
            lambda: Job(1, "x") < 3, lambda: replace(Job(1, "x"), run_count=2)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(asdict(Job(1, "n", ["x"])), astuple(point), [f.name for f in fields(Job)])
slotted = Slotted(1)
print(slotted, slotted.both(), Slotted.__slots__, hasattr(slotted, "__dict__"))
try:
    slotted.c = 1
except AttributeError as error:
    print(error)
match point:
    case Point(1, y):
        print("matched", y)
try:
    @dataclass
    class Bad:
        items: list = []
except ValueError as error:
    print(error)
try:
    @dataclass
    class Bad2:
        a: int = 1
        b: str
except TypeError as error:
    print(error)


@dataclass
class Node:
    value: int
    next: "Node | None" = None


node = Node(1, Node(2))
print(node, asdict(node), node == Node(1, Node(2)))
node.next.next = node
print(node)


@dataclass(eq=False)
class Identity:
    x: int


print(Identity(1) == Identity(1), Identity.__hash__ is object.__hash__, Slotted.__hash__)


@dataclass(unsafe_hash=True, repr=False)
class Hashed:
    a: int
    b: int = field(hash=False, default=1)


print(hash(Hashed(1)) == hash(Hashed(1, 2)), "Hashed object" in repr(Hashed(1)))
print(Point.__match_args__, Point.__init__.__qualname__, Point.__doc__ is not None)
