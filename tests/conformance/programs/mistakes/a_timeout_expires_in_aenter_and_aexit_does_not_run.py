import asyncio


class Connection:
    async def __aenter__(self):
        print("opening")
        await asyncio.sleep(10)
        return self

    async def __aexit__(self, *args):
        print("never closed")


async def main():
    async with asyncio.timeout(1):
        async with Connection():
            print("never here")


if __name__ == "__main__":
    asyncio.run(main())
