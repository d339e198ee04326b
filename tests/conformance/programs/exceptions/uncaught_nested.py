import asyncio


class Service:
    def __init__(self, name):
        self.name = name

    async def start(self):
        await asyncio.sleep(0.5)
        return self.connect({"host": None})

    def connect(self, settings):
        return [self.resolve(key, value) for key, value in settings.items()]

    def resolve(self, key, value):
        return key + ":" + value


async def main():
    service = Service("db")
    try:
        await service.start()
    except TypeError as error:
        print("failed:", error)
        raise RuntimeError(
            f"could not start {service.name}"
        ) from error


asyncio.run(main())
