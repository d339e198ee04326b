import asyncio


class Plain:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, *args):
        print("exit")


class Async:
    async def __aenter__(self):
        print("aenter")
        return self

    async def __aexit__(self, *args):
        print("aexit")


class Half:
    async def __aenter__(self):
        print("never entered")


class NotAwaitable:
    def __aenter__(self):
        return "text"

    def __aexit__(self, *args):
        return None


async def attempt(what):
    try:
        await what()
    except (TypeError, AttributeError) as error:
        print(f"{what.__name__}: {error}")


async def plain_in_async():
    async with Plain():
        print("not here")


async def async_in_plain():
    with Async():
        print("not here")


async def half():
    async with Half():
        print("not here")


async def not_awaitable():
    async with NotAwaitable():
        print("not here")


async def main():
    with Plain():
        print("plain body")
    async with Async():
        print("async body")
    await attempt(plain_in_async)
    await attempt(async_in_plain)
    await attempt(half)
    await attempt(not_awaitable)


if __name__ == "__main__":
    asyncio.run(main())
