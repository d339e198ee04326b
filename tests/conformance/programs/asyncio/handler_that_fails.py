import asyncio


async def fails():
    raise RuntimeError("nobody looks")


def bad_handler(loop, context):
    print("context:", context["message"])
    raise TypeError("handler is broken too")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(bad_handler)
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    print("after")


asyncio.run(main())
