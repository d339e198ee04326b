import asyncio


async def job(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def main():
    jobs = [job("slow", 3), job("quick", 1), job("middling", 2)]
    for next_one in asyncio.as_completed(jobs):
        print(await next_one)
    try:
        for next_one in asyncio.as_completed([job("a", 1), job("b", 5)], timeout=2):
            print(await next_one)
    except TimeoutError:
        print("time is up")


asyncio.run(main())
