import asyncio


class Connection:
    async def __aenter__(self):
        print("open")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("closing because of", repr(exc))
        try:
            await asyncio.sleep(10)
        finally:
            print("closed by force")


async def main():
    try:
        async with asyncio.timeout(1):
            async with Connection():
                print("the block ends well")
    except TimeoutError:
        print("timeout, though the work was done")
    async with asyncio.timeout(1):
        async with Connection():
            raise ValueError("in the block")


if __name__ == "__main__":
    asyncio.run(main())
