import asyncio


class ConfigError(Exception):
    def __init__(self, key):
        super().__init__(f"no setting {key!r}")
        self.key = key


async def setting(settings, key):
    await asyncio.sleep(0)
    try:
        return settings[key]
    except KeyError as error:
        raise ConfigError(key) from error


async def main():
    settings = {"host": "localhost"}
    print(await setting(settings, "host"))
    try:
        await setting(settings, "port")
    except ConfigError as error:
        print(error, error.key, type(error.__cause__).__name__)
    try:
        try:
            await setting(settings, "user")
        except ConfigError:
            raise LookupError("again") from None
    except LookupError as error:
        print(error, error.__cause__, error.__suppress_context__)
    await setting(settings, "password")


asyncio.run(main())
