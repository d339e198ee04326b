import asyncio


class Database:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("closing because of", repr(exc))
        await asyncio.sleep(1)
        raise OSError("cannot close")


async def query(database):
    await asyncio.sleep(1)
    raise LookupError("no such table")


async def main():
    async with Database() as database:
        await query(database)


if __name__ == "__main__":
    asyncio.run(main())
