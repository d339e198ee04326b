# collections.abc. Specified in: https://docs.python.org/3.11/library/collections.abc.html
import sys as _sys

from _engine import GenericAlias as _GenericAlias
from _engine import matches_mappings as _matches_mappings, matches_sequences as _matches_sequences
from abc import ABCMeta, abstractmethod


def _has(cls, names):
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def _one(name, method, bases=(), names=None, body=None):
    # An abstract class whose members are told by the methods that they have.
    names = names or (method,)

    def __subclasshook__(cls, subclass):
        return _has(subclass, names) if cls is made else NotImplemented
    space = {"__subclasshook__": classmethod(__subclasshook__), "__slots__": (),
             "__module__": "collections.abc", **(body or {})}
    if name not in ("Hashable", "Sized"):
        space["__class_getitem__"] = classmethod(_GenericAlias)
    for each in (method,) if method else ():
        @abstractmethod
        def abstract(self, *args):
            raise NotImplementedError
        abstract.__name__ = each
        space.setdefault(each, abstract)
    made = ABCMeta(name, bases, space)
    return made


Hashable = _one("Hashable", "__hash__")
Sized = _one("Sized", "__len__")
Container = _one("Container", "__contains__")
Callable = _one("Callable", "__call__")
Iterable = _one("Iterable", "__iter__")
Awaitable = _one("Awaitable", "__await__")
AsyncIterable = _one("AsyncIterable", "__aiter__")
Reversible = _one("Reversible", "__reversed__", (Iterable,), ("__reversed__", "__iter__"))
Iterator = _one("Iterator", "__next__", (Iterable,), ("__iter__", "__next__"), {"__iter__": lambda self: self})
AsyncIterator = _one("AsyncIterator", "__anext__", (AsyncIterable,), ("__anext__", "__aiter__"),
                     {"__aiter__": lambda self: self})
Collection = _one("Collection", None, (Sized, Iterable, Container), ("__len__", "__iter__", "__contains__"))


class _Coroutine:
    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ if val is None else val

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            pass
        else:
            raise RuntimeError("coroutine ignored GeneratorExit")


_body = {name: _Coroutine.__dict__[name] for name in ("send", "throw", "close")}
Coroutine = _one("Coroutine", None, (Awaitable,), ("__await__", "send", "throw", "close"), _body)
Generator = _one("Generator", None, (Iterator,), ("__iter__", "__next__", "send", "throw", "close"),
                 {**_body, "__next__": lambda self: self.send(None)})
AsyncGenerator = _one("AsyncGenerator", None, (AsyncIterator,),
                      ("__aiter__", "__anext__", "asend", "athrow", "aclose"))
del _body


@_matches_sequences
class Sequence(Reversible, Collection):
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(item is value or item == value for item in self)

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value, start=0, stop=None):
        if start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        while stop is None or start < stop:
            try:
                item = self[start]
            except IndexError:
                break
            if item is value or item == value:
                return start
            start += 1
        raise ValueError

    def count(self, value):
        return sum(item is value or item == value for item in self)


class MutableSequence(Sequence):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class Set(Collection):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, iterable):
        return cls(iterable)

    def __le__(self, other):
        return len(self) <= len(other) and all(item in other for item in self)

    def __lt__(self, other):
        return len(self) < len(other) and self <= other

    def __ge__(self, other):
        return len(self) >= len(other) and all(item in self for item in other)

    def __gt__(self, other):
        return len(self) > len(other) and self >= other

    def __eq__(self, other):
        return len(self) == len(other) and self <= other if isinstance(other, Set) else NotImplemented

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for item in other if item in self)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for each in (self, other) for item in each)

    def _other(self, other):
        # As a set; None: it is none, and nothing that one is made of.
        return other if isinstance(other, Set) else self._from_iterable(other) if isinstance(other, Iterable) else None

    def __sub__(self, other):
        other = self._other(other)
        return NotImplemented if other is None else self._from_iterable(item for item in self if item not in other)

    def __rsub__(self, other):
        other = self._other(other)
        return NotImplemented if other is None else self._from_iterable(item for item in other if item not in self)

    def __xor__(self, other):
        other = self._other(other)
        return NotImplemented if other is None else (self - other) | (other - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def _hash(self):
        return hash(frozenset(self))

    def isdisjoint(self, other):
        return not any(item in self for item in other)


class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __ior__(self, other):
        for value in other:
            self.add(value)
        return self

    def __iand__(self, other):
        for value in self - other:
            self.discard(value)
        return self

    def __ixor__(self, other):
        if other is self:
            self.clear()
            return self
        for value in self._other(other):
            if value in self:
                self.discard(value)
            else:
                self.add(value)
        return self

    def __isub__(self, other):
        if other is self:
            self.clear()
            return self
        for value in list(other):
            self.discard(value)
        return self


class MappingView(Sized):
    __slots__ = "_mapping",

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, iterable):
        return set(iterable)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(KeysView):
    __slots__ = ()

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found is value or found == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        return any(self._mapping[key] == value for key in self._mapping)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


@_matches_mappings
class Mapping(Collection):
    __slots__ = ()
    __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented


_missing = object()


class MutableMapping(Mapping):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is _missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError from None

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        if isinstance(other, Mapping) or hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class ByteString(Sequence):
    __slots__ = ()


for _base, _types in ((Sequence, (tuple, str, range)), (ByteString, (bytes,)), (MutableSequence, (list,)),
                      (Set, (frozenset, type({}.keys()), type({}.items()))), (MutableSet, (set,)),
                      (MutableMapping, (dict,)), (Mapping, (type(type.__dict__),)),
                      (ValuesView, (type({}.values()),)), (KeysView, (type({}.keys()),)),
                      (ItemsView, (type({}.items()),))):
    for _type in _types:
        _base.register(_type)
if _sys.version_info >= (3, 15):
    Mapping.register(frozendict)

__all__ = [name for name in """
    Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator Reversible
    Sized Container Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView
    ValuesView Sequence MutableSequence ByteString
""".split() if name in globals()]
