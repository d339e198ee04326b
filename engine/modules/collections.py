# collections, as programs use it. Specified in: https://docs.python.org/3.11/library/collections.html


class deque:
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self.maxlen = maxlen
        self._items = []   # a list whose first _first places are empty
        self._first = 0
        self.extend(iterable)

    def _tidy(self):
        if self._first > 16 and self._first * 2 > len(self._items):
            del self._items[:self._first]
            self._first = 0

    def append(self, item):
        if self.maxlen == 0:
            return
        self._items.append(item)
        if self.maxlen is not None and len(self) > self.maxlen:
            self.popleft()

    def appendleft(self, item):
        if self.maxlen == 0:
            return
        if self._first:
            self._first -= 1
            self._items[self._first] = item
        else:
            room = len(self._items) + 8
            self._items[:0] = [None] * room
            self._first = room - 1
            self._items[self._first] = item
        if self.maxlen is not None and len(self) > self.maxlen:
            self.pop()

    def pop(self):
        if not len(self):
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        if not len(self):
            raise IndexError("pop from an empty deque")
        item = self._items[self._first]
        self._items[self._first] = None
        self._first += 1
        self._tidy()
        return item

    def extend(self, iterable):
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable):
        for item in iterable:
            self.appendleft(item)

    def clear(self):
        self._items, self._first = [], 0

    def copy(self):
        return deque(self, self.maxlen)

    def rotate(self, n=1):
        items = list(self)
        if items:
            n %= len(items)
            self._items, self._first = items[len(items) - n:] + items[:len(items) - n], 0

    def reverse(self):
        self._items, self._first = list(self)[::-1], 0

    def remove(self, value):
        for i in range(self._first, len(self._items)):
            if self._items[i] == value:
                del self._items[i]
                return
        raise ValueError(f"{value!r} is not in deque")

    def index(self, value, start=0, stop=None):
        items = list(self)
        for i in range(start, len(items) if stop is None else stop):
            if items[i] == value:
                return i
        raise ValueError(f"{value!r} is not in deque")

    def count(self, value):
        return list(self).count(value)

    def insert(self, index, value):
        if self.maxlen is not None and len(self) >= self.maxlen:
            raise IndexError("deque already at its maximum size")
        items = list(self)
        items.insert(index, value)
        self._items, self._first = items, 0

    def __len__(self):
        return len(self._items) - self._first

    def __bool__(self):
        return len(self._items) > self._first

    def __iter__(self):
        size = len(self)
        for i in range(size):
            if len(self) != size:
                raise RuntimeError("deque mutated during iteration")
            yield self._items[self._first + i]

    def __reversed__(self):
        return iter(list(self)[::-1])

    def __contains__(self, value):
        return value in list(self)

    def _at(self, index):
        size = len(self)
        if not -size <= index < size:
            raise IndexError("deque index out of range")
        return self._first + (index if index >= 0 else index + size)

    def __getitem__(self, index):
        return self._items[self._at(index)]

    def __setitem__(self, index, value):
        self._items[self._at(index)] = value

    def __delitem__(self, index):
        del self._items[self._at(index)]

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __repr__(self):
        limit = "" if self.maxlen is None else f", maxlen={self.maxlen}"
        return f"deque({list(self)!r}{limit})"


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        super().__init__(*args, **kwargs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def copy(self):
        return defaultdict(self.default_factory, self)

    def __repr__(self):
        return f"defaultdict({self.default_factory!r}, {dict(self)!r})"


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        value = self.pop(key)
        if last:
            self[key] = value
            return
        others = list(self.items())
        self.clear()
        self[key] = value
        self.update(others)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self)) if last else next(iter(self))
        return key, self.pop(key)

    def copy(self):
        return OrderedDict(self)

    def __repr__(self):
        return f"OrderedDict({list(self.items())!r})" if self else "OrderedDict()"


