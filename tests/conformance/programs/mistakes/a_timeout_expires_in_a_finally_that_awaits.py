import asyncio


async def job():
    try:
        print("job done")
        return "result"
    finally:
        print("cleaning up")
        await asyncio.sleep(10)
        print("never clean")


async def main():
    result = "none"
    try:
        async with asyncio.timeout(1):
            result = await job()
    except TimeoutError:
        print("timeout; result:", result)
    async with asyncio.timeout(1):
        try:
            raise KeyError("missing")
        finally:
            await asyncio.sleep(10)


if __name__ == "__main__":
    asyncio.run(main())
