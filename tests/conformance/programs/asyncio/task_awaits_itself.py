import asyncio


class Weird:
    def __await__(self):
        yield "not a future"


class Twice:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        yield self.future


async def attempt(awaitable):
    try:
        await awaitable
    except RuntimeError as error:
        print(str(error).split(" <")[0].split(" got Future")[0])


async def selfish():
    await asyncio.current_task()


async def main():
    await attempt(Weird())
    await attempt(Twice(asyncio.get_running_loop().create_future()))
    try:
        await asyncio.create_task(selfish(), name="selfish")
    except RuntimeError as error:
        print(error)
    coroutine = asyncio.sleep(0)
    await coroutine
    try:
        await coroutine
    except RuntimeError as error:
        print(error)


asyncio.run(main())
