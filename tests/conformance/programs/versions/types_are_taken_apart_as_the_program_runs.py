import asyncio
from typing import *
from annotationlib import get_annotations, Format


class Shape(Protocol):
    def area(self) -> float: ...


class Stack[*Ts]:
    def __init__(self, *items: *Ts):
        self.items: tuple[*Ts] = items

    def push[T](self, item: T) -> Stack[*Ts, T]:
        return Stack(*self.items, item)


type Json = dict[str, Json] | list[Json] | str | int | None
type Pair[A, B = A] = tuple[A, B]


def schema(tp):
    match tp:
        case TypeAliasType(__name__=name):
            return f"<{name}>"
        case type(__name__=name) if not get_args(tp):
            return name
    origin, args = get_origin(tp), get_args(tp)
    return f"{getattr(origin, "__name__", origin)}({", ".join(schema(a) for a in args)})"


print(schema(Json), schema(Json.__value__))
print(schema(dict[str, list[int]]), schema(Optional[int]), schema(Pair[int]), Pair[int].__value__)
print(Stack(1).push("a").items, Stack[int, str], Stack.push.__type_params__)
print(get_annotations(Stack.push, format=Format.STRING), get_annotations(Stack.__init__, format=Format.STRING))
print(Stack.push.__annotations__)


async def check(x: Annotated[int, "positive"], *, y: Literal["a", "b"] = "a") -> Awaitable[None]:
    assert_type(x, int)
    if x < 0:
        assert_never(x)
    return y


print(get_type_hints(check), get_type_hints(check, include_extras=True))
print(asyncio.run(check(1)))
try:
    asyncio.run(check(-1))
except AssertionError as error:
    print(error)
class Row(NamedTuple):
    key: str
    value: Json = None
print(Row("a"), Row._fields, Row._field_defaults, Row.__annotations__)
N = NewType("N", int)
print(N, N(3), N.__supertype__, is_protocol(Shape), get_protocol_members(Shape))
try:
    Row("a", 1, 2)
except TypeError as error:
    print(error)
