# functools. Specified in: https://docs.python.org/3.11/library/functools.html
from _engine import GenericAlias as _GenericAlias
import sys as _sys

from _engine import written_in_c as _written_in_c

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__",
                       "__annotate__" if _sys.version_info >= (3, 14) else "__annotations__",
                       *(("__type_params__",) if _sys.version_info >= (3, 12) else ()))
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


if _sys.version_info >= (3, 14):
    class _PlaceholderType:
        __slots__ = ()

        def __new__(cls):
            return Placeholder

        def __init_subclass__(cls, *args, **kwargs):
            raise TypeError(f"type '{cls.__name__}' is not an acceptable base type")

        def __repr__(self):
            return "Placeholder"

        def __reduce__(self):
            return "Placeholder"

    Placeholder = object.__new__(_PlaceholderType)


def _filled(given, args):
    # What Placeholder stands for comes from the arguments of the call.
    if _sys.version_info < (3, 14):
        return given + args
    gaps = sum(each is Placeholder for each in given)
    if not gaps:
        return given + args
    if len(args) < gaps:
        raise TypeError(f"missing positional arguments in 'partial' call; expected at least {gaps}, got {len(args)}")
    rest = iter(args)
    return tuple(next(rest) if each is Placeholder else each for each in given) + args[gaps:]


@_written_in_c
class partial:
    __slots__ = ("func", "args", "keywords", "__dict__", "__weakref__")
    __class_getitem__ = classmethod(_GenericAlias)

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        if not callable(func):
            raise TypeError("the first argument must be callable")
        args = tuple(args)
        if _sys.version_info >= (3, 14) and args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        if isinstance(func, partial) and not (vars(func) or type(func) is not partial and cls is not type(func)):
            gaps = sum(each is Placeholder for each in func.args) if _sys.version_info >= (3, 14) else 0
            args = _filled(func.args, args + (Placeholder,) * (gaps - len(args)) if gaps else args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        _set(self, "func", func)
        _set(self, "args", args)
        _set(self, "keywords", keywords)
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*_filled(self.args, args), **{**self.keywords, **keywords})

    def __setattr__(self, name, value):
        if name in ("func", "args", "keywords"):
            raise AttributeError("readonly attribute")
        object.__setattr__(self, name, value)

    if _sys.version_info >= (3, 14):
        def __get__(self, obj, cls=None):
            return self if obj is None else _bound(self, obj)

    def __repr__(self):
        name = "functools.partial" if type(self) is partial else type(self).__qualname__
        if id(self) in _showing:
            return "..."
        _showing.add(id(self))
        try:
            parts = [repr(self.func), *map(repr, self.args)]
            parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        finally:
            _showing.discard(id(self))
        return f"{name}({', '.join(parts)})"

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("argument to __setstate__ must be a tuple" if _sys.version_info >= (3, 14) else
                            "invalid partial state")
        if len(state) != 4:
            raise TypeError(f"expected 4 items in state, got {len(state)}" if _sys.version_info >= (3, 14) else
                            "invalid partial state")
        func, args, keywords, attributes = state
        if not (callable(func) and isinstance(args, tuple) and isinstance(keywords, (dict, type(None)))
                and isinstance(attributes, (dict, type(None)))):
            raise TypeError("invalid partial state")
        _set(self, "func", func)
        _set(self, "args", tuple(args))
        _set(self, "keywords", keywords if type(keywords) is dict else dict(keywords or {}))
        self.__dict__ = dict(attributes or {})


_set = object.__setattr__
_showing = set()


class partialmethod:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and getattr(func, "__get__", None) is None:
            raise TypeError(f"{func!r} is not callable or a descriptor" if _sys.version_info < (3, 14) else
                            f"the first argument {func!r} must be a callable or a descriptor")
        if isinstance(func, partialmethod):
            args, keywords, func = func.args + args, {**func.keywords, **keywords}, func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args), *(f"{key}={value!r}" for key, value in self.keywords.items())]
        name = type(self).__qualname__
        return f"functools.{name}({', '.join(parts)})"

    def _method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None and not isinstance(self.func, partial):
            function = get(obj, cls)
            if function is not self.func:
                made = partial(function, *self.args, **self.keywords)
                owner = getattr(function, "__self__", None)
                if owner is not None:
                    made.__self__ = owner
                return made
        return self._method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


_missing = object()


def _reduce(function, iterable, initial):
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _missing:
        for initial in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in iterator:
        initial = function(initial, item)
    return initial


if _sys.version_info >= (3, 14):
    def reduce(function, iterable, /, initial=_missing):
        return _reduce(function, iterable, initial)
else:
    def reduce(function, iterable, initial=_missing, /):
        return _reduce(function, iterable, initial)


@_written_in_c
class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed):
        if maxsize is not None and maxsize < 0:
            maxsize = 0
        self._function, self._maxsize, self._typed = function, maxsize, typed
        self._cache, self._hits, self._misses = {}, 0, 0
        update_wrapper(self, function)

    def __get__(self, instance, owner=None):
        return self if instance is None else _bound(self, instance)

    def __call__(self, *args, **kwargs):
        key = args
        if kwargs:
            key = (args, _missing, *kwargs.items())
        elif _len(args) == 1 and type(args[0]) in (int, str) and not self._typed:
            key = args[0]
        if self._typed:
            key = (key, *map(type, args), *map(type, kwargs.values()))
        cache = self._cache
        try:
            value = cache.get(key, _missing)
            unhashable = False
        except TypeError:
            unhashable = True
        if unhashable:
            hash(key)  # says it as it is said of no dict
        if value is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                del cache[key]
                cache[key] = value
            return value
        self._misses += 1
        value = self._function(*args, **kwargs)
        if self._maxsize != 0:
            cache[key] = value
            if self._maxsize is not None and _len(cache) > self._maxsize:
                del cache[next(iter(cache))]
        return value

    def cache_info(self):
        from collections import namedtuple
        global _CacheInfo
        if _CacheInfo is None:
            _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._cache))

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def cache_clear(self):
        self._cache.clear()
        self._hits = self._misses = 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_CacheInfo, _len = None, len  # whatever a program makes of it
