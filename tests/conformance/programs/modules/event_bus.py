import asyncio
import inspect
import weakref
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Awaitable, Callable


@dataclass(frozen=True)
class Event:
    topic: str
    data: Any = None
    meta: dict = field(default_factory=dict, compare=False)


Handler = Callable[[Event], Awaitable[None] | None]


class Bus:
    def __init__(self):
        self._handlers: defaultdict[str, list[Handler]] = defaultdict(list)
        self._tasks: set[asyncio.Task] = set()

    def on(self, *topics):
        def decorate(handler):
            for topic in topics:
                self._handlers[topic].append(handler)
            return handler
        return decorate

    def emit(self, topic, data=None, **meta):
        event = Event(topic, data, meta)
        for handler in self._handlers[topic] + self._handlers["*"]:
            result = handler(event)
            if inspect.isawaitable(result):
                task = asyncio.ensure_future(result)
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def drain(self):
        while self._tasks:
            await asyncio.wait(self._tasks)


bus = Bus()


@bus.on("greet", "part")
async def slow(event):
    await asyncio.sleep(0.2)
    print("slow", event.topic, event.data)


@bus.on("greet")
def fast(event):
    print("fast", event)


@bus.on("*")
async def audit(event):
    print("audit", event.topic, event.meta)


async def main():
    bus.emit("greet", "world", user=1)
    bus.emit("part", {"x": 1})
    bus.emit("unknown")
    await bus.drain()
    print(len(bus._tasks), sorted(bus._handlers))
    print(Event("a", 1) == Event("a", 1, {"m": 2}), hash(Event("a", 1)) == hash(Event("a", 1)))


asyncio.run(main())
