import asyncio


class Stubborn:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("leaving with", repr(exc))
        return True


async def in_an_except():
    while True:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("not now")
            break
    await asyncio.sleep(1)
    return "went on"


async def in_aexit():
    async with Stubborn():
        await asyncio.sleep(10)
    print("after the block")
    return asyncio.current_task().cancelling()


async def main():
    for work in (in_an_except, in_aexit):
        task = asyncio.create_task(work(), name=work.__name__)
        await asyncio.sleep(1)
        task.cancel()
        print(await task, task.cancelled(), task.cancelling())


if __name__ == "__main__":
    asyncio.run(main())
