import asyncio
from contextvars import ContextVar

request = ContextVar("request", default="none")


def report(loop, context):
    print(context["message"].split(" report")[0], "| request:", request.get())


def callback():
    raise ValueError("in a callback")


async def fail():
    request.set("the task's own")
    raise ValueError("in a task")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    request.set("callback")
    handle = loop.call_soon(callback)
    request.set("main")
    await asyncio.sleep(0)
    if hasattr(handle, "get_context"):
        print(handle.get_context()[request])
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    if hasattr(task, "get_context"):
        print(task.get_context()[request])
    del task


asyncio.run(main())
