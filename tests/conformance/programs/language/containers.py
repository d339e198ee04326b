class Ring:
    def __init__(self, *items):
        self._items = list(items)

    def __len__(self):
        return len(self._items)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return Ring(*self._items[index])
        if isinstance(index, tuple):
            return [self[i] for i in index]
        return self._items[index % len(self._items)]

    def __setitem__(self, index, value):
        print("set", index, "=", value)
        self._items[index] = value

    def __delitem__(self, index):
        print("del", index)
        del self._items[index]

    def __contains__(self, value):
        print("looking for", value)
        return value in self._items

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        yield from self._items[::-1]

    def __repr__(self):
        return f"Ring({', '.join(map(repr, self._items))})"


class Countdown:
    """Only __getitem__: the old iteration protocol."""

    def __getitem__(self, index):
        if index >= 3:
            raise IndexError(index)
        return 3 - index


class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        self[key] = key * 2
        return self[key]


ring = Ring("a", "b", "c", "d")
print(ring[0], ring[5], ring[-1], ring[1:3], ring[::2], ring[0, 2], len(ring))
ring[1] = "B"
ring[:1] = ["x", "y"]
del ring[0]
print("B" in ring, "q" not in ring, ring, list(reversed(ring)), [*ring], bool(Ring()))
first, *rest = ring
print(first, rest, tuple(ring), max(ring), sorted(ring))
print(list(Countdown()), 2 in Countdown(), sum(Countdown()), dict(enumerate(Countdown())))
a, b, c = Countdown()
print(a, b, c, list(zip(Countdown(), "xyz")))
d = Default(a=1)
print(d["a"], d["b"], d["b"], d, d.get("z"), "z" in d)
for attempt in (lambda: len(5), lambda: 5[0], lambda: iter(5), lambda: [1]["x"], lambda: {}[[]],
                lambda: (1, 2)[9], lambda: ring["k"]):
    try:
        attempt()
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
