# weakref. Specified in: https://docs.python.org/3.11/library/weakref.html
import copy as _copy
from _engine import GenericAlias as _GenericAlias
from _engine import ReferenceType, weak_references as _weak_references, written_in_c as _written_in_c

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]
ref = ReferenceType
_none = object()


def getweakrefs(object):
    return _weak_references(object)


def getweakrefcount(object):
    return len(_weak_references(object))


class WeakSet:
    __module__ = "_weakrefset"
    __class_getitem__ = classmethod(_GenericAlias)
    __hash__ = None

    def __init__(self, data=None):
        self.data = {}  # the references, in order
        held = ref(self)

        def gone(reference):
            if (self := held()) is not None:
                self.data.pop(reference, None)
        self._remove = gone
        if data is not None:
            self.update(data)

    def __iter__(self):
        for each in list(self.data):
            item = each()
            if item is not None:
                yield item

    def __len__(self):
        return sum([each() is not None for each in self.data])

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.setdefault(ref(item, self._remove), None)

    def discard(self, item):
        self.data.pop(ref(item), None)

    def remove(self, item):
        del self.data[ref(item)]

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError("pop from empty WeakSet")

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    def difference(self, other):
        made = self.copy()
        made.difference_update(other)
        return made

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        return type(self)([item for item in other if item in self])

    def intersection_update(self, other):
        kept = type(self)(other)
        for item in self:
            if item not in kept:
                self.discard(item)

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def symmetric_difference(self, other):
        made = self.copy()
        made.symmetric_difference_update(other)
        return made

    def symmetric_difference_update(self, other):
        for item in list(type(self)(other)):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def _operator(method):
        def operate(self, other):
            return method(self, other)
        return operate
    __or__, __and__, __sub__, __xor__ = map(_operator, (union, intersection, difference, symmetric_difference))
    del _operator

    def issubset(self, other):
        other = type(self)(other)
        return all(item in other for item in self)

    def issuperset(self, other):
        return all(item in self for item in other)

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    def __le__(self, other):
        return self.issubset(other)

    def __ge__(self, other):
        return self.issuperset(other)

    def __lt__(self, other):
        return self.issubset(other) and not self.issuperset(other)

    def __gt__(self, other):
        return self.issuperset(other) and not self.issubset(other)

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return self.issubset(other) and self.issuperset(other)

    def __repr__(self):
        return repr(set(self.data))


class _WeakDict:
    __class_getitem__ = classmethod(_GenericAlias)
    __hash__ = None

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

    def popitem(self):
        pairs = self._pairs()
        if not pairs:
            raise KeyError("popitem(): dictionary is empty")
        del self[pairs[-1][0]]
        return pairs[-1]

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
        made.update(self)
        return made

    __copy__ = copy

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        made = type(self)()
        made.update(other)
        made.update(self)
        return made

    def __eq__(self, other):
        return dict(self._pairs()) == dict(other.items()) if hasattr(other, "items") else NotImplemented

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

    def __deepcopy__(self, memo):
        made = type(self)()
        for key, value in self._pairs():
            made[_copy.deepcopy(key, memo)] = value
        return made

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        return iter(self.valuerefs())


class WeakKeyDictionary(_WeakDict):
    def __init__(self, dict=None):
        self.data = data = {}
        self._remove = lambda reference: data.pop(reference, None)
        if dict is not None:
            self.update(dict)

    def _pairs(self):
        return [(key, value) for each, value in self.data.items() for key in (each(),) if key is not None]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __deepcopy__(self, memo):
        made = type(self)()
        for key, value in self._pairs():
            made[key] = _copy.deepcopy(value, memo)
        return made

    def keyrefs(self):
        return list(self.data)


class WeakMethod:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, method, callback=None):
        if not hasattr(method, "__self__") or not hasattr(method, "__func__"):
            raise TypeError(f"argument should be a bound method, not {type(method)}")
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
        self._atexit = True
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

    @property
    def atexit(self):
        return self.alive and self._atexit

    @atexit.setter
    def atexit(self, value):
        self._atexit = bool(value)


def proxy(object, callback=None, /):
    reference = ref(object, callback and (lambda reference: callback(made)))
    made = (CallableProxyType if callable(object) else ProxyType)._of(reference)
    return made


def _there(proxy):
    found = _reference(proxy)()
    if found is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return found


# What is asked of a proxy is asked of its object.
def _forwarded(names, call):
    def method(name):
        def forward(self, *args):
            return call(name, _there(self), *[_there(each) if isinstance(each, ProxyType) else each for each in args])
        forward.__name__ = name
        return forward
    return {name: method(name) for name in names.split()}


def _operated(name, object, *args):
    import operator
    return getattr(operator, name)(object, *args)


def _called(name, object, *args):
    method = getattr(type(object), name, None)
    return NotImplemented if method is None else method(object, *args)


@_written_in_c
class ProxyType:
    __slots__ = ("_weak_reference", "__weakref__")
    __hash__ = None

    @classmethod
    def _of(cls, reference):
        self = object.__new__(cls)
        object.__setattr__(self, "_weak_reference", reference)
        return self

    vars().update(_forwarded("__lt__ __le__ __eq__ __ne__ __gt__ __ge__ __add__ __sub__ __mul__ __truediv__ __floordiv__ "
                             "__mod__ __pow__ __matmul__ __lshift__ __rshift__ __and__ __or__ __xor__ __neg__ __pos__ "
                             "__abs__ __invert__ __index__ __getitem__ __setitem__ __delitem__ __contains__", _operated))
    vars().update(_forwarded("__radd__ __rsub__ __rmul__ __rtruediv__ __rfloordiv__ __rmod__ __rpow__ __rmatmul__ "
                             "__rlshift__ __rrshift__ __rand__ __ror__ __rxor__ __divmod__ __rdivmod__ __iadd__ __isub__ "
                             "__imul__ __itruediv__ __ifloordiv__ __imod__ __ipow__ __imatmul__ __ilshift__ __irshift__ "
                             "__iand__ __ior__ __ixor__", _called))

    __class__ = property(lambda self: type(_there(self)))

    def __getattr__(self, name):
        return getattr(_there(self), name)

    def __setattr__(self, name, value):
        setattr(_there(self), name, value)

    def __delattr__(self, name):
        delattr(_there(self), name)

    def __hash__(self):
        raise TypeError(f"unhashable type: '{type(self).__module__}.{type(self).__qualname__}'")

    def __str__(self):
        return str(_there(self))

    def __len__(self):
        return len(_there(self))

    def __iter__(self):
        return iter(_there(self))

    def __next__(self):
        return next(_there(self))

    def __reversed__(self):
        return reversed(_there(self))

    def __bool__(self):
        return bool(_there(self))

    def __int__(self):
        return int(_there(self))

    def __float__(self):
        return float(_there(self))

    def __bytes__(self):
        return bytes(_there(self))

    def __repr__(self):
        object = _reference(self)()
        to = "None at 0x0" if object is None else f"{type(object).__name__} at {id(object):#x}"
        return f"<weakproxy at {id(self):#x} to {to}>"


_reference = ProxyType._weak_reference.__get__


@_written_in_c
class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _there(self)(*args, **kwargs)


ProxyTypes = ProxyType, CallableProxyType
