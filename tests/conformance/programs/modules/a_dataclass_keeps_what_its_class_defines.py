import weakref
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields, make_dataclass


@dataclass
class Doubled:
    x: int

    def __init__(self, x):
        self.x = 2 * x


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


@dataclass(slots=True, weakref_slot=True)
class Node:
    name: str
    parent: "Node" = None


@dataclass
class Loop:
    other: "Loop" = None


@dataclass
class Typed:
    kept: int
    shared: "typing.ClassVar[int]" = 3
    given: "InitVar[int]" = 4

    def __post_init__(self, given):
        self.kept += given


def wrong(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


def twice():
    @dataclass
    class Twice:
        _: KW_ONLY
        a: int
        __: KW_ONLY
        b: int


def lonely():
    @dataclass(weakref_slot=True)
    class Lonely:
        a: int


print(Doubled(3), Point.__setattr__.__qualname__, Point.__init__.__qualname__)
node = Node("root")
print(Node.__slots__, weakref.ref(node)() is node, node.__weakref__ is weakref.ref(node))
loop = Loop()
loop.other = loop
print(loop)
print(Typed(1), [each.name for each in fields(Typed)])
wrong(twice)
wrong(lonely)
wrong(lambda: make_dataclass("C", ["a", "a"]))
wrong(lambda: make_dataclass("C", ["for"]))
wrong(lambda: make_dataclass("C", ["x@y"]))
wrong(lambda: make_dataclass("C", [()]))
wrong(lambda: make_dataclass("C", [("a", int), ("b", str, field(default="z"))])(1))
wrong(lambda: setattr(Node("leaf"), "unknown", 1))


class Plain:
    __slots__ = ("x", "__weakref__")


class Bare:
    __slots__ = ()


plain = Plain()
print(weakref.ref(plain)() is plain, Plain.x.__name__, Plain.x.__get__(None, Plain) is Plain.x)
Plain.x.__set__(plain, 5)
print(plain.x, "__dict__" in dir(Bare), "__weakref__" in dir(Bare), "__dict__" in dir(object))
wrong(lambda: weakref.ref(Bare()))
