import asyncio


class Careless:
    async def __aenter__(self):
        print("enter")

    async def __aexit__(self, *args):
        print("exit")
        raise RuntimeError("while leaving")


async def body():
    await asyncio.sleep(1)
    raise ValueError("in the block")


async def main():
    async with Careless():
        await body()


if __name__ == "__main__":
    asyncio.run(main())
