import asyncio
from collections import defaultdict


class EventBus:
    def __init__(self):
        self._handlers = defaultdict(list)

    def on(self, name):
        def register(handler):
            self._handlers[name].append(handler)
            return handler
        return register

    async def emit(self, name, /, **payload):
        results = []
        for handler in self._handlers.get(name, ()):
            result = handler(**payload)
            if asyncio.iscoroutine(result):
                result = await result
            results.append(result)
        return results

    def __contains__(self, name):
        return name in self._handlers

    def __len__(self):
        return sum(len(h) for h in self._handlers.values())


bus = EventBus()


@bus.on("greet")
def plain(name, **_):
    return f"hello {name}"


@bus.on("greet")
async def slow(name, *, shout=False):
    await asyncio.sleep(1)
    text = f"good day {name}"
    return text.upper() if shout else text


@bus.on("fail")
async def broken(**kwargs):
    raise RuntimeError(f"cannot handle {kwargs}")


async def main():
    print(await bus.emit("greet", name="Ann"))
    print(await bus.emit("greet", name="Bob", shout=True))
    print(await bus.emit("nothing"), "greet" in bus, "nothing" in bus, len(bus))
    try:
        await bus.emit("fail", code=7, reason="x")
    except RuntimeError as error:
        print("error:", error)
    try:
        await bus.emit("greet", nom="Cy")
    except TypeError as error:
        print(error)
    await bus.emit(name="fail")


asyncio.run(main())
