import asyncio


class YieldsNumber:
    def __await__(self):
        yield 42


class YieldsFutureByHand:
    def __await__(self):
        yield asyncio.get_running_loop().create_future()


class YieldsNothing:
    def __await__(self):
        yield
        return "one turn later"


async def main():
    print(await YieldsNothing())
    for kind in (YieldsNumber, YieldsFutureByHand):
        task = asyncio.create_task(run(kind), name=kind.__name__)
        try:
            await task
        except RuntimeError as error:
            print(error)
    await YieldsNumber()


async def run(kind):
    await kind()


if __name__ == "__main__":
    asyncio.run(main())
