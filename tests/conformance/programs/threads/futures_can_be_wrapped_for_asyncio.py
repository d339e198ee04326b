import asyncio
import concurrent.futures
import threading
import time


def fulfil(future):
    time.sleep(0.2)
    future.set_result("from afar")


async def main():
    future = concurrent.futures.Future()
    threading.Thread(target=fulfil, args=(future,)).start()
    wrapped = asyncio.wrap_future(future)
    print(type(wrapped).__name__, wrapped.done(), future.done())
    print(await wrapped, round(time.monotonic(), 2))
    own = asyncio.get_running_loop().create_future()
    print(asyncio.wrap_future(own) is own)
    second = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(second)
    wrapped.cancel()
    await asyncio.sleep(0)
    print(second.cancelled(), wrapped.cancelled())
    third = concurrent.futures.Future()
    third.set_running_or_notify_cancel()
    third.set_exception(LookupError("nothing"))
    try:
        await asyncio.wrap_future(third)
    except LookupError as error:
        print(repr(error))
    for change in (lambda: third.set_result(1), lambda: third.set_exception(ValueError())):
        try:
            change()
        except concurrent.futures.InvalidStateError as error:
            print(str(error).split(":")[0])


asyncio.run(main())
