import asyncio


class Iterator:
    def __init__(self, value):
        self.value = value

    def __iter__(self):
        return self

    def __next__(self):
        print("next")
        raise StopIteration(self.value)


class Hello:
    def __await__(self):
        return Iterator("from an iterator")


class NoIterator:
    def __await__(self):
        return [1, 2, 3]


async def main():
    print(await Hello())
    try:
        await NoIterator()
    except TypeError as error:
        print(error)
    try:
        await None
    except TypeError as error:
        print(error)
    try:
        await main
    except TypeError as error:
        print(error)


if __name__ == "__main__":
    asyncio.run(main())
