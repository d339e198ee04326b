from collections.abc import (AsyncIterable, AsyncIterator, Awaitable, Callable, Collection, Coroutine, Generator,
                             Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, Sequence, Set,
                             Sized)


class Registry(MutableMapping):
    def __init__(self):
        self._items = {}

    def __getitem__(self, key):
        return self._items[key.lower()]

    def __setitem__(self, key, value):
        self._items[key.lower()] = value

    def __delitem__(self, key):
        del self._items[key.lower()]

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)


class Window(Sequence):
    def __init__(self, items):
        self.items = items

    def __getitem__(self, at):
        return self.items[at]

    def __len__(self):
        return len(self.items)


async def coroutine():
    return 1


async def agen():
    yield 1


registry = Registry()
registry["Alpha"] = 1
registry.update(beta=2, GAMMA=3)
print(registry["ALPHA"], registry.get("delta", "?"), list(registry), len(registry), "BETA" in registry)
print(registry.pop("beta"), registry.setdefault("delta", 4), dict(registry.items()), list(registry.values()))
try:
    registry["nothing"]
except KeyError as error:
    print("KeyError", error)
window = Window([1, 2, 3, 2])
print(2 in window, window.index(3), window.count(2), list(reversed(window)), list(window))
made = coroutine()
print(isinstance(made, Awaitable), isinstance(made, Coroutine), isinstance(agen(), AsyncIterator),
      isinstance(agen(), AsyncIterable))
made.close()
for value in ([], (), {}, set(), "x", 1, print, range(2), (i for i in ()), b""):
    kinds = [kind.__name__ for kind in (Sized, Iterable, Iterator, Hashable, Callable, Collection, Sequence,
                                        MutableSequence, Mapping, MutableMapping, Set, Generator)
             if isinstance(value, kind)]
    print(type(value).__name__, kinds)
print(issubclass(Registry, Mapping), issubclass(list, Sequence), isinstance(registry, Mapping))
try:
    MutableMapping()
except TypeError as error:
    print(error)
