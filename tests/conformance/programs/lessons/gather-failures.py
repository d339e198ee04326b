import asyncio


async def download(name, seconds):
    await asyncio.sleep(seconds)
    if name == "broken":
        raise OSError("no such file")
    print("saved", name)


async def main():
    try:
        await asyncio.gather(
            download("photo", 1),
            download("broken", 2),
            download("film", 3),
        )
    except OSError as error:
        print("failed:", error)
    print("main ends")


asyncio.run(main())
