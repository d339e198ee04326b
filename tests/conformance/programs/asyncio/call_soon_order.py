import asyncio


def say(*words):
    print(*words)
    if words == ("two",):
        asyncio.get_running_loop().call_soon(say, "from two")


async def task(name, yields):
    for n in range(yields):
        print(name, n)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(say, "one")
    a = asyncio.create_task(task("a", 2))
    loop.call_soon(say, "two")
    b = loop.create_task(task("b", 3))
    cancelled = loop.call_soon(say, "never")
    cancelled.cancel()
    loop.call_later(0, say, "timer now")
    await asyncio.sleep(0)
    print("main")
    await a
    print("after a")
    await b
    print("after b")


asyncio.run(main())
