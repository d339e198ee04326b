import asyncio


async def request(path, seconds):
    print("->", path)
    await asyncio.sleep(seconds)
    print("<-", path)
    return {"path": path, "seconds": seconds}


async def with_retries(path, seconds, limit, attempts=3):
    for attempt in range(1, attempts + 1):
        try:
            async with asyncio.timeout(limit):
                return await request(path, seconds / attempt)
        except TimeoutError:
            print(f"{path}: attempt {attempt} timed out")
    raise RuntimeError(f"gave up on {path}")


async def main():
    answers = await asyncio.gather(
        with_retries("/fast", 0.2, limit=1),
        with_retries("/slow", 2.5, limit=1),
        with_retries("/dead", 60, limit=1),
        return_exceptions=True,
    )
    for answer in answers:
        print(repr(answer))


asyncio.run(main())
