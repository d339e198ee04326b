import asyncio
import sys


async def inner(n):
    await asyncio.sleep(n)
    print("inner over")


async def outer():
    await inner(1)


async def failing():
    await asyncio.sleep(0)
    raise ValueError("failed")


async def main():
    task = asyncio.create_task(outer(), name="T")
    await asyncio.sleep(0)
    stack = task.get_stack()
    print([f.f_code.co_name for f in stack], stack[0].f_lineno, task.get_stack(limit=1) == stack)
    task.print_stack(file=sys.stdout)
    await task
    print(task.get_stack())
    task.print_stack(file=sys.stdout)
    bad = asyncio.create_task(failing(), name="B")
    await asyncio.wait([bad])
    print([f.f_code.co_name for f in bad.get_stack()])
    bad.print_stack(file=sys.stdout)
    print(bad.exception().__traceback__.tb_frame.f_code.co_name)
    me = asyncio.current_task()
    print(me.get_coro().cr_frame.f_lineno, me.get_coro().cr_running)
    coro = outer()
    print(coro.cr_frame.f_code.co_name, coro.cr_await, coro.cr_running, coro.cr_code.co_name, coro.cr_origin)
    coro.send(None)
    print(coro.cr_await.cr_await is not None, coro.cr_await.__qualname__, coro.cr_frame.f_lineno)
    coro.close()
    print(coro.cr_frame, coro.cr_await)
    def here():
        return sys._getframe().f_back.f_code.co_name, sys._getframe().f_back.f_lineno
    print(here())

    def gen():
        x = yield 1
        yield x
    g = gen()
    print(g.gi_frame.f_lineno, g.gi_running, next(g), g.gi_frame.f_locals, g.send(5), g.gi_yieldfrom, g.gi_suspended)


asyncio.run(main())
