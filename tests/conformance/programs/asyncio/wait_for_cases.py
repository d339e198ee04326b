import asyncio


async def job(delay, result="ok", on_cancel=None):
    try:
        await asyncio.sleep(delay)
        return result
    except asyncio.CancelledError:
        print("job cancelled")
        if on_cancel == "slow":
            await asyncio.sleep(2)
        elif on_cancel == "swallow":
            return "swallowed"
        elif on_cancel == "error":
            raise ValueError("while cancelling")
        raise


async def attempt(*args, timeout):
    start = asyncio.get_running_loop().time()
    try:
        print("result", await asyncio.wait_for(job(*args), timeout))
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__), repr(error.__context__))
    print("took", asyncio.get_running_loop().time() - start)


async def main():
    await attempt(1, timeout=2)
    await attempt(2, timeout=1)
    await attempt(2, "x", "slow", timeout=1)
    await attempt(2, "x", "swallow", timeout=1)
    await attempt(2, "x", "error", timeout=1)
    await attempt(2, timeout=0)
    await attempt(2, timeout=None)
    done = asyncio.ensure_future(job(0))
    await done
    print(await asyncio.wait_for(done, 0))
    waiting = asyncio.create_task(asyncio.wait_for(job(5), 10))
    await asyncio.sleep(1)
    waiting.cancel("outside")
    try:
        await waiting
    except asyncio.CancelledError as error:
        print("cancelled", error.args)


asyncio.run(main())
