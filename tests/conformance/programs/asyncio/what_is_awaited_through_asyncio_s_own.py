"""The chain of cr_await through asyncio's own coroutines ends at what waits for a future."""
import asyncio


def chain(coroutine):
    names = []
    while hasattr(coroutine, "cr_await"):
        names.append(coroutine.__name__)
        coroutine = coroutine.cr_await
    return names, type(coroutine).__name__


async def waits(awaitable):
    await awaitable


async def main():
    future = asyncio.get_running_loop().create_future()
    queue = asyncio.Queue()
    for awaitable in (queue.get(), asyncio.Event().wait(), asyncio.Semaphore(0).acquire(), asyncio.sleep(1), future,
                      asyncio.shield(asyncio.sleep(1)), asyncio.gather(asyncio.sleep(1))):
        task = asyncio.create_task(waits(awaitable))
        await asyncio.sleep(0)
        print(chain(task.get_coro()))
        task.cancel()


asyncio.run(main())
