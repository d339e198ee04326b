import asyncio


async def fetch(key):
    return key


class Client:
    async def get(self, key):
        return key


async def main():
    fetch("a")
    Client().get("b")
    asyncio.sleep(1)
    value = fetch("c")
    print(type(value).__name__)
    value = None
    coroutines = [fetch(n) for n in range(2)]
    del coroutines
    await asyncio.gather(fetch("d"))
    if fetch("e"):
        print("a coroutine is always true")


asyncio.run(main())
