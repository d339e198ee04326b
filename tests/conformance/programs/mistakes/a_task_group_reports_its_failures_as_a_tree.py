import asyncio


async def download(name, seconds):
    await asyncio.sleep(seconds)
    raise OSError(f"{name} is gone")


async def mirror():
    async with asyncio.TaskGroup() as inner:
        inner.create_task(download("a.txt", 1))
        inner.create_task(download("b.txt", 1))


async def parse():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("half a file")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(mirror())
        group.create_task(parse())
        await asyncio.sleep(5)


if __name__ == "__main__":
    asyncio.run(main())
