import asyncio


class Turn:
    """Gives way to the event loop a number of times."""

    def __init__(self, times):
        self.times = times

    def __await__(self):
        for i in range(self.times):
            print("yield", i)
            yield
        return self.times


async def other():
    for i in range(3):
        print("other", i)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(other())
    turns = await Turn(4)
    print("turns", turns)
    await task


asyncio.run(main())
