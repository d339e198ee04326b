# A context is there whether anybody has imported contextvars or not: what a task sets right after the
# import is there after its next await, for its children, and nowhere else.
import asyncio
import sys


async def early(results):
    await asyncio.sleep(0.2)
    from contextvars import copy_context
    results.append(len(copy_context()))


async def child(v):
    print("child", v.get())
    v.set("child's")


async def main():
    results = []
    before = asyncio.create_task(early(results))
    await asyncio.sleep(0.1)
    import contextvars
    v = contextvars.ContextVar("v", default="nothing")
    v.set(5)
    if sys.version_info >= (3, 12):
        own = asyncio.current_task().get_context()
        print(own is asyncio.current_task().get_context(), own[v])
    await asyncio.sleep(0)
    print("after an await", v.get())
    await asyncio.create_task(child(v))
    print("after the child", v.get())
    asyncio.get_running_loop().call_soon(lambda: print("callback", v.get()))
    await before
    print(results)
    return v


variable = asyncio.run(main())
print("outside", variable.get())
