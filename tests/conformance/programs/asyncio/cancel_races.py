import asyncio


async def quick():
    return "done"


async def main():
    task = asyncio.create_task(quick())
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    task = asyncio.create_task(quick())
    await asyncio.sleep(0)
    print("too late:", task.cancel(), task.result())

    future = asyncio.get_running_loop().create_future()

    async def waits():
        try:
            return await future
        except asyncio.CancelledError:
            return f"cancelled, future {future.result() if not future.cancelled() else 'too'}"

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    future.set_result("value")
    print("cancel after set_result:", task.cancel())
    print(await task)

    inner = asyncio.create_task(asyncio.sleep(5, "inner"))

    async def awaits_inner():
        return await inner

    task = asyncio.create_task(awaits_inner())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("by outer")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args, inner.cancelled(), task.cancelled())
    chain = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    waiter = asyncio.create_task(asyncio.wait_for(chain, 5))
    await asyncio.sleep(0.5)
    waiter.cancel()
    print(await asyncio.gather(waiter, chain, return_exceptions=True))


asyncio.run(main())
