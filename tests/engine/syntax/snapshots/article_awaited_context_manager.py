import asyncio


class Hello:
    def __init__(self):
        print("init")

    def __await__(self):
        async def closure():
            print("await")
            return self

        return closure().__await__()

    async def __aenter__(self):
        print("enter")
        await self
        return self

    async def __aexit__(self, *args):
        print("exit")

    async def a_method(self):
        print("a_method")


async def main():
    async with Hello() as h:
        print("context")
        await h.a_method()


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    loop.run_until_complete(main())