class Counter(dict):
    def __init__(self, iterable=None, /, **kwargs):
        super().__init__()
        self.update(iterable, **kwargs)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **kwargs):
        if isinstance(iterable, dict):
            for key, number in iterable.items():
                self[key] = self[key] + number
        elif iterable is not None:
            for key in iterable:
                self[key] = self[key] + 1
        for key, number in kwargs.items():
            self[key] = self[key] + number

    def subtract(self, iterable=None, /, **kwargs):
        if isinstance(iterable, dict):
            for key, number in iterable.items():
                self[key] = self[key] - number
        elif iterable is not None:
            for key in iterable:
                self[key] = self[key] - 1
        for key, number in kwargs.items():
            self[key] = self[key] - number

    def elements(self):
        for key, number in self.items():
            for _ in range(number):
                yield key

    def most_common(self, n=None):
        ranked = sorted(self.items(), key=lambda item: item[1], reverse=True)
        return ranked if n is None else ranked[:n]

    def total(self):
        return sum(self.values())

    def copy(self):
        return Counter(self)

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def __add__(self, other):
        made = Counter()
        for key in [*self, *(key for key in other if key not in self)]:
            if self[key] + other[key] > 0:
                made[key] = self[key] + other[key]
        return made

    def __sub__(self, other):
        made = Counter()
        for key in [*self, *(key for key in other if key not in self)]:
            if self[key] - other[key] > 0:
                made[key] = self[key] - other[key]
        return made

    def __repr__(self):
        if not self:
            return "Counter()"
        return f"Counter({{{', '.join(f'{key!r}: {number!r}' for key, number in self.most_common())}}})"


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for each in self.maps:
            if key in each:
                return each[key]
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        return any(key in each for each in self.maps)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __iter__(self):
        seen = {}
        for each in reversed(self.maps):
            seen.update(dict.fromkeys(each))
        return iter(seen)

    def __len__(self):
        return len(set().union(*self.maps))

    def new_child(self, m=None):
        return ChainMap({} if m is None else m, *self.maps)

    def __repr__(self):
        return f"ChainMap({', '.join(map(repr, self.maps))})"


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = tuple(field_names)
    given = tuple(defaults or ())
    fallback = dict(zip(fields[len(fields) - len(given):], given))

    def __new__(cls, *args, **kwargs):
        if len(args) > len(fields):
            raise TypeError(f"{typename}.__new__() takes {len(fields) + 1} positional arguments "
                            f"but {len(args) + 1} were given")
        values = dict(zip(fields, args))
        for name, value in kwargs.items():
            if name not in fields:
                raise TypeError(f"{typename}.__new__() got an unexpected keyword argument {name!r}")
            if name in values:
                raise TypeError(f"{typename}.__new__() got multiple values for argument {name!r}")
            values[name] = value
        values = {**fallback, **values}
        missing = [repr(name) for name in fields if name not in values]
        if missing:
            listed = missing[0] if len(missing) == 1 else (
                " and ".join(missing) if len(missing) == 2 else ", ".join(missing[:-1]) + ", and " + missing[-1])
            raise TypeError(f"{typename}.__new__() missing {len(missing)} required positional "
                            f"argument{'s' if len(missing) > 1 else ''}: {listed}")
        return tuple.__new__(cls, [values[name] for name in fields])

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in zip(fields, self))})"

    def _asdict(self):
        return dict(zip(fields, self))

    def _replace(self, **kwargs):
        values = {**self._asdict(), **kwargs}
        unknown = [name for name in values if name not in fields]
        if unknown:
            raise ValueError(f"Got unexpected field names: {unknown!r}")
        return type(self)(**values)

    space = {"__new__": __new__, "__repr__": __repr__, "_asdict": _asdict, "_replace": _replace,
             "_fields": fields, "_field_defaults": fallback, "__match_args__": fields, "__slots__": ()}
    space["_make"] = classmethod(lambda cls, iterable: cls(*iterable))
    for i, name in enumerate(fields):
        space[name] = property(lambda self, i=i: tuple.__getitem__(self, i))
    return type(typename, (tuple,), space)
