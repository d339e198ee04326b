"""repr() of generic aliases: classes by their full names, functions, variables, aliases of `type` statements."""
import collections.abc
import sys
import typing
from typing import NamedTuple, ParamSpec, TypedDict, TypeVar, get_type_hints

T = TypeVar("T")
P = ParamSpec("P")


class Job:
    pass


def job():
    pass


print(list[Job], dict[str, Job], list[T], list[list[T]], tuple[T, ...], tuple[()], list[job])
print(collections.abc.Callable[[T], T], collections.abc.Callable[[int, str], None], collections.abc.Callable[..., T])
print(collections.abc.Callable[[Job, list[T]], collections.abc.Awaitable[None]], collections.abc.Callable[P, int])
print(list[T][int], collections.abc.Callable[[T], int][str], list["Job"])
if sys.version_info >= (3, 12):
    space = {"__name__": "__main__", "Callable": collections.abc.Callable, "Optional": typing.Optional}
    exec("""
type Json = None | bool | list[Json] | dict[str, Json]
type Handler[X] = Callable[[X], None]
print(Json, Json.__value__, Json | int, list[Json], Optional[Json], [Json])
print(Handler, Handler[int], Handler.__value__, Handler[Json])
""", space)


class Match(NamedTuple):
    home: "int | str"
    away: "Match"
    goals: int = 0
    referee: None = None


class Ticket(TypedDict):
    match: "Match"
    seat: None


print(Match.__annotations__, get_type_hints(Match))
print(Ticket.__annotations__, NamedTuple("Pair", [("a", "int"), ("b", None)]).__annotations__)
