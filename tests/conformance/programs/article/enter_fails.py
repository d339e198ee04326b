import asyncio


class Resource:
    def __init__(self, name, fails=False):
        self.name = name
        self.fails = fails

    async def __aenter__(self):
        print("enter", self.name)
        if self.fails:
            raise ValueError(f"{self.name} is not there")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("exit", self.name, exc_type is None, exc)


async def main():
    async with Resource("a") as a, Resource("b") as b:
        print(a.name, b.name)
    async with Resource("c"), Resource("d", fails=True) as d:
        print("not here", d)


if __name__ == "__main__":
    asyncio.run(main())
