import asyncio


def on_done(future):
    if future.cancelled():
        print("callback: cancelled")
    elif (error := future.exception()) is not None:
        print("callback: error", repr(error))
    else:
        print("callback: result", future.result())


async def setter(future, delay, value=None, error=None):
    await asyncio.sleep(delay)
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(value)


async def main():
    loop = asyncio.get_running_loop()
    first, second, third = (loop.create_future() for _ in range(3))
    for future in (first, second, third):
        future.add_done_callback(on_done)
    tasks = [asyncio.ensure_future(setter(first, 0.2, "one")),
             asyncio.create_task(setter(second, 0.1, error=KeyError("two")))]
    third.cancel()
    print(first, first.done())
    print(await first, first.done(), first.result())
    try:
        await second
    except KeyError as error:
        print("got", error)
    try:
        await third
    except asyncio.CancelledError:
        print("third was cancelled")
    for attempt in (lambda: first.set_result(2), lambda: second.result(), lambda: third.result(), lambda: loop.create_future().result(), lambda: loop.create_future().exception()):
        try:
            attempt()
        except BaseException as error:
            print(type(error).__name__, error)
    handle = loop.call_later(1, print, "never")
    loop.call_later(0.3, print, "later", 1, 2)
    loop.call_soon(print, "soon")
    loop.call_at(loop.time() + 0.4, lambda: print("at"))
    handle.cancel()
    await asyncio.sleep(0.5)
    print(handle.cancelled(), await asyncio.wait_for(asyncio.shield(tasks[0]), 1))


asyncio.run(main())
