import asyncio


async def refresh(name):
    await asyncio.sleep(1)
    raise ConnectionError(f"{name} does not answer")


async def main():
    asyncio.create_task(refresh("cache"), name="refresh-cache")
    await asyncio.sleep(2)
    print("the report has been written")
    kept = asyncio.create_task(refresh("index"), name="refresh-index")
    await asyncio.sleep(2)
    print("looked at:", repr(kept.exception()))
    kept = None
    last = asyncio.create_task(refresh("mirror"), name="refresh-mirror")
    await asyncio.sleep(2)
    print("not looked at:", last.get_name())


if __name__ == "__main__":
    asyncio.run(main())
    print("main is over")
