import asyncio


async def boil():
    print("kettle on")
    await asyncio.sleep(2)
    print("water boils")


async def toast():
    print("bread in")
    await asyncio.sleep(1)
    print("toast pops up")


async def main():
    await boil()
    await toast()
    print("breakfast")


asyncio.run(main())
