import asyncio


async def down(depth):
    if depth == 0:
        await asyncio.sleep(1)
        return 0
    return 1 + await down(depth - 1)


async def fall(depth):
    if depth == 0:
        await asyncio.sleep(1)
        raise ValueError("at the bottom")
    try:
        await fall(depth - 1)
    finally:
        if depth % 10 == 0:
            print("passing", depth)


async def main():
    print(await asyncio.gather(down(30), down(10)))
    try:
        await fall(30)
    except ValueError as error:
        print(error)


asyncio.run(main())
