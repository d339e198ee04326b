"""asyncio's own representations and what happens to things that nobody looks at."""
import asyncio
import re


def clean(value):
    return re.sub(r"0x[0-9a-f]+", "0x", re.sub(r"main\.py:\d+", "main.py:N", repr(value)))


async def sleeper(n):
    await asyncio.sleep(n)
    return "x" * 3


def callback(n, future):
    print("callback", n, future.done())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(clean(future))
    future.add_done_callback(print)
    future.add_done_callback(callback)
    print(clean(future))
    print(future.remove_done_callback(print), future.remove_done_callback(print), future.remove_done_callback(callback))
    future.set_result([1, 2])
    print(clean(future), future.result())
    for action in (lambda: future.set_result(1), lambda: future.set_exception(ValueError()), future.cancel):
        try:
            print(action())
        except asyncio.InvalidStateError as error:
            print(type(error).__name__, error)
    failed = loop.create_future()
    failed.set_exception(RuntimeError("boom"))
    print(clean(failed), repr(failed.exception()))
    for wrong in (StopIteration(), 5, ValueError):
        f = loop.create_future()
        try:
            f.set_exception(wrong)
            print(clean(f), repr(f.exception()))
        except TypeError as error:
            print(error)
    pending = loop.create_future()
    for action in (pending.result, pending.exception):
        try:
            action()
        except asyncio.InvalidStateError as error:
            print(error)
    pending.cancel(msg="why")
    print(clean(pending), pending.cancelled())
    task = asyncio.create_task(sleeper(1), name="named")
    print(clean(task))
    await asyncio.sleep(0)
    print(clean(task))
    task.set_name(42)
    print(task.get_name(), await task, clean(task), clean(task.get_coro()))
    handle = loop.call_later(5, callback, 1, future)
    soon = loop.call_soon(callback, 2, future)
    print(clean(handle), clean(soon), handle.when())
    handle.cancel()
    print(clean(handle), handle.cancelled())
    for primitive in (asyncio.Lock(), asyncio.Event(), asyncio.Condition(), asyncio.Semaphore(3), asyncio.Queue(2), asyncio.Barrier(2)):
        print(clean(primitive))
    lock = asyncio.Lock()
    async with lock:
        waiter = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
        print(clean(lock))
    await waiter
    print(clean(asyncio.timeout(3)))
    queue = asyncio.Queue(3)
    queue.put_nowait("a")
    getter = asyncio.create_task(asyncio.sleep(0, queue.get_nowait()))
    print(clean(queue), await getter, clean(asyncio.TaskGroup()))


asyncio.run(main())
