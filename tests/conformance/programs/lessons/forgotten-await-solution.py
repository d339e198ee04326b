import asyncio


class Hello:
    def __init__(self):
        print("init")
        # We cannot await anything in here

    async def a_method(self):
        print("a_method")
        # We can await in here


async def main():
    h = Hello()
    await h.a_method()


if __name__ == "__main__":
    asyncio.run(main())
