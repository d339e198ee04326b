import asyncio


async def numbers():
    try:
        for n in range(10):
            yield n
            await asyncio.sleep(0)
    finally:
        print("numbers closes")


async def first_above(limit):
    async for n in numbers():
        if n > limit:
            break
    return n


async def main():
    print(await first_above(2))
    for _ in range(3):
        await asyncio.sleep(0)
    again = first_above(1)
    print(await again)
    try:
        await again
    except RuntimeError as error:
        print(error)
    squares = [n * n for n in range(3) if n != 1]
    print(squares if squares else None)


asyncio.run(main())
