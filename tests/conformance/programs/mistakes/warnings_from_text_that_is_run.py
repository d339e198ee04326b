"""A coroutine that is dropped in what exec() runs is told of with that text's own place."""
import asyncio

shared = {"asyncio": asyncio}
exec("async def call():\n    return asyncio.sleep(0)()", shared)
exec("def make():\n    asyncio.sleep(0)\n    asyncio.sleep(0)", shared)


async def here():
    asyncio.sleep(0)


async def main():
    try:
        await shared["call"]()
    except TypeError as e:
        print(e)
    for _ in range(2):
        shared["make"]()
        await here()


asyncio.run(main())
