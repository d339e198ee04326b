# collections. Specified in: https://docs.python.org/3.11/library/collections.html
from _engine import GenericAlias as _GenericAlias
import sys as _sys
from _engine import OrderedDict as _OrderedDict, bound as _bound, count_elements as _count_elements, execute
from _engine import list_for_deque as _list_for_deque
from _engine import matches_mappings as _matches_mappings, matches_sequences as _matches_sequences, place as _place
from _engine import written_in_c as _written_in_c


@_matches_sequences
@_written_in_c
class deque:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        if hasattr(self, "_items"):
            self.clear()
        else:
            self._items = _list_for_deque()   # its first _first places are empty
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
        self._changes += 1
        self._items.append(item)
        if self._maxlen is not None and len(self._items) - self._first > self._maxlen:
            self._items[self._first] = None
            self._first += 1
            self._tidy()

    def appendleft(self, item):
        self._changes += 1
        if self._first:
            self._first -= 1
            self._items[self._first] = item
        else:
            room = len(self._items) + 8
            self._items[:0] = [None] * room
            self._first = room - 1
            self._items[self._first] = item
        if self._maxlen is not None and len(self._items) - self._first > self._maxlen:
            self._items.pop()

    def pop(self):
        if len(self._items) == self._first:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._items.pop()

    def popleft(self):
        if len(self._items) == self._first:
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
        if len(self._items) == self._first:
            return
        gone, self._items, self._first = self._items, _list_for_deque(), 0
        self._changes += 1

    def copy(self):
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def _rotate(self, n):
        size = len(self._items) - self._first
        if size > 1:
            self._changes += 1
            n %= size
            if n:
                items = self._items[self._first:]
                self._items[self._first:] = items[size - n:] + items[:size - n]

    def rotate(self, n=1, /):
        self._rotate(_place(n))

    def reverse(self):
        self._items[self._first:] = self._items[self._first:][::-1]

    # What goes through the items while an __eq__ of the program may change them.
    def _moved(self, changes, error=RuntimeError):
        if self._changes != changes:
            raise error("deque mutated during iteration")

    def remove(self, value, /):
        changes = self._changes
        for i in range(len(self._items) - self._first):
            item = self._items[self._first + i]
            found = item is value or bool(item == value)
            self._moved(changes, IndexError)
            if found:
                del self[i]
                return
        raise ValueError("deque.remove(x): x not in deque" if _sys.version_info >= (3, 14) else
                         f"{value!r} is not in deque")

    def index(self, value, start=0, stop=None, /):
        last = len(self)
        start = _bound(start)
        stop = last if stop is None else _bound(stop)
        changes, size = self._changes, len(self)
        start = max(start + size, 0) if start < 0 else start
        stop = max(stop + size, 0) if stop < 0 else min(stop, size)
        for i in range(start, stop):
            item = self._items[self._first + i]
            if item is value or item == value:
                return i
            self._moved(changes)
        raise ValueError("deque.index(x): x not in deque" if _sys.version_info >= (3, 14) else
                         f"{value!r} is not in deque")

    def count(self, value, /):
        changes, number = self._changes, 0
        for i in range(len(self._items) - self._first):
            item = self._items[self._first + i]
            if item is value or item == value:
                number += 1
            self._moved(changes)
        return number

    def __contains__(self, value, /):
        changes = self._changes
        for i in range(len(self._items) - self._first):
            item = self._items[self._first + i]
            if item is value or item == value:
                return True
            self._moved(changes)
        return False

    def insert(self, index, value, /):
        index, size = _place(index), len(self)
        if self._maxlen == size:
            raise IndexError("deque already at its maximum size")
        if index >= size:
            self.append(value)
        elif index <= -size or not index:
            self.appendleft(value)
        else:
            self._rotate(-index)
            if index < 0:
                self.append(value)
            else:
                self.appendleft(value)
            self._rotate(index)

    def __len__(self):
        return len(self._items) - self._first

    def __bool__(self):
        return len(self._items) > self._first

    # From when the iterator is made, not from when it is first asked.
    def __iter__(self):
        return self._forwards(self._changes, len(self._items) - self._first)

    def _forwards(self, changes, size):
        for i in range(size):
            if self._changes != changes:
                raise RuntimeError("deque mutated during iteration")
            yield self._items[self._first + i]
        if self._changes != changes:
            raise RuntimeError("deque mutated during iteration")

    def __reversed__(self):
        return self._backwards(self._changes, len(self._items) - self._first)

    def _backwards(self, changes, size):
        for i in range(size - 1, -1, -1):
            self._moved(changes)
            yield self._items[self._first + i]

    def _at(self, index):
        if not isinstance(index, int):
            if not hasattr(type(index), "__index__"):
                raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
            index = _place(index)
        size = len(self._items) - self._first
        if not -size <= index < size:
            _place(index)
            raise IndexError("deque index out of range")
        return self._first + (index if index >= 0 else index + size)

    def __getitem__(self, index, /):
        at = self._at(index)
        return self._items[at]

    def __setitem__(self, index, value, /):
        at = self._at(index)
        self._items[at] = value

    def __delitem__(self, index, /):
        at = self._at(index)
        self._changes += 1
        del self._items[at]

    def _compared(self, other, compare, shorter, equal, longer):
        # As lists are compared, but that a pair which differs is compared again as a whole.
        mine, theirs = iter(self), iter(other)
        while True:
            a, b = next(mine, _nothing), next(theirs, _nothing)
            if a is _nothing or b is _nothing:
                return equal if a is b else shorter if a is _nothing else longer
            if not (a is b or a == b):
                return bool(compare(a, b))

    def __eq__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        if self is other or len(self) != len(other):
            return self is other
        return self._compared(other, lambda a, b: a == b, False, True, False)

    def __ne__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        if self is other or len(self) != len(other):
            return self is not other
        return self._compared(other, lambda a, b: a != b, True, False, True)

    def __lt__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._compared(other, lambda a, b: a < b, True, False, False)

    def __le__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._compared(other, lambda a, b: a <= b, True, True, False)

    def __gt__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._compared(other, lambda a, b: a > b, False, False, True)

    def __ge__(self, other, /):
        if not isinstance(other, deque):
            return NotImplemented
        return self._compared(other, lambda a, b: a >= b, False, True, True)

    def __add__(self, other, /):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{_name_in_full(other)}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __mul__(self, times, /):
        if not hasattr(type(times), "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{_name_in_full(times)}'")
        times = _place(times)
        return type(self)(list(self) * times, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, times, /):
        if not hasattr(type(times), "__index__"):
            raise TypeError(f"can't multiply sequence by non-int of type '{_name_in_full(times)}'")
        times = _place(times)
        if times <= 0:
            self.clear()
        elif times > 1:
            self.extend(list(self) * (times - 1))
        return self

    def __iadd__(self, other, /):
        self.extend(other)
        return self

    __hash__ = None

    def __repr__(self):
        limit = "" if self._maxlen is None else f", maxlen={self._maxlen}"
        return f"{type(self).__name__}({[item if item is not self else _Dots() for item in self]!r}{limit})"


