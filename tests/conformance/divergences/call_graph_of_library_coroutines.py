# Cause: asyncio's own coroutines are written in C++ and have no frames of Python, so a call graph leaves them out.
# Workaround: none is needed to see who waits for whom: the tasks and the program's own frames are all there.
import asyncio
import sys


async def waits(event):
    await event.wait()


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(waits(event), name="waits")
    await asyncio.sleep(0)
    if sys.version_info >= (3, 14):
        graph = asyncio.capture_call_graph(task)
        print([entry.frame.f_code.co_name for entry in graph.call_stack])
    else:
        print(task.get_coro().cr_await.cr_code.co_name)
    event.set()
    await task


asyncio.run(main())
