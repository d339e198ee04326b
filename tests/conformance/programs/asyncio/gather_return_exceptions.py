import asyncio


async def job(n):
    await asyncio.sleep(n / 10)
    if n == 2:
        raise ValueError(f"job {n}")
    if n == 3:
        raise asyncio.CancelledError("by itself")
    return n


async def main():
    results = await asyncio.gather(*(job(n) for n in range(5)), return_exceptions=True)
    for result in results:
        print(type(result).__name__, repr(result))
    try:
        await asyncio.gather(*(job(n) for n in range(5)))
    except ValueError as error:
        print("first failure:", error)
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    print("still running:", len(rest))
    await asyncio.sleep(1)
    print("now:", len(asyncio.all_tasks()))


asyncio.run(main())
