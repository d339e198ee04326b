import asyncio
import contextvars
import functools

request_id = contextvars.ContextVar("request_id", default="none")
user = contextvars.ContextVar("user")


def current():
    return f"{request_id.get()}/{user.get('anon')}"


async def inner(label):
    print(label, "inner before", current())
    token = request_id.set(label + "-changed")
    await asyncio.sleep(0.1)
    print(label, "inner after", current(), token.old_value, token.var is request_id)
    request_id.reset(token)
    print(label, "reset", current())
    try:
        request_id.reset(token)
    except RuntimeError as error:
        print(str(error)[:30])


async def handler(label):
    request_id.set(label)
    await inner(label)
    await asyncio.create_task(inner(label + "+task"))
    print(label, "end", current())


async def main():
    user.set("bob")
    await asyncio.gather(handler("r1"), handler("r2"))
    print("main", current())
    loop = asyncio.get_running_loop()
    ctx = contextvars.copy_context()
    ctx.run(request_id.set, "in-ctx")
    loop.call_soon(lambda: print("call_soon default", current()))
    loop.call_soon(lambda: print("call_soon ctx", current()), context=ctx)
    future = loop.create_future()
    future.add_done_callback(lambda f: print("callback", current(), f.result()), context=ctx)
    future.set_result("R")
    await asyncio.sleep(0)
    task = loop.create_task(inner("with-ctx"), context=ctx)
    await task
    print(ctx[request_id], user in ctx, len(list(ctx)) >= 2, ctx.get(user))
    try:
        contextvars.ContextVar("empty").get()
    except LookupError as error:
        print(type(error).__name__)
    try:
        ctx.run(lambda: ctx.run(print))
    except RuntimeError as error:
        print("cannot enter" in str(error))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(inner("tg"), context=ctx, name="named")
    print(await asyncio.wait_for(asyncio.sleep(0, functools.partial(current)()), 1))


asyncio.run(main())
