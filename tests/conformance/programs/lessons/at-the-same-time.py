import asyncio


async def download(name, seconds):
    print("begin", name)
    await asyncio.sleep(seconds)
    print("end", name)
    return len(name)


async def main():
    sizes = await asyncio.gather(
        download("movie", 3),
        download("song", 1),
        download("book.pdf", 2),
    )
    print(sizes)


asyncio.run(main())
