# What runs in a Runner shares a context, also where the first of them is who imports contextvars.
import asyncio


async def first():
    import contextvars
    v = contextvars.ContextVar("v", default=0)
    v.set(1)
    await asyncio.sleep(0)
    return v


async def second(v):
    print(v.get())
    v.set(2)
    asyncio.get_running_loop().call_later(0.1, lambda: print("later", v.get()))
    await asyncio.sleep(0.2)


with asyncio.Runner() as runner:
    v = runner.run(first())
    print("outside", v.get())
    runner.run(second(v))
    runner.run(second(v))
print("outside", v.get())
