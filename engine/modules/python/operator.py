# operator. Specified in: https://docs.python.org/3.11/library/operator.html
import sys

from _engine import written_in_c as _written_in_c

lt, le, eq, ne, ge, gt = (
    lambda a, b, /: a < b, lambda a, b, /: a <= b, lambda a, b, /: a == b, lambda a, b, /: a != b,
    lambda a, b, /: a >= b, lambda a, b, /: a > b)
add, sub, mul, truediv, floordiv, mod, pow, matmul = (
    lambda a, b, /: a + b, lambda a, b, /: a - b, lambda a, b, /: a * b, lambda a, b, /: a / b,
    lambda a, b, /: a // b, lambda a, b, /: a % b, lambda a, b, /: a ** b, lambda a, b, /: a @ b)
and_, or_, xor, lshift, rshift = (
    lambda a, b, /: a & b, lambda a, b, /: a | b, lambda a, b, /: a ^ b, lambda a, b, /: a << b,
    lambda a, b, /: a >> b)
not_, truth, neg, pos, inv, index = (
    lambda a, /: not a, lambda a, /: bool(a), lambda a, /: -a, lambda a, /: +a, lambda a, /: ~a,
    lambda a, /: int(hex(a), 16))
invert, concat, abs = inv, add, abs
is_, is_not, contains, getitem = (
    lambda a, b, /: a is b, lambda a, b, /: a is not b, lambda a, b, /: b in a, lambda a, b, /: a[b])


def setitem(a, b, c, /):
    a[b] = c


def delitem(a, b, /):
    del a[b]


def countOf(a, b, /):
    return sum(1 for item in a if item is b or item == b)


def indexOf(a, b, /):
    for at, item in enumerate(a):
        if item is b or item == b:
            return at
    raise ValueError("sequence.index(x): x not in sequence")


def length_hint(obj, default=0, /):
    try:
        return len(obj)
    except TypeError:
        return default


def call(obj, /, *args, **kwargs):
    return obj(*args, **kwargs)


def _in_place(name, plain):
    def operate(a, b, /):
        method = getattr(type(a), name, None)
        made = NotImplemented if method is None else method(a, b)
        return plain(a, b) if made is NotImplemented else made
    return operate


iadd, isub, imul, itruediv, ifloordiv, imod, ipow, imatmul, iand, ior, ixor, ilshift, irshift = map(_in_place, (
    "__iadd__", "__isub__", "__imul__", "__itruediv__", "__ifloordiv__", "__imod__", "__ipow__", "__imatmul__",
    "__iand__", "__ior__", "__ixor__", "__ilshift__", "__irshift__"), (
    add, sub, mul, truediv, floordiv, mod, pow, matmul, and_, or_, xor, lshift, rshift))
iconcat = iadd


@_written_in_c
class itemgetter:
    def __init__(self, item, /, *items):
        self._items = (item, *items)

    def __call__(self, obj, /):
        if len(self._items) == 1:
            return obj[self._items[0]]
        return tuple(obj[item] for item in self._items)

    def __repr__(self):
        return f"operator.itemgetter({', '.join(map(repr, self._items))})"


@_written_in_c
class attrgetter:
    def __init__(self, attr, /, *attrs):
        for each in (attr, *attrs):
            if not isinstance(each, str):
                raise TypeError("attribute name must be a string")
        self._attrs = (attr, *attrs)

    def __call__(self, obj, /):
        found = []
        for path in self._attrs:
            value = obj
            for name in path.split("."):
                value = getattr(value, name)
            found.append(value)
        return found[0] if len(found) == 1 else tuple(found)

    def __repr__(self):
        return f"operator.attrgetter({', '.join(map(repr, self._attrs))})"


@_written_in_c
class methodcaller:
    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name, self._args, self._kwargs = name, args, kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)


if sys.version_info >= (3, 14):
    def is_none(a, /):
        return a is None

    def is_not_none(a, /):
        return a is not None

# Each has the name of the method that it calls, too.
for _name in ("lt le eq ne ge gt not_ abs add and_ floordiv index inv invert lshift mod mul matmul neg or_ pos pow rshift sub "
              "truediv xor concat contains delitem getitem setitem iadd iand iconcat ifloordiv ilshift imod imul imatmul "
              "ior ipow irshift isub itruediv ixor").split():
    globals()[f"__{_name.rstrip('_')}__"] = globals()[_name]

__all__ = [name for name in """
    abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat
    ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow irshift is_ is_not isub itemgetter
    itruediv ixor le length_hint lshift lt matmul methodcaller mod mul ne neg not_ or_ pos pow rshift setitem sub
    truediv truth xor is_none is_not_none
""".split() if name in globals()]
