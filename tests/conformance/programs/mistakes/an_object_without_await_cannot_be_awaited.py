import asyncio


class Settings:
    def __init__(self):
        self.values = {"depth": 3}


async def load(settings):
    loaded = await settings
    return loaded


async def main():
    for wrong in (None, 3, "text", [1, 2], load, Settings):
        try:
            await wrong
        except TypeError as error:
            print(error)
    print(await load(Settings()))


if __name__ == "__main__":
    asyncio.run(main())
