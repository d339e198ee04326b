import asyncio


async def download(name, seconds):
    await asyncio.sleep(seconds)
    if name == "broken":
        raise OSError("no such file")
    print("saved", name)


async def main():
    results = await asyncio.gather(
        download("photo", 1),
        download("broken", 2),
        download("film", 3),
        return_exceptions=True,
    )
    for result in results:
        if isinstance(result, OSError):
            print("failed:", result)
    print("main ends")


asyncio.run(main())
