import asyncio


class Hello:
    def __init__(self):
        print("init")

    async def __aenter__(self):
        print("enter")
        await asyncio.sleep(1)
        print("entered")
        return self

    async def __aexit__(self, *args):
        print("exit")

    async def a_method(self):
        print("a_method")


async def main():
    try:
        async with asyncio.timeout(0.5):
            async with Hello() as h:
                print("context")
                await h.a_method()
    except TimeoutError:
        print("timeout")


if __name__ == "__main__":
    asyncio.run(main())
