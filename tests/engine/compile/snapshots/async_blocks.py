async def managed():
    async with first() as a, second():
        await a
        return a


async def looped():
    async for item in source():
        if item:
            break
        await item
    else:
        await nothing()


async def returns_await():
    return await one() + await two()
