import asyncio


def report(future):
    print("callback:", future.done(), future.cancelled())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.done(), future.cancelled(), future.get_loop() is loop)
    for method in (future.result, future.exception):
        try:
            method()
        except asyncio.InvalidStateError as error:
            print("InvalidStateError:", error)
    future.add_done_callback(report)
    future.set_result("ready")
    print(future.result(), future.exception())
    try:
        future.set_result("again")
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    try:
        future.set_exception(ValueError("no"))
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    print("cancel:", future.cancel())
    await asyncio.sleep(0)

    failed = asyncio.Future()
    failed.set_exception(KeyError("missing"))
    print(repr(failed.exception()))
    try:
        await failed
    except KeyError as error:
        print("caught", error)

    gone = loop.create_future()
    print("cancel:", gone.cancel("not needed"), gone.cancelled())
    try:
        gone.result()
    except asyncio.CancelledError as error:
        print("CancelledError", error.args)
    try:
        loop.create_future().set_exception(StopIteration)
    except TypeError as error:
        print("TypeError:", error)
    try:
        loop.create_future().set_exception("text")
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
