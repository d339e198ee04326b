import asyncio
import functools


def login(user, password="secret"):
    raise PermissionError(user)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.call_later(5, login, "ada", "1234"))
    print(loop.call_soon(functools.partial(print, "hello"), 1))
    print(loop.call_soon_threadsafe(print, "from another thread"))
    loop.call_soon(login, "eve", "pa55")
    future = loop.create_future()
    future.add_done_callback(functools.partial(login, "bob"))
    print(future)
    future.set_result(None)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())
