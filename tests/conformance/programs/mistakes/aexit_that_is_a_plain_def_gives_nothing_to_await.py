import asyncio


class Connection:
    async def __aenter__(self):
        print("enter")
        return self

    def __aexit__(self, *args):
        print("exit", args[0])


async def after_an_exception():
    async with Connection():
        raise KeyError("user")


async def main():
    try:
        await after_an_exception()
    except TypeError as error:
        print(error, "/", repr(error.__context__))
    async with Connection():
        print("the block ends well")
    print("never here")


if __name__ == "__main__":
    asyncio.run(main())
