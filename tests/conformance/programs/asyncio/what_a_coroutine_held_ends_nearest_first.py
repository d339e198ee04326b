import asyncio


class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


async def inner():
    listed = [A(1), A(2)]
    one, two = A(5), A(6)
    raise KeyboardInterrupt


async def main():
    listed = [A(10), A(11)]
    one, two = A(12), A(13)
    await inner()


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
