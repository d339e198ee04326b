import asyncio
from enum import Flag, IntEnum, IntFlag, StrEnum, auto


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()
    ALL = READ | WRITE | EXECUTE


class Priority(IntEnum):
    LOW = 10
    NORMAL = 20
    HIGH = 30


class Topic(StrEnum):
    ORDERS = auto()
    USERS = auto()
    AUDIT = "audit-log"


class Mode(IntFlag):
    R = 4
    W = 2
    X = 1


class Resource:
    def __init__(self, name, allowed):
        self.name, self.allowed = name, allowed

    async def use(self, wanted):
        await asyncio.sleep(0)
        missing = wanted & ~self.allowed
        if missing:
            raise PermissionError(f"{self.name}: missing {missing}")
        return f"{self.name}: {wanted} granted"


async def main():
    resource = Resource("disk", Permission.READ | Permission.WRITE)
    for wanted in (Permission.READ, Permission.WRITE | Permission.READ, Permission.ALL, Permission.EXECUTE):
        try:
            print(await resource.use(wanted))
        except PermissionError as error:
            print("denied", error)
    print(list(Permission.ALL), Permission.WRITE in Permission.ALL, bool(Permission(0)), Permission(3).name)
    queue = asyncio.PriorityQueue()
    for priority, name in ((Priority.LOW, "sweep"), (Priority.HIGH, "alarm"), (Priority.NORMAL, "mail")):
        queue.put_nowait((priority, name))
    while not queue.empty():
        priority, name = queue.get_nowait()
        print(f"{priority.name:<8}{priority:>4} {name}", priority > 15, repr(priority))
    print([f"{t}" for t in Topic], Topic.USERS == "users", Topic("audit-log").name, Topic.ORDERS.upper(), {"users": 1}[Topic.USERS])
    print(Mode.R | Mode.W, repr(Mode.R | Mode.X), Mode(7), Mode.R + 1, Mode(0), repr(Mode(0)), Mode.R in Mode(6))
    print(Permission.READ | Permission.EXECUTE, ~Permission.READ, Permission.ALL ^ Permission.WRITE, len(Permission))
    try:
        Topic("nothing")
    except ValueError as error:
        print(error)
    try:
        Permission.READ | 1
    except TypeError as error:
        print(error)
    print(max(Priority), sorted(Priority, reverse=True)[0].name, Priority(20), Priority["LOW"] + 5, sum(Priority))
    print(Priority.LOW.__class__.__name__, isinstance(Priority.LOW, int), Priority.__members__.keys())


asyncio.run(main())
