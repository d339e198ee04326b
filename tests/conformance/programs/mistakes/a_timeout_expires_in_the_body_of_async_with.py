import asyncio


class Connection:
    async def __aenter__(self):
        print("open")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("close because of", repr(exc))


async def fetch():
    async with Connection():
        await asyncio.sleep(10)
        print("never here")


async def main():
    try:
        async with asyncio.timeout(1) as scope:
            await fetch()
    except TimeoutError as error:
        print("timeout", repr(error), scope.expired(), repr(error.__cause__))
    async with asyncio.timeout(1):
        await fetch()


if __name__ == "__main__":
    asyncio.run(main())
