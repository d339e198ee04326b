import asyncio


async def child(name):
    print(name, "first step")
    await asyncio.sleep(0)
    print(name, "second step")
    return name


async def main():
    a = asyncio.create_task(child("a"))
    print("a is made, and has not started:", a.done())
    b = asyncio.create_task(child("b"))
    await asyncio.sleep(0)
    print("back in main")
    direct = await child("direct")
    print(direct, a.done(), b.done())
    print(await b, await a)


asyncio.run(main())
