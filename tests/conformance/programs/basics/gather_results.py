import asyncio


async def square(n, delay):
    await asyncio.sleep(delay)
    if n == 3:
        raise ValueError(f"{n} is odd")
    return n * n


async def main():
    print(await asyncio.gather(square(1, 0.3), square(2, 0.1)))
    results = await asyncio.gather(
        square(2, 0.2), square(3, 0.1), square(4, 0.3), return_exceptions=True
    )
    for result in results:
        if isinstance(result, ValueError):
            print("error:", result)
        else:
            print("result:", result)
    try:
        await asyncio.gather(square(3, 0.1), square(4, 0.5))
    except ValueError as error:
        print("gather raised", error)
    await asyncio.sleep(1)
    print("the other one has gone on meanwhile")


asyncio.run(main())
