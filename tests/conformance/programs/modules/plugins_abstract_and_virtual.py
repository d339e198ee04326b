import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterable, Mapping, MutableMapping, Sequence, Hashable, Callable
from abc import ABC, abstractmethod
from typing import Protocol, runtime_checkable, Generic, TypeVar, Union, Literal, TypedDict, Annotated, get_type_hints, cast, overload, Final


class Plugin(ABC):
    registry: dict[str, type] = {}

    def __init_subclass__(cls, *, name=None, **kw):
        super().__init_subclass__(**kw)
        if name:
            cls.registry[name] = cls

    @abstractmethod
    async def process(self, item): ...

    @property
    @abstractmethod
    def label(self): ...

    @classmethod
    def create(cls, name, *args):
        return cls.registry[name](*args)


class Upper(Plugin, name="upper"):
    label = "U"

    async def process(self, item):
        await asyncio.sleep(0)
        return item.upper()


class Repeat(Plugin, name="repeat"):
    def __init__(self, n=2):
        self.n = n

    @property
    def label(self):
        return f"R{self.n}"

    async def process(self, item):
        return item * self.n


class Half(Plugin):
    async def process(self, item):
        return item


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class LowerDict(MutableMapping):
    def __init__(self, *args, **kw):
        self.data = {}
        self.update(*args, **kw)

    def __getitem__(self, k):
        return self.data[k.lower()]

    def __setitem__(self, k, v):
        self.data[k.lower()] = v

    def __delitem__(self, k):
        del self.data[k.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


class Countdown(AsyncIterator):
    def __init__(self, n):
        self.n = n

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class Deck(Sequence):
    def __init__(self, cards):
        self.cards = cards

    def __getitem__(self, i):
        return self.cards[i]

    def __len__(self):
        return len(self.cards)


async def pipeline(text, *plugins):
    for plugin in plugins:
        text = await plugin.process(text)
    return text, [p.label for p in plugins]


async def main():
    print(await pipeline("ab", Plugin.create("upper"), Plugin.create("repeat", 3)), sorted(Plugin.registry))
    for cls in (Plugin, Half):
        try:
            cls()
        except TypeError as error:
            print(error)
    gen = (x for x in [1])
    print(isinstance(gen, Closable), isinstance(5, Closable), issubclass(Upper, Plugin), Half.__abstractmethods__ == {"label"})
    d = LowerDict(A=1, b=2)
    d["C"] = 3
    print(dict(d), d.get("a"), d.pop("B"), "C" in d, d.setdefault("z", 9), list(d.items()), d == {"a": 1, "c": 3, "z": 9}, len(d))
    try:
        d["missing"]
    except KeyError as error:
        print("KeyError", error)
    print([n async for n in Countdown(3)])
    deck = Deck("abcab")
    print(deck.index("c"), deck.count("a"), list(reversed(deck)), "z" in deck, deck[1:3], deck[-1])
    print(isinstance(d, Mapping), isinstance([], Sequence), isinstance({}, Hashable), isinstance(main, Callable), isinstance("", Iterable))
    coro = pipeline("x")
    print(isinstance(coro, Awaitable), await coro)

    class Movie(TypedDict, total=False):
        title: str
        year: int
    movie: Movie = {"title": "T"}
    print(movie, Movie.__annotations__.keys(), cast(int, "5"), Union[int, str], int | None, Literal["a"], Annotated[int, "m"], list[int], dict[str, list[int]])
    print(isinstance(5, int | str), isinstance(None, int | None), (int | str) == Union[int, str])

    @Plugin.register
    class Virtual:
        pass
    print(issubclass(Virtual, Plugin), isinstance(Virtual(), Plugin))


asyncio.run(main())
