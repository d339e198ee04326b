import asyncio


async def fetch():
    await asyncio.sleep(1)
    return "page"


async def show(coroutine, delay):
    await asyncio.sleep(delay)
    print(await coroutine)


async def main():
    page = fetch()
    results = await asyncio.gather(show(page, 0), show(page, 0.5), return_exceptions=True)
    print(results)
    page = fetch()
    print(await page)
    print(await page)


if __name__ == "__main__":
    asyncio.run(main())
