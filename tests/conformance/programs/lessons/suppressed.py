import asyncio


class Hello:
    def __init__(self):
        print("init")

    async def __aenter__(self):
        print("enter")
        return self

    async def __aexit__(self, *args):
        print("exit")
        return True

    async def a_method(self):
        print("a_method")
        raise ValueError("a_method failed")


async def main():
    async with Hello() as h:
        print("context")
        await h.a_method()


if __name__ == "__main__":
    asyncio.run(main())
