import asyncio


async def numbers(limit):
    for number in range(limit):
        try:
            yield number
        except GeneratorExit:
            raise
        finally:
            await asyncio.sleep(0)


async def main():
    async with asyncio.timeout(1):
        async for number in numbers(3):
            if number == 1:
                continue
            print(
                f"{number}",
                end="",
            )
    try:
        await asyncio.gather(
            first(),
            second(),
        )
    except* ValueError:
        pass


if __name__ == "__main__":
    asyncio.run(main())
