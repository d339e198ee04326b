import asyncio


class Lazy:
    """Awaits its factory once, however often and by whomever it is awaited."""

    def __init__(self, factory):
        self._factory, self._future = factory, None

    def __await__(self):
        if self._future is None:
            self._future = asyncio.ensure_future(self._factory())
        return self._future.__await__()


class Service:
    def __init__(self, name):
        self.name = name
        self.connection = Lazy(self._connect)

    async def _connect(self):
        print("connecting", self.name)
        await asyncio.sleep(1)
        if self.name == "down":
            raise OSError(f"{self.name} does not answer")
        return f"<{self.name}>"

    async def ask(self, question):
        return f"{await self.connection}: {question}"


async def main():
    service = Service("db")
    print(await asyncio.gather(service.ask("a"), service.ask("b")))
    print(await service.ask("c"), asyncio.get_running_loop().time())
    down = Service("down")
    for answer in await asyncio.gather(down.ask("x"), down.ask("y"), return_exceptions=True):
        print(repr(answer))


asyncio.run(main())
