# collections. Specified in: https://docs.python.org/3.11/library/collections.html
from _engine import execute, written_in_c as _written_in_c
from types import GenericAlias


@_written_in_c
class deque:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        self._items = []   # a list whose first _first places are empty
        self._first = self._changes = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    @maxlen.setter
    def maxlen(self, value):
        raise AttributeError("attribute 'maxlen' of 'collections.deque' objects is not writable")

    def _tidy(self):
        if self._first > 16 and self._first * 2 > len(self._items):
            del self._items[:self._first]
            self._first = 0

    def append(self, item):
        if self._maxlen == 0:
            return
        self._changes += 1
        self._items.append(item)
        if self._maxlen is not None and len(self) > self._maxlen:
            self.popleft()

    def appendleft(self, item):
        if self._maxlen == 0:
            return
        self._changes += 1
        if self._first:
            self._first -= 1
            self._items[self._first] = item
        else:
            room = len(self._items) + 8
            self._items[:0] = [None] * room
            self._first = room - 1
            self._items[self._first] = item
        if self._maxlen is not None and len(self) > self._maxlen:
            self.pop()

    def pop(self):
        if not len(self):
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._items.pop()

    def popleft(self):
        if not len(self):
            raise IndexError("pop from an empty deque")
        self._changes += 1
        item = self._items[self._first]
        self._items[self._first] = None
        self._first += 1
        self._tidy()
        return item

    def extend(self, iterable):
        for item in list(self) if iterable is self else iterable:
            self.append(item)

    def extendleft(self, iterable):
        for item in list(self) if iterable is self else iterable:
            self.appendleft(item)

    def clear(self):
        self._items, self._first = [], 0
        self._changes += 1

    def copy(self):
        return type(self)(self, self._maxlen)

    __copy__ = copy

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
                self._changes += 1
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
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        items = list(self)
        items.insert(index, value)
        self._items, self._first = items, 0

    def __len__(self):
        return len(self._items) - self._first

    def __bool__(self):
        return len(self._items) > self._first

    def __iter__(self):
        changes = self._changes
        for i in range(len(self)):
            if self._changes != changes:
                raise RuntimeError("deque mutated during iteration")
            yield self._items[self._first + i]
        if self._changes != changes:
            raise RuntimeError("deque mutated during iteration")

    def __reversed__(self):
        return iter(list(self)[::-1])

    def __contains__(self, value):
        return value in list(self)

    def _at(self, index):
        if not hasattr(index, "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        size = len(self)
        if not -size <= index < size:
            raise IndexError("deque index out of range")
        return self._first + (index if index >= 0 else index + size)

    def __getitem__(self, index):
        return self._items[self._at(index)]

    def __setitem__(self, index, value):
        self._items[self._at(index)] = value

    def __delitem__(self, index):
        self._changes += 1
        del self._items[self._at(index)]

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return list(self) < list(other) if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return list(self) <= list(other) if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __mul__(self, count):
        return type(self)(list(self) * count, self._maxlen)

    __rmul__ = __mul__

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __repr__(self):
        limit = "" if self._maxlen is None else f", maxlen={self._maxlen}"
        return f"{type(self).__name__}({[item if item is not self else _Dots() for item in self]!r}{limit})"


class _Dots:
    def __repr__(self):
        return "[...]"


@_written_in_c
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
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        return type(self)(self.default_factory, dict(self) | other) if isinstance(other, dict) else NotImplemented

    def __repr__(self):
        return f"{type(self).__name__}({self.default_factory!r}, {dict(self)!r})"


@_written_in_c
class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
            return
        others = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        dict.update(self, others)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(dict.__reversed__(self)) if last else next(dict.__iter__(self))
        return key, dict.pop(self, key)

    def copy(self):
        return type(self)(self)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return dict.__eq__(self, other)

    def __or__(self, other):
        return type(self)(dict(self) | other) if isinstance(other, dict) else NotImplemented

    def __repr__(self):
        return f"{type(self).__name__}({list(self.items()) if self else ''})"


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
        return type(self)(self)

    __copy__ = copy

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def _combined(self, other, combine):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for key in [*self, *(key for key in other if key not in self)]:
            number = combine(self[key], other[key])
            if number > 0:
                made[key] = number
        return made

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combined(other, max)

    def __and__(self, other):
        return self._combined(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _in_place(self, made):
        if made is not NotImplemented:
            self.clear()
            dict.update(self, made)
            return self
        return made

    def __iadd__(self, other):
        return self._in_place(self + other)

    def __isub__(self, other):
        return self._in_place(self - other)

    def __ior__(self, other):
        return self._in_place(self | other)

    def __iand__(self, other):
        return self._in_place(self & other)

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] == other[key] for each in (self, other) for key in each)

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] <= other[key] for each in (self, other) for key in each)

    def __lt__(self, other):
        return self <= other and self != other

    def __ge__(self, other):
        return other <= self

    def __gt__(self, other):
        return other < self

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            items = self.most_common()
        except TypeError:
            items = self.items()
        return f"{type(self).__name__}({dict(items)!r})"


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for each in self.maps:
            if key in each:
                return each[key]
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        return any(key in each for each in self.maps)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        del self.maps[0][key]

    def pop(self, key, *args):
        if key not in self.maps[0] and not args:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        return self.maps[0].pop(key, *args)

    def __iter__(self):
        seen = {}
        for each in reversed(self.maps):
            seen.update(dict.fromkeys(each))
        return iter(seen)

    def __len__(self):
        return len(set().union(*self.maps))

    def __bool__(self):
        return any(self.maps)

    def keys(self):
        return dict(self.items()).keys()

    def values(self):
        return dict(self.items()).values()

    def items(self):
        return {key: self[key] for key in self}.items()

    def update(self, *args, **kwargs):
        self.maps[0].update(*args, **kwargs)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items())

    def new_child(self, m=None, **kwargs):
        return type(self)({**kwargs} if m is None else m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.maps))})"


