import asyncio
from collections import defaultdict, deque, OrderedDict, Counter, ChainMap, namedtuple
from typing import Awaitable, Callable, Any, NamedTuple, Protocol, Generic, TypeVar, Optional

T = TypeVar("T")
Handler = Callable[..., Awaitable[Any]]


class Message(NamedTuple):
    topic: str
    body: Any = None
    priority: int = 0


class Bus(Generic[T]):
    def __init__(self) -> None:
        self.handlers: defaultdict[str, list[Handler]] = defaultdict(list)
        self.dead: deque[Message] = deque(maxlen=2)
        self.seen: Counter[str] = Counter()

    def on(self, topic: str):
        def register(handler: Handler) -> Handler:
            self.handlers[topic].append(handler)
            return handler
        return register

    async def publish(self, message: Message) -> int:
        self.seen[message.topic] += 1
        parts = message.topic.split(".")
        keys = [".".join(parts[:n]) for n in range(len(parts), 0, -1)] + ["*"]
        found = [h for key in keys if key in self.handlers for h in self.handlers[key]]
        if not found:
            self.dead.append(message)
            return 0
        results = await asyncio.gather(*(h(message) for h in found), return_exceptions=True)
        for handler, result in zip(found, results, strict=True):
            if isinstance(result, BaseException):
                print(f"{handler.__name__} failed on {message}: {result!r}")
        return len(found)


bus: Bus[int] = Bus()


@bus.on("order")
@bus.on("order.created")
async def audit(message):
    await asyncio.sleep(0.1)
    print("audit", message.topic, message.body)


@bus.on("order.created")
async def bill(message):
    if not isinstance(message.body, dict):
        raise TypeError(f"cannot bill {message.body!r}")
    print("bill", message.body["id"])


async def main():
    print(await bus.publish(Message("order.created", {"id": 7})))
    print(await bus.publish(Message("order.created", 42)))
    print(await bus.publish(Message("order.deleted.hard")))
    for n in range(3):
        print(await bus.publish(Message(f"unknown{n}", priority=n)))
    print(bus.dead, bus.seen.most_common(2), dict(bus.handlers).keys())
    m = Message("a")
    print(m, m._replace(body=1), m._asdict(), Message._fields, Message._field_defaults, m == ("a", None, 0))
    o = OrderedDict(a=1, b=2)
    o.move_to_end("a")
    print(o, o.popitem(last=False), ChainMap({"x": 1}, {"x": 2, "y": 3})["y"])
    P = namedtuple("P", "x y", defaults=[0])
    print(P(1), P._make([3, 4]), Bus.__orig_bases__, Bus[int], Optional[int], T)
    c = Counter("mississippi")
    c.subtract("miss")
    print(c, +c, c.total(), sorted(c.elements()), c & Counter("ip"), c["zzz"])
    d = deque(range(5), 3)
    d.rotate(1)
    d.extendleft("ab")
    print(d, d.maxlen, d.index(4) if 4 in d else None, list(reversed(d)))


asyncio.run(main())
