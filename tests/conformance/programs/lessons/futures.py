import asyncio


async def guest(name, table):
    print(name, "waits")
    number = await table
    print(name, "sits at table", number)


async def main():
    loop = asyncio.get_running_loop()
    table = loop.create_future()
    guests = asyncio.gather(guest("Ann", table), guest("Bob", table))
    await asyncio.sleep(1)
    table.set_result(7)
    print("a table is free")
    await guests


asyncio.run(main())
