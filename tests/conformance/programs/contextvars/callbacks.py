import asyncio
from contextvars import ContextVar, Token, copy_context

user = ContextVar("user", default="anonymous")


def report(where):
    print(where, user.get())
    user.set(f"changed in {where}")


async def main():
    loop = asyncio.get_running_loop()
    user.set("alice")
    loop.call_soon(report, "soon")
    loop.call_later(0.1, report, "later")
    future = loop.create_future()
    future.add_done_callback(lambda f: report("done callback"))
    context = copy_context()
    user.set("bob")
    loop.call_soon(report, "soon as bob")
    loop.call_soon(report, "in the copy", context=context)
    future.set_result(None)
    await asyncio.sleep(0.2)
    print(user.get(), "|", context[user])
    token = user.set("carol")
    print(token.old_value, token.var is user)
    user.reset(token)
    print(user.get())
    try:
        user.reset(token)
    except RuntimeError as error:
        print("RuntimeError", "used once" in str(error))
    fresh = ContextVar("fresh")
    print(fresh.set(1).old_value is Token.MISSING)
    try:
        copy_context().run(lambda: user.reset(token))
    except RuntimeError:
        print("still used")
    outer = user.set("dave")
    try:
        copy_context().run(user.reset, outer)
    except ValueError as error:
        print("ValueError", "different Context" in str(error))
    try:
        context.run(context.run, print)
    except RuntimeError as error:
        print("RuntimeError", "already entered" in str(error))


asyncio.run(main())
