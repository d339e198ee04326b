# What came into the library since 3.11, asked for as a careful program does.
import collections
import copy
import datetime
import functools
import itertools
import operator
import types
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Settings:
    host: str
    port: int = 80


Point = collections.namedtuple("Point", "x y")


def attempt(what, action):
    try:
        print(what, action())
    except Exception as error:
        print(what, "!!", type(error).__name__, error)


attempt("batched", lambda: list(itertools.batched("ABCDEFG", 3)))
attempt("batched strict", lambda: list(itertools.batched(range(5), 2, strict=True)))
attempt("batched 0", lambda: itertools.batched("AB", 0))
attempt("replace", lambda: copy.replace(Settings("localhost"), port=8080))
attempt("replace", lambda: replace(Settings("localhost"), port=8080))
attempt("replace", lambda: copy.replace(Point(1, 2), y=5))
attempt("replace", lambda: Point(1, 2)._replace(z=5))
attempt("replace", lambda: copy.replace(datetime.date(2024, 2, 29), year=2023))
attempt("replace", lambda: copy.replace(types.SimpleNamespace(a=1, b=2), b=3))
attempt("replace", lambda: copy.replace([1, 2]))
attempt("partial", lambda: functools.partial(pow, functools.Placeholder, 2)(5))
attempt("partial", lambda: functools.partial(print, functools.Placeholder, 2)())
attempt("partial", lambda: repr(functools.partial(max, functools.Placeholder, 2)).replace("built-in", "builtin"))
attempt("reduce", lambda: functools.reduce(operator.add, [1, 2, 3], 10))
attempt("is_none", lambda: operator.is_none(None))
attempt("namespace", lambda: types.SimpleNamespace({"a": 1}))
attempt("ordered", lambda: collections.OrderedDict(a=1, b=2))
attempt("date", lambda: datetime.datetime(2023, 2, 30))
attempt("hour", lambda: datetime.time(25))
