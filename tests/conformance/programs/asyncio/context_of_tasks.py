import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")


def show(where):
    print(where, request.get())


async def handle(name):
    request.set(name)
    await asyncio.sleep(0.1)
    show("handler")
    asyncio.get_running_loop().call_soon(show, "call_soon")
    await asyncio.create_task(child())
    show("after child")


async def child():
    show("child")
    request.set("changed by child")


async def main():
    request.set("main")
    await asyncio.gather(handle("a"), handle("b"))
    show("main")
    context = contextvars.copy_context()
    context.run(request.set, "own context")
    task = asyncio.create_task(child(), context=context)
    await task
    print(context[request], request.get())
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda done: show("callback"))
    request.set("later")
    future.set_result(None)
    await asyncio.sleep(0)


asyncio.run(main())
with asyncio.Runner() as runner:
    runner.run(handle("runner"))
    show("outside")
    print(runner.get_loop().is_running())
