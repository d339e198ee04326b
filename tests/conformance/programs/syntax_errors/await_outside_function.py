import asyncio


async def fetch():
    await asyncio.sleep(1)
    return "data"


result = await fetch()
print(result)
