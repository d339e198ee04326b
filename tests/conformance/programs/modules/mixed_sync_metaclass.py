import asyncio
from abc import ABCMeta, abstractmethod
from collections.abc import Mapping
from enum import Enum, EnumMeta


class SyncMeta(ABCMeta):
    """Wraps every public coroutine method so that calls are counted."""

    def __new__(mcs, name, bases, namespace):
        for key, value in list(namespace.items()):
            if asyncio.iscoroutinefunction(value) and not key.startswith("_"):
                namespace[key] = mcs.counted(key, value)
        cls = super().__new__(mcs, name, bases, namespace)
        cls.calls = {}
        return cls

    @staticmethod
    def counted(key, function):
        async def wrapper(self, *args, **kwargs):
            type(self).calls[key] = type(self).calls.get(key, 0) + 1
            return await function(self, *args, **kwargs)
        wrapper.__name__ = key
        wrapper.__isabstractmethod__ = getattr(function, "__isabstractmethod__", False)
        return wrapper


class Store(metaclass=SyncMeta):
    @abstractmethod
    async def load(self, key): ...

    async def load_all(self, *keys):
        return [await self.load(key) for key in keys]


class MemoryStore(Store):
    def __init__(self, **data):
        self.data = data

    async def load(self, key):
        await asyncio.sleep(0.1)
        return self.data.get(key)


class Env(Mapping):
    def __init__(self, **values):
        self._values = values

    def __getitem__(self, key):
        return self._values[key]

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)


class CaseInsensitive(EnumMeta):
    def __getitem__(cls, name):
        return super().__getitem__(name.upper())


class Color(Enum, metaclass=CaseInsensitive):
    RED = "r"
    GREEN = "g"

    @classmethod
    def _missing_(cls, value):
        print("missing", value)
        return cls.RED if value == "?" else None


async def main():
    store = MemoryStore(a=1, b=2)
    print(await store.load_all("a", "b", "c"), MemoryStore.calls, Store.calls)
    try:
        Store()
    except TypeError as error:
        print(error)
    env = Env(x=1, y=2)
    print({**env}, dict(env), env == {"x": 1, "y": 2}, "x" in env, env.get("z", 9), list(env.items()), len(env))
    print(Color["red"], Color("g"), Color("?"), [c.name for c in Color])
    try:
        Color("nope")
    except ValueError as error:
        print(error)
    print(isinstance(Store, SyncMeta), type(Color).__name__, issubclass(MemoryStore, Store), Store.__abstractmethods__)


asyncio.run(main())
