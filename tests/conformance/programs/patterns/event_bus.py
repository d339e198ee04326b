import asyncio
from collections import defaultdict


class EventBus:
    def __init__(self):
        self._handlers = defaultdict(list)

    def on(self, topic):
        def register(handler):
            self._handlers[topic].append(handler)
            return handler
        return register

    async def emit(self, topic, **payload):
        calls = [handler(**payload) for handler in self._handlers[topic]]
        for outcome in await asyncio.gather(*calls, return_exceptions=True):
            if isinstance(outcome, Exception):
                print(f"handler of {topic} failed: {outcome!r}")
        return len(calls)


bus = EventBus()


@bus.on("order")
async def charge(order, **_):
    await asyncio.sleep(0.2)
    print("charged", order)


@bus.on("order")
async def notify(order, user):
    await asyncio.sleep(0.1)
    print("notified", user)


@bus.on("order")
async def audit(**payload):
    raise PermissionError(payload["order"])


async def main():
    print(await bus.emit("order", order=17, user="ada"))
    print(await bus.emit("unknown"))


asyncio.run(main())
