import asyncio


async def pages():
    for page in ([1, 2], [3], []):
        await asyncio.sleep(0.1)
        yield page


async def main():
    rows = [[1, 2], [3]]
    print([*row for row in rows], {*row for row in rows}, {**{n: n} for n in (1, 2)})
    print(list((*row for row in rows if len(row) > 1)))
    print([*page async for page in pages()])
    print(sum(*row for row in [[1, 2]]) if False else max(*row for row in rows))


asyncio.run(main())
