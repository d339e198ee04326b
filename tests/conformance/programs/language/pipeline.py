import asyncio


async def source(items, queue):
    for item in items:
        await asyncio.sleep(0.1)
        await queue.put(item)
        print("put", item)
    await queue.put(None)


async def stage(name, function, inbox, outbox):
    while (item := await inbox.get()) is not None:
        try:
            result = function(item)
        except Exception as error:
            print(f"{name}: skipping {item!r} ({type(error).__name__}: {error})")
            continue
        await outbox.put(result)
    await outbox.put(None)


async def drain(queue):
    while True:
        item = await queue.get()
        if item is None:
            return
        yield item


async def main():
    a, b, c = (asyncio.Queue(maxsize=1) for _ in range(3))
    tasks = [
        asyncio.create_task(source(["1", "2", "x", "4", "0"], a)),
        asyncio.create_task(stage("parse", int, a, b)),
        asyncio.create_task(stage("invert", lambda n: 100 // n, b, c)),
    ]
    total = 0
    async for value in drain(c):
        total += value
        print("got", value)
    print(total, [t.done() for t in tasks], await asyncio.gather(*tasks))


asyncio.run(main())
