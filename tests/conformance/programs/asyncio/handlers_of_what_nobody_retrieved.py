"""Debug mode, exception handlers and what nobody retrieved."""
import asyncio
import gc


async def fails(n):
    await asyncio.sleep(n)
    raise LookupError(f"lost {n}")


def handler(loop, context):
    print("handler:", context["message"], "|", repr(context.get("exception")), "|", sorted(context))


class Closing:
    def __del__(self):
        print("deleted")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration)
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    task = asyncio.create_task(fails(1))
    await asyncio.sleep(2)
    del task
    gc.collect()
    loop.call_soon(lambda: 1 / 0)
    loop.call_later(0.5, int, "x")
    await asyncio.sleep(1)
    future = loop.create_future()
    future.set_exception(KeyError("never looked at"))
    del future
    gc.collect()
    future = loop.create_future()
    future.add_done_callback(lambda f: f.result() / 0)
    future.set_result(1)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "my own", "extra": 1})

    def broken(loop, context):
        raise RuntimeError("handler is broken")
    loop.set_exception_handler(broken)
    loop.call_soon(lambda: [][1])
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "plain", "exception": ValueError("v"), "future": None})
    try:
        loop.set_exception_handler("x")
    except TypeError as error:
        print(error)
    holder = Closing()
    fails(3)
    waiting = asyncio.create_task(fails(100), name="left over")
    await asyncio.sleep(0)
    return "done"


print(asyncio.run(main(), debug=False))
