import asyncio
from enum import Enum, auto


class State(Enum):
    IDLE = auto()
    CONNECTING = auto()
    CONNECTED = auto()
    FAILED = auto()


class Connection:
    transitions = {
        State.IDLE: {State.CONNECTING},
        State.CONNECTING: {State.CONNECTED, State.FAILED},
        State.CONNECTED: {State.IDLE},
        State.FAILED: {State.IDLE},
    }

    def __init__(self):
        self._state = State.IDLE
        self.log = []

    @property
    def state(self):
        return self._state

    @state.setter
    def state(self, new):
        if new not in self.transitions[self._state]:
            raise RuntimeError(f"{self._state.name} -> {new.name} is not possible")
        self.log.append((self._state, new))
        self._state = new

    async def connect(self, ok=True):
        self.state = State.CONNECTING
        await asyncio.sleep(0.2)
        self.state = State.CONNECTED if ok else State.FAILED


async def main():
    c = Connection()
    await c.connect()
    print(c.state, c.state.name, c.state.value, repr(c.state))
    try:
        await c.connect()
    except RuntimeError as error:
        print(error)
    c.state = State.IDLE
    await c.connect(ok=False)
    match c.state:
        case State.CONNECTED:
            print("up")
        case State.FAILED | State.IDLE:
            print("down")
    for old, new in c.log:
        print(f"{old.name:>10} -> {new.name}")
    print(State.IDLE is State["IDLE"], State(3), list(State), len(State), State.IDLE in c.transitions)


asyncio.run(main())
