import asyncio
import collections
import dataclasses
import enum
import pickle


class Colour(enum.Enum):
    RED = 1


@dataclasses.dataclass
class Point:
    x: int
    y: float = 0.5


class Slotted:
    __slots__ = ("a", "b")


class Session:
    def __init__(self, user):
        self.user, self.socket = user, "open"

    def __getstate__(self):
        return {"user": self.user}

    def __setstate__(self, state):
        self.user, self.socket = state["user"], "reconnected"


class Names(list):
    pass


Pair = collections.namedtuple("Pair", "left right")


def wrong(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


plain = [None, True, 0, 255, 256, 65536, -1, 2 ** 31, -2 ** 40, 2 ** 2000, 1.5, -0.0, 1e-320, float("inf"), "text", "é" * 300,
         b"bytes", b"x" * 300, (), (1,), (1, 2, 3), (1, 2, 3, 4), [], [1], {}, {"a": 1}, {1: 2, 3: 4}, set(), {5}, frozenset([6])]
for value in plain:
    data = pickle.dumps(value, 4)
    back = pickle.loads(data)
    print(back == value, type(back) is type(value), len(data), data if len(data) < 40 else "")
shared = [1]
both = pickle.loads(pickle.dumps([shared, shared]))
print(both, both[0] is both[1])
loop = []
loop.append(loop)
back = pickle.loads(pickle.dumps(loop))
print(back[0] is back)
slotted = Slotted()
slotted.a = 3
made = [Point(1), Colour.RED, Pair(1, "x"), Names("ab"), collections.OrderedDict(a=1), ValueError("no", 3), Point, len]
for value in made:
    print(pickle.loads(pickle.dumps(value)))
print(pickle.loads(pickle.dumps(slotted)).a, pickle.loads(pickle.dumps(Session("me"))).socket)
print(pickle.loads(pickle.dumps(collections.deque([1, 2], 5))), pickle.loads(pickle.dumps(collections.Counter("aab"))))


async def main():
    await asyncio.sleep(0)


coroutine = main()
wrong(lambda: pickle.dumps(coroutine))
coroutine.close()
wrong(lambda: pickle.loads(b""))
wrong(lambda: pickle.loads(b"\x80\x04K"))
wrong(lambda: pickle.loads("text"))
wrong(lambda: pickle.dumps(1, 9))
