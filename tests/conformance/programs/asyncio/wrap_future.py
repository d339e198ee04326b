import asyncio


def blocking(n):
    return n * 2


async def gives(value):
    return value


async def main():
    wrapped = asyncio.wrap_future(asyncio.get_running_loop().create_future())
    print(wrapped.done(), asyncio.isfuture(wrapped))
    task = asyncio.ensure_future(gives(3))
    task.add_done_callback(lambda done: print("done", done.result()))
    print(await task)


asyncio.run(main())
