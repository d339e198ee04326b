import asyncio


class Greeting:
    def __init__(self, name):
        self.name = name

    def __await__(self):
        print("awaiting a greeting in", asyncio.current_task().get_name())
        yield from asyncio.sleep(1).__await__()
        return f"hello, {self.name}"


def show(run, thing):
    try:
        print(run(thing))
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", str(error).split(" at 0x")[0])


async def nested():
    coroutine = asyncio.sleep(0)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()


show(asyncio.run, Greeting("world"))
show(asyncio.run, 42)
show(asyncio.run, nested)
asyncio.run(nested())
with asyncio.Runner() as runner:
    show(runner.run, Greeting("runner"))
    show(runner.run, None)
