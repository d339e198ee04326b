import asyncio


async def once():
    print("once")
    return 1


async def main():
    coroutine = once()
    print(await coroutine)
    try:
        print(await coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)


if __name__ == "__main__":
    asyncio.run(main())
