import asyncio


class ReturnsItself:
    def __await__(self):
        print("__await__ runs")
        return self


class ReturnsList:
    def __await__(self):
        return [1, 2, 3]


class ReturnsNothing:
    def __await__(self):
        asyncio.sleep(0)


async def main():
    for kind in (ReturnsItself, ReturnsList, ReturnsNothing):
        try:
            await kind()
        except TypeError as error:
            print(kind.__name__, error)
    await ReturnsItself()


if __name__ == "__main__":
    asyncio.run(main())
