import asyncio


class Connection:
    def __aenter__(self):
        print("enter")
        return self

    async def __aexit__(self, *args):
        print("never left: it was not entered")


async def main():
    async with Connection() as connection:
        print("never here", connection)


if __name__ == "__main__":
    asyncio.run(main())
