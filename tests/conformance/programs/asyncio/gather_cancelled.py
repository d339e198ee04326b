import asyncio


async def child(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "finished")
        return name
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise


async def main():
    outer = asyncio.gather(child("a", 1), child("b", 2), child("c", 3))
    await asyncio.sleep(1.5)
    print(outer.cancel("enough"))
    try:
        await outer
    except asyncio.CancelledError as error:
        print("outer", error.args, outer.cancelled())

    together = asyncio.gather(child("d", 1), child("e", 2), return_exceptions=True)
    await asyncio.sleep(0)
    together.cancel()
    try:
        print(await together)
    except asyncio.CancelledError:
        print("cancelled although exceptions are returned")

    single = asyncio.create_task(child("f", 5))
    pair = asyncio.gather(single, child("g", 1))
    await asyncio.sleep(0.5)
    single.cancel()
    try:
        await pair
    except asyncio.CancelledError:
        print("pair:", pair.cancelled(), pair.done())
    await asyncio.sleep(2)


asyncio.run(main())
