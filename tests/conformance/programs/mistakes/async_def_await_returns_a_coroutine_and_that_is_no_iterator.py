import asyncio


class Hello:
    async def __await__(self):
        print("never printed")
        return self


async def greet():
    try:
        await Hello()
    except TypeError as error:
        print(error)
    return await Hello()


async def main():
    await greet()


if __name__ == "__main__":
    asyncio.run(main())
