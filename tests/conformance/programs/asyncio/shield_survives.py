import asyncio


async def save(record):
    print("saving", record)
    await asyncio.sleep(2)
    print("saved", record)
    return record


async def handler(record):
    task = asyncio.create_task(save(record))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        print("handler cancelled, save goes on:", not task.done())
        await task
        raise


async def main():
    request = asyncio.create_task(handler("A"))
    await asyncio.sleep(1)
    request.cancel("client left")
    try:
        await request
    except asyncio.CancelledError as error:
        print("request", error.args)
    try:
        await asyncio.wait_for(asyncio.shield(save("B")), 0.5)
    except TimeoutError:
        print("gave up waiting for B")
    await asyncio.sleep(3)
    inner = asyncio.create_task(save("C"))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("inner cancelled:", inner.cancelled(), outer.cancelled())


asyncio.run(main())
