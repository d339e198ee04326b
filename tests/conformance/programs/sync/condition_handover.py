import asyncio


class Gate:
    def __init__(self):
        self.condition = asyncio.Condition()
        self.open = False
        self.passed = []

    async def enter(self, name):
        async with self.condition:
            print(name, "at the gate")
            await self.condition.wait_for(lambda: self.open)
            self.passed.append(name)
        return name

    async def set(self, value):
        async with self.condition:
            self.open = value
            self.condition.notify_all()


async def main():
    gate = Gate()
    tasks = [asyncio.create_task(gate.enter(n)) for n in ("a", "b", "c")]
    await asyncio.sleep(1)
    tasks[0].cancel()
    await gate.set(True)
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(gate.passed, gate.condition.locked())
    try:
        async with asyncio.timeout(1):
            await gate.set(False)
            await gate.enter("late")
    except TimeoutError:
        print("late gave up", gate.condition.locked())
    async with gate.condition:
        print("notify without waiters", gate.condition.notify(3))


asyncio.run(main())
