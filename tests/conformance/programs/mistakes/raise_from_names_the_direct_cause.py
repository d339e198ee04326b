import asyncio


class StartupError(Exception):
    pass


class Server:
    async def __aenter__(self):
        try:
            await self.read_settings()
        except KeyError as error:
            raise StartupError("settings are incomplete") from error
        return self

    async def __aexit__(self, *args):
        print("never left")

    async def read_settings(self):
        await asyncio.sleep(1)
        return {}["port"]


async def quietly():
    try:
        return int("eighty")
    except ValueError:
        raise StartupError("no port") from None


async def main():
    try:
        await quietly()
    except StartupError as error:
        print(error, error.__cause__, error.__suppress_context__)
    async with Server():
        print("never here")


if __name__ == "__main__":
    asyncio.run(main())
