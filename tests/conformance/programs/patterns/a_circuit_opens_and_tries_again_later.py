import asyncio
from enum import Enum, auto, IntEnum, Flag


class State(Enum):
    CLOSED = auto()
    OPEN = auto()
    HALF_OPEN = auto()

    def __str__(self):
        return self.name.lower().replace("_", "-")

    @property
    def allows(self):
        return self is not State.OPEN


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Perm(Flag):
    R = 4
    W = 2
    X = 1


class CircuitOpen(Exception):
    ...


class Breaker:
    def __init__(self, *, threshold=2, cooldown=5.0):
        self.threshold, self.cooldown = threshold, cooldown
        self.state = State.CLOSED
        self.failures = 0
        self._timer = None
        self.history = [self.state]

    def _to(self, state):
        print(f"  {self.state} -> {state}")
        self.state = state
        self.history.append(state)

    async def __call__(self, function, *args):
        if not self.state.allows:
            raise CircuitOpen(f"circuit is {self.state}")
        try:
            result = await function(*args)
        except Exception as error:
            self.failures += 1
            error.add_note(f"failure number {self.failures}")
            if self.failures >= self.threshold or self.state is State.HALF_OPEN:
                self._to(State.OPEN)
                loop = asyncio.get_running_loop()
                self._timer = loop.call_later(self.cooldown, self._to, State.HALF_OPEN)
            raise
        else:
            self.failures = 0
            if self.state is State.HALF_OPEN:
                self._to(State.CLOSED)
            return result


async def service(n):
    await asyncio.sleep(0.5)
    if n in (2, 3, 8):
        raise OSError(n, "service failed")
    return n * n


async def main():
    breaker = Breaker()
    for n in range(1, 12):
        try:
            print(n, await breaker(service, n))
        except CircuitOpen as error:
            print(n, "refused:", error)
            await asyncio.sleep(1)
        except OSError as error:
            print(n, type(error).__name__, error, error.errno, error.strerror, error.__notes__)
    print([str(s) for s in breaker.history])
    print(breaker.history)
    print(breaker._timer)
    print(State(2), State["OPEN"], list(State), State.OPEN.value, repr(State.CLOSED))
    print(Level.HIGH > Level.LOW, Level(10), f"{Level.LOW}", Perm.R | Perm.W, Perm(0), Perm.R in Perm(6), ~Perm.X)
    try:
        State(99)
    except ValueError as error:
        print(error)
    try:
        State.NOPE
    except AttributeError as error:
        print(error)


asyncio.run(main())
