import asyncio


class Wrong:
    def __await__(self):
        print("yielding a number")
        got = yield 42
        print("never here", got)


async def main():
    try:
        await Wrong()
    except RuntimeError as error:
        print("caught:", error)
    await Wrong()


if __name__ == "__main__":
    asyncio.run(main())
