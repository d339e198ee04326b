# The brackets forgotten: what asyncio has in Python is a function or a method, the rest is builtin.
import asyncio
import copy
import functools
import inspect


async def main():
    lock = asyncio.Lock()
    for f in (asyncio.sleep, asyncio.run, asyncio.gather, asyncio.timeout, asyncio.wait_for, asyncio.get_running_loop,
              asyncio.current_task, lock.acquire, asyncio.Queue().get, asyncio.Event().wait, asyncio.TaskGroup().create_task,
              asyncio.current_task().cancel, asyncio.Lock.acquire):
        for wrong in (lambda: f + 1, lambda: f[0], lambda: len(f), lambda: f < 1, lambda: list(f)):
            try:
                wrong()
            except TypeError as error:
                print(error)
        try:
            await f
        except TypeError as error:
            print(error)
        try:
            async with f:
                pass
        except TypeError as error:
            print(error)
        print(f.__module__ if f is not asyncio.current_task else "", f.__name__, f.__qualname__, type(f),
              inspect.isfunction(f), inspect.ismethod(f), inspect.isbuiltin(f), inspect.isroutine(f),
              inspect.iscoroutinefunction(f), copy.copy(f) == f)
    print(repr(asyncio.sleep).split(" at ")[0], repr(lock.acquire).split(" at ")[0], repr(asyncio.Lock.acquire).split(" at ")[0])
    print(lock.acquire.__self__ is lock, await asyncio.Lock.acquire.__get__(lock)())
    try:
        lock.acquire.nothing
    except AttributeError as error:
        print(error)
    for wrong in asyncio.sleep, lock.acquire:
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print(str(error).split(" at ")[0])

    @functools.wraps(asyncio.sleep)
    async def wrapper(*given):
        return await asyncio.sleep(*given)
    print(wrapper.__name__, wrapper.__qualname__, wrapper.__module__)

    loop, event = asyncio.get_running_loop(), asyncio.Event()
    print(loop.call_soon(event.set))
    print(loop.call_later(1, functools.partial(lock.release)))
    print(loop.call_soon(asyncio.get_running_loop))
    await asyncio.sleep(0)
    loop.call_soon(lock.release)
    await asyncio.sleep(0)


asyncio.run(main())
