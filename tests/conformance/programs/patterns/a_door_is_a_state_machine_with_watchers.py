import asyncio


class StateMachine:
    transitions = {}

    def __init_subclass__(cls):
        cls.transitions = {}
        for name, value in vars(cls).items():
            for source, target in getattr(value, "_edges", ()):
                cls.transitions[source, name] = target

    def __init__(self):
        self.state = self.initial
        self.changed = asyncio.Condition()

    async def fire(self, event, *args):
        try:
            target = self.transitions[self.state, event]
        except KeyError:
            raise RuntimeError(f"{event!r} impossible in {self.state!r}") from None
        async with self.changed:
            result = await getattr(self, event)(*args)
            self.state = target if result is None else result
            self.changed.notify_all()

    async def wait_for(self, *states):
        async with self.changed:
            await self.changed.wait_for(lambda: self.state in states)
            return self.state


def edge(source, target):
    def decorate(function):
        function.__dict__.setdefault("_edges", []).append((source, target))
        return function
    return decorate


class Door(StateMachine):
    initial = "closed"

    @edge("closed", "open")
    async def open(self):
        await asyncio.sleep(1)

    @edge("open", "closed")
    async def close(self):
        await asyncio.sleep(0.5)

    @edge("closed", "locked")
    @edge("locked", "closed")
    async def toggle(self, code):
        await asyncio.sleep(0.1)
        if code != 42:
            return "alarm"


async def watcher(door, name, *states):
    print(name, "sees", await door.wait_for(*states), asyncio.get_running_loop().time())


async def main():
    door = Door()
    print(Door.transitions)
    async with asyncio.TaskGroup() as group:
        group.create_task(watcher(door, "w1", "open"))
        group.create_task(watcher(door, "w2", "locked", "alarm"))
        group.create_task(watcher(door, "w3", "closed"))
        for event, *args in (["open"], ["toggle", 1], ["close"], ["toggle", 42], ["toggle", 42], ["toggle", 13]):
            try:
                await door.fire(event, *args)
            except RuntimeError as error:
                print("error:", error, error.__cause__, error.__suppress_context__)
            print(event, args, "->", door.state)
    condition = asyncio.Condition()
    for method in (condition.notify, condition.notify_all, condition.release):
        try:
            method()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(1):
            async with condition:
                await condition.wait()
    except TimeoutError:
        print("timed out", condition.locked())


asyncio.run(main())
