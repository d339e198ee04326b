import asyncio


async def fetch():
    return 1


def main():
    value = await fetch()
    print(value)


asyncio.run(main())
