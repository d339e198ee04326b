import asyncio


class Hello:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        async def closure():
            print("await", self.name)
            return self.name

        return closure().__await__()


class Both:
    def __init__(self, first, second):
        self.first = first
        self.second = second

    def __await__(self):
        a = yield from self.first.__await__()
        b = yield from self.second.__await__()
        return a + " and " + b


async def main():
    pair = Both(Hello("one"), Hello("two"))
    print(await pair)
    print(await Both(pair, Hello("three")))


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    loop.run_until_complete(main())
