import asyncio


class Hello:
    def __init__(self):
        print("init")
        # We cannot await anything in here

    async def a_method(self):
        print("a_method")
        # We can await in here
        await asyncio.sleep(1)
        print("a_method done")


async def greet():
    h = Hello()
    await h.a_method()


async def main():
    await asyncio.gather(greet(), greet())


if __name__ == "__main__":
    asyncio.run(main())
