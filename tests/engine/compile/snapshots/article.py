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
        print("aenter")
        return self

    async def __aexit__(self, *args):
        print("aexit")


async def main():
    async with await Hello() as h:
        print("in main")


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
