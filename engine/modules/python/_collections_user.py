# collections' classes around a dict, a list and a text. Specified in:
# https://docs.python.org/3.11/library/collections.html#userdict-objects
import sys
from collections.abc import MutableMapping, MutableSequence, Sequence


class UserDict(MutableMapping):
    __module__ = "collections"

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

    if sys.version_info >= (3, 12):
        def get(self, key, default=None):
            return self[key] if key in self else default

    def __or__(self, other):
        other = _plain(other)
        return type(self)(self.data | other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        other = _plain(other)
        return type(self)(other | self.data) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.data |= _plain(other)
        return self

    def __copy__(self):
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.data = self.data.copy()
        return made

    def copy(self):
        return type(self)(self.data.copy()) if type(self) is UserDict else self.__copy__()

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made


def _plain(other):
    return other.data if isinstance(other, (UserDict, UserList, UserString)) else other


def _compared(*names):
    # Methods of the data's, which take another of this kind, or what it is around.
    def method(name):
        def compare(self, other):
            return getattr(self.data, name)(_plain(other))
        compare.__name__ = name
        return compare
    return {name: method(name) for name in names}


class UserList(MutableSequence):
    __module__ = "collections"
    vars().update(_compared("__lt__", "__le__", "__eq__", "__gt__", "__ge__"))
    __hash__ = None

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_plain(initlist))

    def __repr__(self):
        return repr(self.data)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        return type(self)(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return type(self)(self.data + list(_plain(other)))

    def __radd__(self, other):
        return type(self)(list(_plain(other)) + self.data)

    def __iadd__(self, other):
        self.data += list(_plain(other))
        return self

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        made = type(self).__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.data = self.data[:]
        return made

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(_plain(other))


def _of_text(*names, made):
    def method(name):
        def call(self, *args, **kwargs):
            result = getattr(self.data, name)(*map(_plain, args), **kwargs)
            return type(self)(result) if made else result
        call.__name__ = name
        return call
    return {name: method(name) for name in names}


class UserString(Sequence):
    __module__ = "collections"
    vars().update(_compared("__lt__", "__le__", "__eq__", "__gt__", "__ge__"))
    vars().update(_of_text("capitalize", "casefold", "center", "expandtabs", "ljust", "lower", "lstrip", "removeprefix",
                           "removesuffix", "replace", "rjust", "rstrip", "strip", "swapcase", "title", "translate",
                           "upper", "zfill", made=True))
    vars().update(_of_text("count", "encode", "endswith", "find", "format", "format_map", "index", "isalnum", "isalpha",
                           "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable",
                           "isspace", "istitle", "isupper", "join", "partition", "rfind", "rindex", "rpartition",
                           "rsplit", "split", "splitlines", "startswith", made=False))
    maketrans = str.maketrans

    def __init__(self, seq):
        self.data = seq.data[:] if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return self.data

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __complex__(self):
        return complex(self.data)

    def __float__(self):
        return float(self.data)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return self[:],

    def __contains__(self, char):
        return _plain(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return type(self)(self.data[index])

    def __add__(self, other):
        return type(self)(self.data + str(other))

    def __radd__(self, other):
        return type(self)(str(other) + self.data)

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return type(self)(self.data % args)

    def __rmod__(self, template):
        return type(self)(str(template) % self)