_bound = type(update_wrapper.__get__(0, int))


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return _lru_cache_wrapper(maxsize, 128, typed)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _lru_cache_wrapper(function, maxsize, typed)


def cache(user_function, /):
    return _lru_cache_wrapper(user_function, None, False)


class cached_property:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, func):
        self.func, self.attrname, self.__doc__ = func, None, func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f"{self.attrname!r} property.") from None
        value = attributes.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                attributes[self.attrname] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item "
                                f"assignment for caching {self.attrname!r} property.") from None
        return value


def _negated(result):
    return NotImplemented if result is NotImplemented else not result


def _without_equal(result, self, other):
    # from a < b and a != b to a > b
    return NotImplemented if result is NotImplemented else not result and self != other


def _with_equal(result, self, other):
    return NotImplemented if result is NotImplemented else result or self == other


def _except_equal(result, self, other):
    return NotImplemented if result is NotImplemented else result and self != other


def _or_equal_or_not(result, self, other):
    return NotImplemented if result is NotImplemented else not result or self == other


_orders = {
    "__lt__": {"__gt__": _without_equal, "__le__": _with_equal, "__ge__": lambda r, a, b: _negated(r)},
    "__le__": {"__ge__": _or_equal_or_not, "__lt__": _except_equal, "__gt__": lambda r, a, b: _negated(r)},
    "__gt__": {"__lt__": _without_equal, "__ge__": _with_equal, "__le__": lambda r, a, b: _negated(r)},
    "__ge__": {"__le__": _or_equal_or_not, "__gt__": _except_equal, "__lt__": lambda r, a, b: _negated(r)},
}


def total_ordering(cls):
    own = [name for name in _orders if getattr(cls, name) is not getattr(object, name)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(own)
    for name, combine in _orders[root].items():
        if name in own:
            continue

        def method(self, other, combine=combine):
            return combine(getattr(type(self), root)(self, other), self, other)
        method.__name__ = name
        setattr(cls, name, method)
    return cls


def cmp_to_key(mycmp=...):
    if mycmp is ...:
        raise TypeError("cmp_to_key() missing required argument 'mycmp' (pos 1)")

    @_written_in_c
    class KeyWrapper:
        __qualname__ = "KeyWrapper"
        __slots__ = ("obj",)
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0
    return KeyWrapper


def _dispatch_order(cls, abcs):
    # The classes of cls, each followed by the abstract ones that it is the first to belong to, nearest first.
    made = []
    for base in cls.__mro__:
        made.append((base, False))
        here = [each for each in abcs if each not in cls.__mro__ and issubclass(base, each)
                and not any(issubclass(other, each) for other in base.__bases__)]
        while here:
            nearest = next(each for each in here
                           if not any(other is not each and issubclass(other, each) for other in here))
            here.remove(nearest)
            made.append((nearest, True))
    return made


def _implementation(cls, registry):
    order = _dispatch_order(cls, [each for each in registry if each is not object])
    for i, (found, virtual) in enumerate(order):
        if found not in registry:
            continue
        for other, is_virtual in order[i + 1:i + 2] if virtual else ():
            if is_virtual and other in registry and not issubclass(found, other):
                raise RuntimeError(f"Ambiguous dispatch: {found} or {other}")
        return registry[found]


def _is_union(cls):
    return type(cls).__name__ in ("UnionType", "Union") or hasattr(cls, "__args__") and (
        repr(cls).startswith(("typing.Union[", "typing.Optional[")))


def singledispatch(func):
    registry, known = {object: func}, {}

    def dispatch(cls):
        from abc import get_cache_token
        token = get_cache_token()
        if known.get(None) != token:
            known.clear()
            known[None] = token
        if cls not in known:
            known[cls] = registry[cls] if cls in registry else _implementation(cls, registry)
        return known[cls]

    def is_class(cls):
        return isinstance(cls, type) and type(cls).__name__ != "GenericAlias"

    def is_valid(cls):
        return is_class(cls) or _is_union(cls) and all(is_class(each) for each in cls.__args__)

    def register(cls, func=None):
        if is_valid(cls):
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                                "or plain `@register` on an annotated function.")
            func = cls
            from typing import get_type_hints
            plain = getattr(func, "__func__", func)
            argname, cls = next(iter(get_type_hints(plain).items()))
            if not is_valid(cls):
                if _is_union(cls):
                    raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        for each in cls.__args__ if _is_union(cls) else (cls,):
            registry[each] = func
        known.clear()
        return func

    name = getattr(func, "__name__", "singledispatch function")

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kwargs)
    from types import MappingProxyType
    wrapper.register, wrapper.dispatch, wrapper.registry = register, dispatch, MappingProxyType(registry)
    wrapper._clear_cache = known.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher, self.func = singledispatch(func), func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            if not args:
                name = getattr(self.func, "__name__", "singledispatchmethod method")
                raise TypeError(f"{name} requires at least 1 positional argument")
            found = self.dispatcher.dispatch(args[0].__class__)
            return found.__get__(obj, cls)(*args, **kwargs)
        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
