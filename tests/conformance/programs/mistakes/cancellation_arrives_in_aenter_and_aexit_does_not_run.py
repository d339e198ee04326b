import asyncio


class Connection:
    async def __aenter__(self):
        print("opening")
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled while opening")
            raise
        return self

    async def __aexit__(self, *args):
        print("never closed")


async def talk():
    async with Connection():
        print("never talking")


async def main():
    task = asyncio.create_task(talk(), name="talk")
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())
    await task


if __name__ == "__main__":
    asyncio.run(main())
