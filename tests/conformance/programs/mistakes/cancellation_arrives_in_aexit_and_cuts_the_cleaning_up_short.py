import asyncio


class Connection:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("closing because of", repr(exc))
        await asyncio.sleep(10)
        print("never closed")


async def talk(fails):
    async with Connection():
        print("talking")
        if fails:
            raise ValueError("lost the thread")


async def cancelled(fails):
    task = asyncio.create_task(talk(fails))
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled, after", repr(error.__context__))


async def main():
    await cancelled(fails=False)
    await cancelled(fails=True)
    async with asyncio.timeout(30):
        task = asyncio.create_task(talk(True), name="talk")
        await asyncio.sleep(1)
        task.cancel()
        await task


if __name__ == "__main__":
    asyncio.run(main())
