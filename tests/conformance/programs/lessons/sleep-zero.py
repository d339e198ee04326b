import asyncio


async def count(name, gives_way):
    for number in range(1, 4):
        print(name, number)
        if gives_way:
            await asyncio.sleep(0)


async def main():
    await asyncio.gather(
        count("greedy", False),
        count("polite", True),
        count("kind", True),
    )


asyncio.run(main())
