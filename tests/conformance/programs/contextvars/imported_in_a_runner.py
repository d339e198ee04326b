# What runs in a Runner shares a context, also where contextvars is imported only in its block.
import asyncio


async def change(v, value):
    print("was", v.get())
    v.set(value)
    await asyncio.sleep(0)
    print("is", v.get())


with asyncio.Runner() as runner:
    import contextvars
    v = contextvars.ContextVar("v", default=0)
    v.set(-1)
    runner.run(change(v, 1))
    runner.run(change(v, 2))
    print(v.get())
