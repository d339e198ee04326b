import asyncio
from contextlib import asynccontextmanager, suppress, AsyncExitStack


@asynccontextmanager
async def timed(name, log):
    loop = asyncio.get_running_loop()
    started = loop.time()
    try:
        yield name
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise
    except Exception as error:
        log.append(f"{name} failed: {error}")
        raise RuntimeError(f"in {name}") from error
    else:
        log.append(f"{name} ok")
    finally:
        log.append(f"{name} took {loop.time() - started:.1f}")


async def job(name, seconds, log, fail=False):
    async with timed(name, log):
        await asyncio.sleep(seconds)
        if fail:
            raise ValueError("bad input")
        return name.upper()


async def main():
    log = []
    print(await job("a", 1, log))
    with suppress(RuntimeError):
        await job("b", 1, log, fail=True)
    task = asyncio.create_task(job("c", 5, log))
    await asyncio.sleep(2)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled:", error.args)
    try:
        async with asyncio.timeout(0.5):
            await job("d", 1, log)
    except TimeoutError:
        print("timed out")
    async with AsyncExitStack() as stack:
        for name in "xy":
            print("entered", await stack.enter_async_context(timed(name, log)))
        stack.push_async_callback(asyncio.sleep, 0.1)
        stack.callback(print, "callback", "called")
    print(*log, sep="\n")


asyncio.run(main())
