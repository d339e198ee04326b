"""When annotations are evaluated, what they see, and what is said of a name that is not there."""
import inspect
import typing
from dataclasses import dataclass, fields


def seen(name):
    print("evaluated", name)
    return int


def annotated(first: seen("first"), *rest: seen("rest"), key: seen("key") = 0) -> seen("return"):
    return first


print("defined")
print(sorted(annotated.__annotations__), annotated.__annotations__ is annotated.__annotations__)
print(inspect.signature(annotated))


@dataclass
class Point:
    x: seen("x")
    y: seen("y") = 0


print([(each.name, each.type) for each in fields(Point)], Point(1))


class Tree:
    kind = str
    label: kind
    size: seen("size") = 1

    def grow(self, by: kind) -> kind:
        return by


print(Tree.__annotations__)
print(typing.get_type_hints(Tree.grow), inspect.signature(Tree.grow))


def scoped(kind):
    def inner(value: kind):
        return value

    class Held:
        value: kind
    return inner, Held


for thing in scoped(float):
    print(thing.__annotations__)


class Lazy(typing.NamedTuple):
    one: seen("one")
    two: seen("two") = 2


class Options(typing.TypedDict):
    name: seen("name")


print(Lazy(1), Options(name=1))
print(Lazy.__annotations__, Options.__annotations__)
if Point:
    depth: seen("depth") = 3
print(depth)


def local():
    unused: seen("never")
    used: seen("never") = 4
    return used


print(local(), local.__annotations__)
