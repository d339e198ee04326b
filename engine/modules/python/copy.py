# copy. Specified in: https://docs.python.org/3.11/library/copy.html
import sys
from _engine import LibraryFunction as _LibraryFunction, LibraryMethod as _LibraryMethod
from copyreg import dispatch_table


class Error(Exception):
    pass


error = Error
_plain = (int, float, complex, bool, str, bytes, type(None), type, range, slice, type(...), type(NotImplemented),
          type(lambda: None), type(len), _LibraryFunction, _LibraryMethod, property)


def _cannot(value):
    if type(value).__name__ in ("coroutine", "generator", "async_generator", "module", "frame", "traceback"):
        raise TypeError(f"cannot pickle '{type(value).__name__}' object")


def _slots(cls):
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        yield from (slots,) if isinstance(slots, str) else slots


def _state(value):
    state = dict(getattr(value, "__dict__", {}))
    for name in _slots(type(value)):
        if name not in ("__dict__", "__weakref__") and hasattr(value, name):
            state[name] = getattr(value, name)
    return state


def _rebuild(value, made, state):
    if hasattr(type(made), "__setstate__"):
        made.__setstate__(state)
    else:
        for name, item in state.items():
            object.__setattr__(made, name, item)
    return made


def _empty(value, convert):
    cls = type(value)
    if isinstance(value, BaseException):
        return cls.__new__(cls, *convert(value.args))
    for base in (int, float, str, bytes, tuple):
        if isinstance(value, base):
            return base.__new__(cls, convert(base(value)))
    if isinstance(value, frozenset):
        return frozenset.__new__(cls, map(convert, value))
    return cls.__new__(cls)


def _fill(value, made, convert):
    if isinstance(value, list):
        made.extend(convert(item) for item in value)
    elif isinstance(value, dict):
        for key, item in value.items():
            made[convert(key)] = convert(item)
    elif isinstance(value, set):
        made.update([convert(item) for item in list(value)])
    return made


def _reduced(value, convert):
    state = value.__getstate__() if hasattr(value, "__getstate__") else _state(value)
    made = _empty(value, convert)
    return made, state


# What the class itself says of how it is copied, or copyreg was told; None: nothing.
def _own_reduce(cls):
    if cls in dispatch_table:
        return dispatch_table[cls]
    ex = getattr(cls, "__reduce_ex__", None)
    if ex is not None:
        return lambda value: ex(value, 4)
    return getattr(cls, "__reduce__", None)


def _from_reduced(value, reduce, convert, note):
    parts = reduce(value)
    if isinstance(parts, str):
        return value
    make, args, state, items, pairs, *_ = (*parts, None, None, None)
    made = make(*map(convert, args))
    note(made)
    if state is not None:
        state = convert(state)
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            state, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
            if state is not None:
                made.__dict__.update(state)
            for name, item in (slots or {}).items():
                setattr(made, name, item)
    for item in items or ():
        made.append(convert(item))
    for key, item in pairs or ():
        made[convert(key)] = convert(item)
    return made


def copy(x):
    cls = type(x)
    if cls in (list, dict, set):
        return x.copy()
    if cls in _plain or cls in (tuple, frozenset) or isinstance(x, type):
        return x
    if hasattr(cls, "__copy__"):
        return cls.__copy__(x)
    _cannot(x)
    if hasattr(cls, "copy") and isinstance(x, dict) and cls.__name__ == "Counter" and cls.__module__ == "collections":
        return x.copy()
    if (reduce := _own_reduce(cls)) is not None:
        return _from_reduced(x, reduce, lambda value: value, lambda made: None)
    made, state = _reduced(x, lambda value: value)
    return _rebuild(x, _fill(x, made, lambda value: value), state)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    if id(x) in memo:
        return memo[id(x)]
    cls = type(x)
    if cls in _plain or isinstance(x, type):
        return x
    if hasattr(cls, "__deepcopy__"):
        made = cls.__deepcopy__(x, memo)
        if made is not x:
            memo[id(x)] = made
            memo.setdefault(id(memo), []).append(x)
        return made
    _cannot(x)
    memo.setdefault(id(memo), []).append(x)

    def convert(value):
        return deepcopy(value, memo)
    if cls is tuple:
        items = [convert(item) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        made = x if all(a is b for a, b in zip(items, x)) else tuple(items)
        memo[id(x)] = made
        return made
    if cls is frozenset:
        return frozenset(map(convert, x))
    if cls in (list, dict, set):
        memo[id(x)] = made = cls()
        return _fill(x, made, convert)
    if (reduce := _own_reduce(cls)) is not None:
        return _from_reduced(x, reduce, convert, lambda made: memo.__setitem__(id(x), made))
    made, state = _reduced(x, convert)
    memo[id(x)] = made
    _fill(x, made, convert)
    return _rebuild(x, made, convert(state))


if sys.version_info >= (3, 13):
    def replace(obj, /, **changes):
        method = getattr(type(obj), "__replace__", None)
        if method is None:
            raise TypeError(f"replace() does not support {type(obj).__name__} objects")
        return method(obj, **changes)

__all__ = [name for name in """
    Error copy deepcopy replace
""".split() if name in globals()]
