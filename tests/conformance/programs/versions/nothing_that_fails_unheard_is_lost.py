import asyncio


async def background():
    await asyncio.sleep(0.1)
    raise ValueError("nobody awaits me")


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("agen closed")


def on_error(loop, context):
    print("handler:", context["message"], repr(context.get("exception")))


class Leaky:
    def __del__(self):
        raise RuntimeError("in __del__")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(background())
    await asyncio.sleep(0.2)
    del task
    loop.set_exception_handler(on_error)
    task = asyncio.create_task(background())
    await asyncio.sleep(0.2)
    del task
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_later(0.1, int, "x")
    await asyncio.sleep(0.2)
    Leaky()
    async for x in agen():
        print(x)
        break
    asyncio.create_task(asyncio.sleep(100), name="left over")
    raise KeyError("the end")


try:
    asyncio.run(main(), debug=False)
finally:
    print("after run")
