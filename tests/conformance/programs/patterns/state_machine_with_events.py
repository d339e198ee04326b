import asyncio
import enum


class Light(enum.Enum):
    RED = 3
    GREEN = 2
    YELLOW = 1

    def next(self):
        order = list(Light)
        return order[(order.index(self) + 1) % len(order)]


class Crossing:
    def __init__(self):
        self.light = Light.RED
        self.changed = asyncio.Condition()

    async def run(self, changes):
        for _ in range(changes):
            await asyncio.sleep(self.light.value)
            async with self.changed:
                self.light = self.light.next()
                print(self.light.name, "at", asyncio.get_running_loop().time())
                self.changed.notify_all()

    async def wait_until(self, light):
        async with self.changed:
            await self.changed.wait_for(lambda: self.light is light)


async def car(crossing, name, arrives):
    await asyncio.sleep(arrives)
    await crossing.wait_until(Light.GREEN)
    print(name, "crosses")


async def main():
    crossing = Crossing()
    await asyncio.gather(crossing.run(5), car(crossing, "red car", 1), car(crossing, "blue car", 4), car(crossing, "van", 7))


asyncio.run(main())
