import asyncio


async def fetch(name, delay):
    try:
        await asyncio.sleep(delay)
        print("fetched", name)
        return name
    except asyncio.CancelledError:
        print("abandoned", name)
        raise


async def main():
    try:
        async with asyncio.timeout(1.5):
            results = await asyncio.gather(fetch("a", 1), fetch("b", 2), fetch("c", 3))
            print(results)
    except TimeoutError:
        print("too slow")
    try:
        print(await asyncio.wait_for(asyncio.gather(fetch("d", 0.5), fetch("e", 0.7)), timeout=1))
        await asyncio.wait_for(asyncio.gather(fetch("f", 0.5), fetch("g", 5)), timeout=1)
    except asyncio.TimeoutError as error:
        print("again", type(error) is TimeoutError)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
