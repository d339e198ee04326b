import asyncio
from enum import Enum, auto


class Light(Enum):
    RED = 3
    GREEN = 2
    YELLOW = 1

    @property
    def next(self):
        order = list(type(self))
        return order[(order.index(self) + 1) % len(order)]


class State(Enum):
    IDLE = auto()
    CONNECTING = auto()
    CONNECTED = auto()
    FAILED = auto()


TRANSITIONS = {
    State.IDLE: {State.CONNECTING},
    State.CONNECTING: {State.CONNECTED, State.FAILED},
    State.CONNECTED: {State.IDLE},
    State.FAILED: {State.CONNECTING},
}


class InvalidTransition(Exception):
    def __init__(self, old, new):
        super().__init__(f"{old.name} -> {new.name}")
        self.old, self.new = old, new


class Connection:
    def __init__(self):
        self.state = State.IDLE
        self.history = []

    def move(self, new):
        if new not in TRANSITIONS[self.state]:
            raise InvalidTransition(self.state, new)
        self.history.append((self.state, new))
        self.state = new

    async def connect(self, fails=0):
        for attempt in range(fails + 1):
            self.move(State.CONNECTING)
            await asyncio.sleep(0.1)
            if attempt < fails:
                self.move(State.FAILED)
            else:
                self.move(State.CONNECTED)


async def cycle(light, times):
    for _ in range(times):
        print(f"{light.name:<7}{light.value}s")
        await asyncio.sleep(light.value)
        light = light.next


async def main():
    await cycle(Light.RED, 4)
    connection = Connection()
    await connection.connect(fails=1)
    print(connection.state, [f"{a.name}>{b.name}" for a, b in connection.history])
    try:
        connection.move(State.FAILED)
    except InvalidTransition as error:
        print("invalid:", error, error.old is State.CONNECTED)
    match connection.state:
        case State.CONNECTED | State.IDLE:
            print("fine")
        case _:
            print("not fine")
    Connection().move(State.CONNECTED)


asyncio.run(main())
