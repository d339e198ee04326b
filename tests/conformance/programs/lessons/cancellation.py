import asyncio


class Hello:
    def __init__(self):
        print("init")

    async def __aenter__(self):
        print("enter")
        return self

    async def __aexit__(self, *args):
        print("exit")
        await asyncio.sleep(1)
        print("exited")

    async def a_method(self):
        print("a_method")
        await asyncio.sleep(1)
        print("a_method done")


async def greet():
    async with Hello() as h:
        print("context")
        await h.a_method()


async def main():
    task = asyncio.create_task(greet())
    await asyncio.sleep(0.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")


if __name__ == "__main__":
    asyncio.run(main())
