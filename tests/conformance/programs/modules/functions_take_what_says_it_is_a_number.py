import math
from decimal import Decimal
from fractions import Fraction


class Half:
    def __float__(self):
        return 0.5


class Seven:
    def __index__(self):
        return 7


class Wrong:
    def __float__(self):
        return "half"


def attempt(name, *args):
    try:
        print(name, getattr(math, name)(*args))
    except Exception as error:
        print(name, type(error).__name__, error)


for value in (Fraction(1, 4), Decimal("0.25"), Half(), Seven(), Wrong(), "4", None, [1], 1j):
    for name in ("sqrt", "floor", "exp", "isfinite", "log", "degrees", "frexp"):
        attempt(name, value)
attempt("fsum", [Fraction(1, 2), 1])
attempt("fsum", ["x"])
attempt("hypot", Fraction(3), 4)
attempt("dist", (Fraction(1),), (Half(),))
attempt("prod", [Fraction(1, 2), 2])
attempt("atan2", Half(), 1)
attempt("pow", Fraction(1, 2), 2)
attempt("isclose", Fraction(1, 3), 1 / 3)
attempt("copysign", 1, Fraction(-1))
attempt("fmod", Fraction(7), 2)
attempt("ldexp", Fraction(1, 2), 3)
attempt("hypot", "a", 1)
attempt("pow", "2", 2)
