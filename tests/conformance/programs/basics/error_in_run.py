import asyncio


async def level3(data):
    await asyncio.sleep(0.1)
    return data["missing"]


async def level2(data):
    return await level3(data)


async def level1():
    return await level2({"present": 1})


async def main():
    print("before")
    print(await level1())


if __name__ == "__main__":
    asyncio.run(main())
