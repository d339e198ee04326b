# weakref. Specified in: https://docs.python.org/3.11/library/weakref.html
from _engine import GenericAlias as _GenericAlias
from _engine import ReferenceType, weak_references

ref = ReferenceType


def getweakrefs(object):
    return weak_references(object)


def getweakrefcount(object):
    return len(weak_references(object))


class WeakSet:
    __module__ = "_weakrefset"
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, data=None):
        self.data = {}
        if data is not None:
            self.update(data)

    def __iter__(self):
        return iter([item for each in self.data.values() for item in (each(),) if item is not None])

    def __len__(self):
        return len([item for item in self])

    def __contains__(self, item):
        return id(item) in self.data and self.data[id(item)]() is item

    def add(self, item):
        data, key = self.data, id(item)
        if item not in self:
            data[key] = ref(item, lambda reference: data.pop(key, None))

    def discard(self, item):
        if item in self:
            del self.data[id(item)]

    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        del self.data[id(item)]

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError("pop from empty WeakSet")

    def update(self, other):
        for item in other:
            self.add(item)

    def __or__(self, other):
        return type(self)([*self, *other])

    def __sub__(self, other):
        return type(self)(item for item in self if item not in other)

    def __and__(self, other):
        return type(self)(item for item in self if item in other)

    def __repr__(self):
        return repr(set(self.data.values()))


class _WeakDict:
    __class_getitem__ = classmethod(_GenericAlias)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except (KeyError, TypeError):
            return False
        return True

    def __len__(self):
        return len(self._pairs())

    def __iter__(self):
        return self.keys()

    def keys(self):
        return iter([key for key, _ in self._pairs()])

    def values(self):
        return iter([value for _, value in self._pairs()])

    def items(self):
        return iter(self._pairs())

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), /, **kwargs):
        for key, value in [*(other.items() if hasattr(other, "items") else other), *kwargs.items()]:
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        made = type(self)()
        for key, value in self._pairs():
            made[key] = value
        return made

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"


class WeakValueDictionary(_WeakDict):
    def __init__(self, other=(), /, **kwargs):
        self.data = {}
        self.update(other, **kwargs)

    def _pairs(self):
        return [(key, value) for key, each in self.data.items() for value in (each(),) if value is not None]

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        data = self.data

        def gone(reference):
            if data.get(key) is reference:
                del data[key]
        self.data[key] = ref(value, gone)

    def __delitem__(self, key):
        del self.data[key]


class WeakKeyDictionary(_WeakDict):
    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _pairs(self):
        return [(key, value) for each, value in self.data.values() for key in (each(),) if key is not None]

    def __getitem__(self, key):
        if id(key) not in self.data:
            raise KeyError(key)
        return self.data[id(key)][1]

    def __setitem__(self, key, value):
        data, number = self.data, id(key)
        data[number] = ref(key, lambda reference: data.pop(number, None)), value

    def __delitem__(self, key):
        if id(key) not in self.data:
            raise KeyError(key)
        del self.data[id(key)]


class WeakMethod:
    def __init__(self, method, callback=None):
        self._object = ref(method.__self__, callback and (lambda reference: callback(self)))
        self._function = ref(method.__func__)

    def __call__(self):
        object, function = self._object(), self._function()
        return None if object is None or function is None else function.__get__(object)

    def __eq__(self, other):
        return isinstance(other, WeakMethod) and self() == other()

    def __hash__(self):
        return hash(self._function)


class finalize:
    _alive = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        self._what = func, args, kwargs
        self.atexit = True
        finalize._alive[self] = ref(obj, lambda reference: self())

    def __call__(self, _=None):
        if finalize._alive.pop(self, None) is not None:
            func, args, kwargs = self._what
            return func(*args, **kwargs)

    def detach(self):
        reference = finalize._alive.pop(self, None)
        if reference is not None:
            return reference(), *self._what

    def peek(self):
        if self.alive:
            return finalize._alive[self](), *self._what

    @property
    def alive(self):
        return self in finalize._alive


def proxy(object, callback=None):
    return _Proxy(ref(object, callback))


class _Proxy:
    def __init__(self, reference):
        _Proxy._set(self, "_reference", reference)

    _set = object.__setattr__

    def _there(self):
        object = self.__dict__["_reference"]()
        if object is None:
            raise ReferenceError("weakly-referenced object no longer exists")
        return object

    def __getattr__(self, name):
        return getattr(self._there(), name)

    def __setattr__(self, name, value):
        setattr(self._there(), name, value)

    def __call__(self, *args, **kwargs):
        return self._there()(*args, **kwargs)

    def __str__(self):
        return str(self._there())

    def __len__(self):
        return len(self._there())

    def __iter__(self):
        return iter(self._there())

    def __bool__(self):
        return bool(self._there())

    def __getitem__(self, key):
        return self._there()[key]
