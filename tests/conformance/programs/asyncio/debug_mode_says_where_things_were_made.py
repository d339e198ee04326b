import asyncio
import sys
import time


async def bad():
    raise ValueError("nobody asks")


async def never():
    pass


def fails():
    return 1 / 0


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), sys.get_coroutine_origin_tracking_depth())
    time.sleep(0.5)
    asyncio.create_task(bad(), name="bad")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.call_soon(fails)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 2
    time.sleep(1)
    await asyncio.sleep(0)
    never()
    future = loop.create_future()
    future.set_exception(KeyError("lost"))
    del future
    coroutine = never()
    print(coroutine.cr_origin[0])
    await coroutine
    handle = loop.call_soon(print, "kept", 1)
    print(handle)
    handle.cancel()
    print(handle)
    try:
        loop.call_soon(never)
    except TypeError as error:
        print(error)
    loop.set_debug(False)
    loop.call_soon(time.sleep, 5)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(1)
coroutine = never()
print(coroutine.cr_origin)
coroutine.close()
