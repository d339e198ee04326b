import asyncio


async def never():
    pass


async def main():
    cycle = [never()]
    cycle.append(cycle)


asyncio.run(main())
