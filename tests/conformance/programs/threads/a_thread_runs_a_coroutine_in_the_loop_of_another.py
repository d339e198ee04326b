import asyncio
import concurrent.futures
import threading
import time


async def add(a, b, delay):
    await asyncio.sleep(delay)
    print("adding in", threading.current_thread().name)
    return a + b


async def fail():
    raise ValueError("no")


def worker(loop):
    future = asyncio.run_coroutine_threadsafe(add(1, 2, 0.2), loop)
    print("submitted", future.done())
    print("result", future.result(), round(time.monotonic(), 2))
    try:
        asyncio.run_coroutine_threadsafe(fail(), loop).result()
    except ValueError as error:
        print("worker gets", repr(error))
    late = asyncio.run_coroutine_threadsafe(add(3, 4, 5), loop)
    try:
        late.result(timeout=0.5)
    except concurrent.futures.TimeoutError:
        print("too slow", late.cancel(), round(time.monotonic(), 2))
    try:
        late.result()
    except concurrent.futures.CancelledError:
        print("cancelled")


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.to_thread(worker, loop)
    print(len(asyncio.all_tasks()), "task left", round(time.monotonic(), 2))


asyncio.run(main())
