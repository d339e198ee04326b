import asyncio


class Database:
    async def __aenter__(self):
        print("connecting")
        await asyncio.sleep(1)
        raise ConnectionRefusedError("database is down")

    async def __aexit__(self, *args):
        print("never closed")


async def main():
    try:
        async with Database() as database:
            print("never here", database)
    finally:
        print("finally runs")


if __name__ == "__main__":
    asyncio.run(main())
