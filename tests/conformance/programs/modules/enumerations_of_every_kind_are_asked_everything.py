import enum, sys
from enum import *
import copy; show(lambda: copy.deepcopy(C.R) is C.R)


def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


class C(Enum): R = 1; G = 2; B = 3; RR = 1
show(lambda: list(C))
show(lambda: C.__members__)
show(lambda: C(1))
show(lambda: C["R"])
show(lambda: C(9))
show(lambda: C["X"])
show(lambda: dir(C))
show(lambda: dir(C.R))
show(lambda: C.R.G)
show(lambda: 1 in C)
show(lambda: C.R in C)
show(lambda: C.R.name)
show(lambda: setattr(C, "R", 3))
show(lambda: setattr(C.R, "name", 3))
show(lambda: C.R < C.G)
show(lambda: len(C))
show(lambda: list(reversed(C)))
show(lambda: f"{C.R:>10}|")
show(lambda: C.R == 1)
show(lambda: hash(C.R) == hash("R"))
class F(Flag): A = auto(); B = auto(); C = auto(); AB = A | B
show(lambda: list(F))
show(lambda: F.A | F.C)
show(lambda: ~F.A)
show(lambda: F(0))
show(lambda: F(3))
show(lambda: F(8))
show(lambda: F.AB.name)
show(lambda: list(F.AB))
show(lambda: len(F.AB))
show(lambda: F.A in F.AB)
show(lambda: F(-1))
show(lambda: F.A ^ F.AB)
show(lambda: bool(F(0)))
show(lambda: F.A & F.B)
show(lambda: str(F.A | F.C))
show(lambda: F(5))
show(lambda: F.A | 1)
show(lambda: 3 in F)
class I(IntFlag): X = 1; Y = 2; Z = 8
show(lambda: I.X | I.Z)
show(lambda: I(16))
show(lambda: I(4) | I.X)
show(lambda: ~I.X)
show(lambda: I.X + 1)
show(lambda: str(I.X))
show(lambda: f"{I.X}")
show(lambda: I(-1))
show(lambda: I.X | 4)
show(lambda: 4 | I.X)
show(lambda: I(0))
show(lambda: list(I(11)))
class K(IntEnum): A = 1; B = 2
show(lambda: K.A)
show(lambda: str(K.A))
show(lambda: f"{K.A}")
show(lambda: K.A + 1)
show(lambda: K.A == 1)
show(lambda: [10, 20][K.A])
show(lambda: K.A < K.B)
show(lambda: "%d %s" % (K.A, K.A))
class S(StrEnum): A = auto(); BB = auto(); CC = "x"
show(lambda: S.A)
show(lambda: str(S.A))
show(lambda: S.BB.upper())
show(lambda: S("x"))
show(lambda: f"{S.A:>5}")
show(lambda: S.A == "a")
show(lambda: Enum("D", "a b c"))
show(lambda: list(Enum("D", "a b c")))
show(lambda: list(Enum("D", {"a": 5})))
show(lambda: list(Enum("D", ["x", "y"], start=5)))
show(lambda: IntEnum("N", "p q").p)
show(lambda: type("Q", (C,), {}))
def bad():
    class B1(Enum):
        A = 1
        A = 2
show(bad)
@unique
class U(Enum): A = 1
def bad2():
    @unique
    class U2(Enum): A = 1; B = 1
show(bad2)
@verify(CONTINUOUS, UNIQUE)
class V(Enum): A = 1; B = 2
def bad3():
    @verify(CONTINUOUS)
    class V2(Enum): A = 1; B = 4
show(bad3)
class P(Enum):
    E = (1, 2); M = (3, 4)
    def __init__(self, a, b): self.a, self.b = a, b
    @property
    def s(self): return self.a + self.b
    @classmethod
    def f(cls): return cls.E
    @staticmethod
    def g(): return 3
    @enum.property
    def h(self): return "h"
show(lambda: (P.E.s, P.f(), P.g(), P.E.a, P((1, 2)), P.E.h))
show(lambda: P.h)
class N(Enum):
    @nonmember
    class Inner: pass
    X = member(3); y = nonmember(4)
    def _generate_next_value_(name, s, c, l): return name * 2
show(lambda: (list(N), N.y))
class M2(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 5 else 7
show(lambda: M2(5))
show(lambda: M2(6))
class CF(Flag, boundary=CONFORM): A = 1; B = 2
class EF(Flag, boundary=EJECT): A = 1; B = 2
class KF(Flag, boundary=KEEP): A = 1; B = 2
show(lambda: CF(7))
show(lambda: EF(7))
show(lambda: KF(7))
show(lambda: ~KF.A)
show(lambda: CF(4))
match C.R:
    case C.G: print("g")
    case C.R: print("r")
show(lambda: {C.R: 1})
show(lambda: isinstance(K.A, int))
show(lambda: C.__doc__)
show(lambda: repr(C))
show(lambda: repr(F))
show(lambda: C.R.__class__)
show(lambda: C.R.__objclass__)
show(lambda: C.R._sort_order_)
show(lambda: C.mro())
show(lambda: [m.value for m in C])
show(lambda: C.R.__reduce_ex__(2))
show(lambda: EnumCheck.UNIQUE)
show(lambda: FlagBoundary.STRICT)
show(lambda: auto())
show(lambda: C.R | C.G)
show(lambda: callable(C))
show(lambda: C.R())
