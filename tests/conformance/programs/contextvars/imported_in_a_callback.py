# A callback that imports contextvars has a context of its own, and so has the task that it wakes.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    made = loop.create_future()

    def callback():
        from contextvars import ContextVar
        v = ContextVar("v", default=0)
        v.set(1)
        loop.call_soon(lambda: print("next", v.get()))
        made.set_result(v)

    loop.call_soon(callback)
    v = await made
    print("task", v.get())
    v.set(2)
    await asyncio.sleep(0.1)
    print("task", v.get())


asyncio.run(main())
