import asyncio
from abc import ABC, ABCMeta, abstractmethod


class Transport(ABC):
    @abstractmethod
    async def send(self, data): ...

    @abstractmethod
    async def receive(self): ...

    @property
    @abstractmethod
    def name(self): ...

    async def ask(self, data):
        await self.send(data)
        return await self.receive()


class Loopback(Transport):
    name = "loopback"

    def __init__(self):
        self.queue = asyncio.Queue()

    async def send(self, data):
        await asyncio.sleep(0.1)
        await self.queue.put(data)

    async def receive(self):
        return await self.queue.get()


class Half(Transport):
    async def send(self, data):
        return await super().send(data)


class Plugin(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def create(cls): ...

    @staticmethod
    @abstractmethod
    def version(): ...


@Transport.register
class Foreign:
    pass


async def main():
    for cls in (Transport, Half, Plugin):
        try:
            cls()
        except TypeError as error:
            print(error)
    transport = Loopback()
    print(transport.name, await transport.ask("ping"))
    print(isinstance(transport, Transport), issubclass(Loopback, Transport))
    print(isinstance(Foreign(), Transport), issubclass(Foreign, Transport), isinstance(3, Transport))
    print(sorted(Transport.__abstractmethods__), Loopback.__abstractmethods__ == frozenset())
    print(type(Transport).__name__, Transport.send.__isabstractmethod__)


asyncio.run(main())
