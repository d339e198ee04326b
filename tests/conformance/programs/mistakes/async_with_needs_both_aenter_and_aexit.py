import asyncio


class OnlyEnter:
    async def __aenter__(self):
        print("never entered")
        return self


class OnlyExit:
    async def __aexit__(self, *args):
        print("never left")


class Neither:
    pass


async def use(kind):
    async with kind() as thing:
        print("never here", thing)


async def main():
    for kind in (OnlyEnter, OnlyExit, Neither):
        try:
            await use(kind)
        except TypeError as error:
            print(f"{kind.__name__}: {error}")
    await use(OnlyEnter)


if __name__ == "__main__":
    asyncio.run(main())
