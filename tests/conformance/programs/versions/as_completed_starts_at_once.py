import asyncio


async def job(n):
    print("job", n, "starts")
    await asyncio.sleep(n)
    return n


async def main():
    completed = asyncio.as_completed([job(2), job(1)])
    print(type(completed).__name__)
    await asyncio.sleep(0.5)
    print("half a second later")
    for next_one in completed:
        print(await next_one)
    for wrong in (job(3), asyncio.sleep(0), 5):
        try:
            asyncio.as_completed(wrong)
            print("no complaint yet")
        except TypeError as error:
            print("TypeError:", error)
        if hasattr(wrong, "close"):
            wrong.close()


asyncio.run(main())