_nothing = object()


def _name_in_full(value):
    made = type(value)
    return f"collections.{made.__name__}" if made in (deque, defaultdict, OrderedDict) else made.__name__


class _Dots:
    def __repr__(self):
        return "[...]"


@_written_in_c
class defaultdict(dict):
    __slots__ = ("default_factory",)

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
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    def __repr__(self):
        entries = dict.__repr__(self)
        return f"{type(self).__name__}({self.default_factory!r}, {entries})"


@_written_in_c
class OrderedDict(_OrderedDict):
    pass


def _is_mapping(value):
    if isinstance(value, (dict, ChainMap)):
        return True
    from collections.abc import Mapping
    return isinstance(value, Mapping)


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if not _is_mapping(iterable):
                self._count(iterable)
            elif self:
                get = self.get
                for key, number in iterable.items():
                    self[key] = number + get(key, 0)
            else:
                super().update(iterable)
        if kwds:
            self.update(kwds)

    def _count(self, iterable):
        if type(self).get is dict.get and type(self).__setitem__ is dict.__setitem__:
            _count_elements(self, iterable)
            return
        for key in iterable:
            self[key] = self.get(key, 0) + 1

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for key, number in iterable.items():
                    self[key] = get(key, 0) - number
            else:
                for key in iterable:
                    self[key] = get(key, 0) - 1
        if kwds:
            self.subtract(kwds)

    def elements(self):
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=lambda item: item[1], reverse=True)
        from heapq import nlargest
        return nlargest(n, self.items(), key=lambda item: item[1])

    def total(self):
        return sum(self.values())

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    # A new one of what `combine` makes of the two numbers of each key here, and `alone` of that of a key there.
    def _combined(self, other, combine, alone):
        made = Counter()
        for key, number in self.items():
            number = combine(number, other[key])
            if number > 0:
                made[key] = number
        if alone:
            for key, number in other.items():
                if key not in self and alone(number):
                    made[key] = 0 - number if alone is _is_negative else number
        return made

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a + b, _is_positive)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a - b, _is_negative)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: b if a < b else a, _is_positive)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a if a < b else b, None)

    if _sys.version_info >= (3, 15):
        def __xor__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            made = Counter()
            for key in (*self, *(key for key in other if key not in self)):
                if apart := abs(self[key] - other[key]):
                    made[key] = apart
            return made

        def __ixor__(self, other):
            for key in (*self, *(key for key in other if key not in self)):
                self[key] = abs(self[key] - other[key])
            return self._keep_positive()

    def __pos__(self):
        made = Counter()
        for key, number in self.items():
            if number > 0:
                made[key] = number
        return made

    def __neg__(self):
        made = Counter()
        for key, number in self.items():
            if number < 0:
                made[key] = 0 - number
        return made

    def _keep_positive(self):
        for key in [key for key, number in self.items() if not number > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, number in other.items():
            self[key] += number
        return self._keep_positive()

    def __isub__(self, other):
        for key, number in other.items():
            self[key] -= number
        return self._keep_positive()

    def __ior__(self, other):
        for key, number in other.items():
            if number > self[key]:
                self[key] = number
        return self._keep_positive()

    def __iand__(self, other):
        for key, number in self.items():
            least = other[key]
            if least < number:
                self[key] = least
        return self._keep_positive()

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
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] >= other[key] for each in (self, other) for key in each)

    def __gt__(self, other):
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    __hash__ = None

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            entries = dict(self.most_common())
        except TypeError:
            entries = dict(self)
        return f"{type(self).__name__}({entries!r})"


