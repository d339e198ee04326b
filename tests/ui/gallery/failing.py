import asyncio


async def fetch(url):
    await asyncio.sleep(0.2)
    if "bad" in url:
        raise ConnectionError(f"cannot reach {url}")
    return len(url)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch("good.example"))
        group.create_task(fetch("bad.example"))
        group.create_task(fetch("other.example"))


asyncio.run(main())
