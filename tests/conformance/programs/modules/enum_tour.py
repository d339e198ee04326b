from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique

class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    BLUE = auto()
    def describe(self): return self.name.lower(), self.value
    @classmethod
    def default(cls): return cls.GREEN
    @property
    def hexa(self): return f"#{self.value:06x}"

print(Color.RED, repr(Color.RED), Color.CRIMSON, Color(2), Color["BLUE"], list(Color), len(Color))
print(Color.RED.describe(), Color.default(), Color.BLUE.hexa, Color.RED in Color, Color.__members__)
print(f"{Color.RED} {Color.RED!r} {Color.RED:>12}|", Color.RED is Color(1), Color.RED == 1, type(Color.RED), Color)
for bad in (lambda: Color(99), lambda: Color["NO"], lambda: Color.NO, lambda: setattr(Color, "RED", 3), lambda: Color.RED < Color.BLUE, lambda: 1 in Color):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
class P(IntEnum):
    LOW = 1
    HIGH = 10
print(P.LOW, repr(P.LOW), f"{P.LOW}", P.LOW < P.HIGH, P.LOW + 1, sorted([P.HIGH, P.LOW]), P(10), max(P), P.LOW == 1, {P.LOW: 1}[1], isinstance(P.LOW, int), "%d %s" % (P.LOW, P.LOW))
class S(StrEnum):
    A = auto()
    B = "bee"
print(S.A, repr(S.A), S.B == "bee", S("bee"), S.B.upper(), f"{S.A:>5}")
class T(str, Enum):
    X = "x"
print(T.X, repr(T.X), f"{T.X}", T.X == "x", T("x"), T.X.value, "".join([T.X, "y"]))
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(Perm.R | Perm.X, repr(Perm.RW), Perm.RW, list(Perm), Perm.R in Perm.RW, ~Perm.R, Perm(0), repr(Perm(0)), bool(Perm(0)), [p.name for p in Perm.R | Perm.X], len(Perm.RW), Perm.R & Perm.W, Perm.R ^ Perm.RW, Perm(5), Perm["R"], (Perm.R|Perm.X).name, (Perm.R|Perm.X).value)
try: Perm(8)
except ValueError as e: print(e)
class IF(IntFlag):
    A = 1
    B = 2
print(IF.A | IF.B, repr(IF.A | IF.B), IF.A | 4, repr(IF.A | 4), IF(0), ~IF.A, repr(~IF.A), IF.A & 1, IF.A + 1)
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
print(Planet.EARTH.mass, Planet.MARS.value, Planet((6.4e23, 3.39e6)))
class Coord(Enum):
    def __new__(cls, value, label):
        obj = object.__new__(cls)
        obj._value_ = value
        obj.label = label
        return obj
    PX = (0, "P.X")
    PY = (1, "P.Y")
print(repr(Coord.PY), Coord.PY.label, Coord(1))
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
try:
    class D(Enum):
        A = 1
        A = 2
except TypeError as e: print(e)
try:
    class E2(Color): Z = 1
except TypeError as e: print(e)
F = Enum("F", "ONE TWO THREE")
print(list(F), F.TWO.value, F.__name__)
G = Enum("G", {"a": 5, "b": 6}); print(list(G))
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.title()
    NORTH = auto()
    SOUTH_EAST = auto()
    @classmethod
    def _missing_(cls, value):
        for m in cls:
            if m.value.lower() == value.lower(): return m
print(list(Auto), Auto("north"))
match Color.RED:
    case Color.GREEN: print("green")
    case Color.RED: print("red!")
d = {Color.RED: "r", Color.GREEN: "g"}
print(d[Color(1)], Color.RED.name, hash(Color.RED) == hash(Color.RED), [c.value for c in reversed(Color)])
import copy
print(isinstance(Color.RED, Color), Color.RED.__class__, dir(Color)[-4:] , Color.RED != Color.BLUE, bool(Color.RED))
class L(Enum):
    A = []
    B = {}
print(L([]), L.A)
class Op(Enum):
    ADD = "+"
    SUB = "-"
    def __call__(self, a, b): return a + b if self is Op.ADD else a - b
    def __str__(self): return f"<{self.value}>"
print(Op.ADD(1, 2), Op.SUB, f"{Op.SUB}", repr(Op.ADD))