def _is_positive(number):
    return number > 0


def _is_negative(number):
    return number < 0


@_matches_mappings
class ChainMap:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for each in self.maps:
            try:
                return each[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        return any(key in each for each in self.maps)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def clear(self):
        self.maps[0].clear()

    def __iter__(self):
        seen = {}
        for each in map(dict.fromkeys, reversed(self.maps)):
            seen |= each
        return iter(seen)

    __reversed__ = None

    def __len__(self):
        return len(set().union(*self.maps))

    def __bool__(self):
        return any(self.maps)

    def keys(self):
        from collections.abc import KeysView
        return KeysView(self)

    def values(self):
        from collections.abc import ValuesView
        return ValuesView(self)

    def items(self):
        from collections.abc import ItemsView
        return ItemsView(self)

    def update(self, other=(), /, **kwds):
        from collections.abc import MutableMapping
        MutableMapping.update(self, other, **kwds)

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if _is_mapping(other) else NotImplemented

    __hash__ = None

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ror__(self, other):
        if not _is_mapping(other):
            return NotImplemented
        made = dict(other)
        for each in reversed(self.maps):
            made.update(each)
        return type(self)(made)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, self.maps))})"


def _fixed(self, value):
    raise AttributeError("can't set attribute")


def _kept(self):
    raise AttributeError("can't delete attribute")


class _tuplegetter(property):
    if _sys.version_info < (3, 14):
        __module__ = "_collections"

    def __init__(self, at, doc):
        super().__init__(lambda self: tuple.__getitem__(self, at), _fixed, _kept)
        self.__doc__, self._at = doc, at

    def __repr__(self):
        return f"_tuplegetter({self._at}, {self.__doc__!r})"


def _of_field(at):
    return _tuplegetter(at, f"Alias for field number {at}")


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
            raise (TypeError if _sys.version_info >= (3, 13) else ValueError)(
                f"Got unexpected field names: {list(kwds)!r}")
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
    if _sys.version_info >= (3, 13):
        space["__replace__"] = _replace
    for method in (__new__, _replace, __repr__, _asdict, __getnewargs__, _make.__func__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    for at, name in enumerate(fields):
        space[name] = _of_field(at)
    return type(typename, (tuple,), space)


# collections.abc, and what is derived from its classes, when it is asked for.
_later = ["UserDict", "UserList", "UserString"]
__all__ = ["ChainMap", "Counter", "OrderedDict", *_later, "defaultdict", "deque", "namedtuple"]


def __getattr__(name):
    if name == "abc":
        import collections.abc
        return collections.abc
    if name in _later:
        import _collections_user
        globals().update({each: getattr(_collections_user, each) for each in _later})
        return globals()[name]
    raise AttributeError(f"module 'collections' has no attribute {name!r}", name=name, obj=_sys.modules["collections"])
