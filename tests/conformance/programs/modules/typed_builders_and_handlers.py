import asyncio
import contextlib
import enum
import functools
import inspect
import typing
from typing import Self, TypeVarTuple, ParamSpec, Callable, Awaitable, TypeAlias, Never, assert_never, Literal, Final, ClassVar, NewType, Unpack, Concatenate

P = ParamSpec("P")
R = typing.TypeVar("R", covariant=True)
UserId = NewType("UserId", int)
Handler: TypeAlias = Callable[[int], Awaitable[str]]


def logged(prefix: str) -> Callable[[Callable[P, Awaitable[R]]], Callable[P, Awaitable[R]]]:
    def deco(fn: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        @functools.wraps(fn)
        async def inner(*args: P.args, **kwargs: P.kwargs) -> R:
            print(prefix, fn.__name__, args, kwargs)
            return await fn(*args, **kwargs)
        return inner
    return deco


class Builder:
    def __init__(self) -> None:
        self.parts: list[str] = []

    def add(self, part: str) -> Self:
        self.parts.append(part)
        return self

    async def build(self) -> str:
        await asyncio.sleep(0)
        return "-".join(self.parts)


class Mode(enum.Enum):
    FAST = "fast"
    SLOW = "slow"

    @classmethod
    def _missing_(cls, value):
        return cls.SLOW if value is None else None

    def __str__(self):
        return self.value


class Weekday(enum.IntFlag):
    MON = 1
    TUE = 2
    WEEKEND = 4 | 8


@logged("call:")
async def handler(uid: UserId, mode: Mode = Mode.FAST) -> str:
    match mode:
        case Mode.FAST:
            await asyncio.sleep(0.1)
        case Mode.SLOW:
            await asyncio.sleep(1)
        case _:
            assert_never(mode)
    return f"{uid}:{mode}"


async def main() -> None:
    print(await handler(UserId(3)), await handler(4, mode=Mode(None)), await Builder().add("a").add("b").build())
    print(UserId, Handler, inspect.signature(Builder.add), typing.get_type_hints(Builder.add), handler.__wrapped__.__annotations__)
    print(inspect.signature(logged), repr(P), repr(R), Unpack[tuple[int, ...]] if False else "", Concatenate[int, P])
    try:
        Mode("x")
    except ValueError as e:
        print(e)
    print(Weekday(3), Weekday.MON | Weekday.WEEKEND, repr(Weekday(0)), Weekday.MON in Weekday(3), ~Weekday.MON, Weekday(16) if False else "", Mode.FAST.name, Mode.__members__, list(Weekday))
    try:
        assert_never("x")
    except AssertionError as e:
        print(e)
    for wrong in (lambda: setattr(Mode.FAST, "value", 1), lambda: Mode.NOPE, lambda: Mode["NOPE"], lambda: setattr(Mode, "FAST", 2), lambda: Mode.FAST < Mode.SLOW, lambda: Mode.FAST()):
        try:
            print(wrong())
        except Exception as e:
            print(type(e).__name__, e)


asyncio.run(main())
