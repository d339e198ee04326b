import asyncio


def broken(what):
    raise ValueError(f"broken {what}")


def handler(loop, context):
    print("handler:", sorted(context))
    print(context["message"].split(" handle")[0], "|", repr(context.get("exception")))


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.call_soon(broken, "plain")
    await asyncio.sleep(0)
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(broken, "handled")
    await asyncio.sleep(0)
    future = loop.create_future()
    future.add_done_callback(lambda done: broken("callback"))
    future.set_result(None)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "custom", "detail": 5})
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "custom again", "detail": 5, "cause": "none"})
    loop.default_exception_handler({"message": "direct", "exception": KeyError("k")})
    try:
        loop.set_exception_handler("no function")
    except TypeError as error:
        print(error)


asyncio.run(main())
