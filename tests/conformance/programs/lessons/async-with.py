import asyncio


class Connection:
    async def __aenter__(self):
        print("connect")
        await asyncio.sleep(1)
        return self

    async def __aexit__(self, kind, error, traceback):
        print("close after", error)
        await asyncio.sleep(0.5)

    async def query(self, text):
        if not text:
            raise ValueError("empty query")
        return text.upper()


async def main():
    async with Connection() as connection:
        print(await connection.query("select"))
        print(await connection.query(""))
    print("connection closed")


asyncio.run(main())
