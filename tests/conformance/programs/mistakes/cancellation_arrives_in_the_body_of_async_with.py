import asyncio


class Connection:
    async def __aenter__(self):
        print("open")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("close because of", repr(exc))
        await asyncio.sleep(0.25)
        print("closed")


async def talk():
    async with Connection():
        print("talking")
        await asyncio.sleep(10)
        print("never here")


async def main():
    task = asyncio.create_task(talk(), name="talk")
    await asyncio.sleep(1)
    print("cancel:", task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("talk was cancelled:", task.cancelled())
    task = asyncio.create_task(talk(), name="talk")
    await asyncio.sleep(1)
    task.cancel("no more time")
    await task


if __name__ == "__main__":
    asyncio.run(main())
