import asyncio


async def ticker(name):
    try:
        n = 0
        while True:
            yield n
            n += 1
            await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0.5)
        print(name, "closed at", asyncio.get_running_loop().time())


async def first(generator):
    async for value in generator:
        return value


async def main():
    print(await first(ticker("dropped")))
    kept = ticker("kept")
    print(await first(kept))
    await asyncio.sleep(2)
    explicit = ticker("explicit")
    print(await anext(explicit))
    await explicit.aclose()
    main.kept = kept
    print("main over")


asyncio.run(main())
