import asyncio
import inspect
from dataclasses import dataclass, field
from typing import Any, Protocol, get_type_hints, runtime_checkable


@runtime_checkable
class Clock(Protocol):
    def now(self) -> float: ...


class LoopClock:
    def now(self):
        return asyncio.get_running_loop().time()


@dataclass
class Settings:
    name: str = "app"
    retries: int = 2


@dataclass
class Database:
    settings: Settings
    rows: dict[str, int] = field(default_factory=dict)

    async def connect(self):
        await asyncio.sleep(0.1)
        self.rows["connected"] = self.settings.retries
        return self


@dataclass
class Service:
    database: Database
    clock: Clock
    log: list = field(default_factory=list, repr=False, compare=False)

    async def handle(self, request: str) -> str:
        self.log.append((self.clock.now(), request))
        return f"{request}@{self.database.settings.name}"


class Container:
    def __init__(self):
        self.providers: dict[type, Any] = {}
        self.made: dict[type, Any] = {}

    def provide(self, kind, factory=None):
        self.providers[kind] = factory or kind

    async def get(self, kind):
        if kind in self.made:
            return self.made[kind]
        factory = self.providers[kind]
        arguments = {}
        for name, parameter in inspect.signature(factory).parameters.items():
            if parameter.default is inspect.Parameter.empty and parameter.annotation in self.providers:
                arguments[name] = await self.get(parameter.annotation)
        print("making", kind.__name__, sorted(arguments))
        result = factory(**arguments)
        if inspect.isawaitable(result):
            result = await result
        self.made[kind] = result
        return result


async def make_database(settings: Settings) -> Database:
    return await Database(settings).connect()


async def main():
    container = Container()
    container.provide(Settings, lambda: Settings("demo"))
    container.provide(Clock, LoopClock)
    container.provide(Database, make_database)
    container.provide(Service)
    service = await container.get(Service)
    print(await service.handle("a"), await service.handle("b"))
    print(service.database, service.log, isinstance(service.clock, Clock), get_type_hints(make_database))


asyncio.run(main())
