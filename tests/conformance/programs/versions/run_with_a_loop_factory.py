import asyncio


def make_loop():
    print("making a loop")
    return asyncio.new_event_loop()


async def main():
    return type(asyncio.get_running_loop()).__name__


try:
    print(asyncio.run(main(), loop_factory=make_loop))
except TypeError as error:
    print(error)
with asyncio.Runner(loop_factory=make_loop) as runner:
    print(runner.run(main()))
print(hasattr(asyncio, "EventLoop"))
