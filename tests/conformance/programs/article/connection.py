import asyncio


class Connection:
    def __init__(self, host, port=5432):
        self.host = host
        self.port = port
        self.open = False

    def __await__(self):
        return self.connect().__await__()

    async def connect(self):
        print(f"connecting to {self.host}:{self.port}")
        await asyncio.sleep(0.25)
        self.open = True
        print("connected")
        return self

    async def __aenter__(self):
        return await self

    async def __aexit__(self, exc_type, exc, traceback):
        await self.close()

    async def query(self, text):
        if not self.open:
            raise RuntimeError("connection is closed")
        await asyncio.sleep(0.1)
        return [text, "ok"]

    async def close(self):
        self.open = False
        print("closed")


async def main():
    async with Connection("db.example") as connection:
        answer = await connection.query("select 1")
        print(answer)
    try:
        await connection.query("select 2")
    except RuntimeError as error:
        print("failed:", error)

    other = await Connection("db.example", port=1234)
    print(other.port, other.open)
    await other.close()


if __name__ == "__main__":
    asyncio.run(main())
