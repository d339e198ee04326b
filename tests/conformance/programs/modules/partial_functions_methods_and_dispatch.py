import copy
import functools
import random
import types
import uuid
from collections import ChainMap, UserDict, UserList, UserString
from contextlib import contextmanager
from functools import partial, partialmethod, singledispatch, singledispatchmethod


def seen(*args, **kwargs):
    return args, kwargs


class Cell:
    alive = partialmethod(seen, True)
    nested = partialmethod(alive, 5)
    of_class = partialmethod(classmethod(seen), d=9)
    static = partialmethod(staticmethod(seen), 8)

    @singledispatchmethod
    def describe(self, value):
        return "something"

    @describe.register
    def _(self, value: int):
        return "a number"

    @singledispatchmethod
    @classmethod
    def made_of(cls, value):
        return "something", cls.__name__

    @made_of.register(str)
    @classmethod
    def _(cls, value):
        return "a text", cls.__name__


@singledispatch
def shape(value, deep=False):
    """Tells what it is."""
    return "unknown"


@shape.register
def _(value: list | tuple, deep=False):
    return f"a sequence of {len(value)}"


@shape.register(dict)
def _(value, deep=False):
    return "a mapping"


@contextmanager
def room(name):
    "A room to be in."
    yield name


def wrong(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


cell = Cell()
print(cell.alive(1)[0][1:], cell.nested(6)[0][1:], cell.static(5), cell.of_class(1)[0][0] is Cell)
print(cell.describe(1), cell.describe("x"), cell.made_of("x"), Cell.made_of(3))
print(shape([1]), shape((1, 2)), shape({}), shape(3), shape.__doc__, sorted(map(repr, shape.registry)))
wrong(lambda: shape())
wrong(lambda: shape.register(3, seen))
add = partial(seen, 1, key=2)
print(copy.copy(add)(3), copy.deepcopy(add)(3), add.func is seen, add.args, add.keywords, add.__dict__)
wrong(lambda: setattr(add, "args", ()))
wrong(lambda: partial())
wrong(lambda: partial(3))
wrong(lambda: partialmethod(None))
print(partial(partial(seen, 1), 2).args, room("x").__doc__)
add.__setstate__((seen, (7,), {}, {"note": "kept"}))
print(add(), add.note)
print(ChainMap({"a": 1}) | {"b": 2}, {"c": 3} | ChainMap({"a": 1}))
for value in (UserDict(a=1), UserList([1, 2]), UserString("text"), ChainMap({"a": 4})):
    match value:
        case {"a": number}:
            print("mapping", number)
        case [first, *rest]:
            print("sequence", first, rest)
        case _:
            print("neither", value, type(value.upper()).__name__, value + "!", value == "text")
print(isinstance(None, types.NoneType), types.new_class("Made", (), {}, lambda space: space.update(x=1)).x)
try:
    1 / 0
except ZeroDivisionError as error:
    print(isinstance(error.__traceback__, types.TracebackType), isinstance(error.__traceback__.tb_frame, types.FrameType))
random.seed(3)
uuid.uuid4()
print(random.random())
print(types.SimpleNamespace(a=1), functools.reduce(lambda a, b: a * b, range(1, 6)))
wrong(lambda: functools.reduce(seen, 5))
