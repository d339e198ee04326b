import asyncio


class Ignoring:
    def __init__(self, *kinds):
        self.kinds = kinds

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        print("told about", repr(exc))
        return exc_type is not None and issubclass(exc_type, self.kinds)


async def attempt(error):
    async with Ignoring(KeyError, ValueError):
        print("raising", repr(error))
        raise error
    print("goes on after the block")


async def main():
    await attempt(KeyError("user"))
    await attempt(ValueError("not a number"))
    async with Ignoring(KeyError):
        print("nothing to suppress")
    await attempt(OSError("disk full"))


if __name__ == "__main__":
    asyncio.run(main())