def _fixed(self, value=None):
    raise AttributeError("can't set attribute")


def _of_field(at):
    return property(lambda self: tuple.__getitem__(self, at), _fixed, _fixed, f"Alias for field number {at}")


_keywords = ("False None True and as assert async await break class continue def del elif else except finally for from "
             "global if import in is lambda nonlocal not or pass raise return try while with yield").split()


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    fields = list(map(str, field_names))
    if rename:
        seen = set()
        for i, name in enumerate(fields):
            if not name.isidentifier() or name in _keywords or name[0] == "_" or name in seen:
                fields[i] = f"_{i}"
            seen.add(name)
    for name in (typename, *fields):
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _keywords:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    for i, name in enumerate(fields):
        if name[0] == "_" and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in fields[:i]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    fields = tuple(fields)
    given = tuple(() if defaults is None else defaults)
    if len(given) > len(fields):
        raise TypeError("Got more default values than field names")
    made = {"__name__": f"namedtuple_{typename}", "_new": tuple.__new__}
    execute(f"def __new__(_cls, {', '.join(fields)}):\n return _new(_cls, ({', '.join(fields)}{',' * bool(fields)}))\n",
            made)
    __new__ = made["__new__"]
    __new__.__defaults__ = given or None

    @classmethod
    def _make(cls, iterable):
        made = tuple.__new__(cls, iterable)
        if len(made) != len(fields):
            raise TypeError(f"Expected {len(fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **kwds):
        made = self._make(map(kwds.pop, fields, self))
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return made

    def _asdict(self):
        return dict(zip(fields, self))

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([f'{name}={value!r}' for name, value in zip(fields, self)])})"

    def __getnewargs__(self):
        return tuple(self)
    space = {"__doc__": f"{typename}({', '.join(fields)})", "__slots__": (), "_fields": fields,
             "_field_defaults": dict(zip(fields[len(fields) - len(given):], given)), "__new__": __new__,
             "_make": _make, "_replace": _replace, "__repr__": __repr__, "_asdict": _asdict,
             "__getnewargs__": __getnewargs__, "__match_args__": fields, "__module__": module or "__main__"}
    for method in (__new__, _replace, __repr__, _asdict, __getnewargs__, _make.__func__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    for at, name in enumerate(fields):
        space[name] = _of_field(at)
    return type(typename, (tuple,), space)


class UserDict:
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(type(self), "__missing__", None)
        if missing is not None:
            return missing(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def copy(self):
        return type(self)(self.data)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def keys(self):
        return self.data.keys()

    def values(self):
        return self.data.values()

    def items(self):
        return self.data.items()

    def update(self, other=(), /, **kwds):
        for key, value in dict(other, **kwds).items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        if key in self:
            value = self[key]
            del self[key]
            return value
        return self.data.pop(key, *default)

    def clear(self):
        for key in [*self]:
            del self[key]

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, UserDict) else other)


class UserList(list):
    @property
    def data(self):
        return list(self)


class UserString(str):
    @property
    def data(self):
        return str(self)
