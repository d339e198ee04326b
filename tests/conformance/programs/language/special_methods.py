import math


class Fraction:
    def __new__(cls, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        self = super().__new__(cls)
        g = math.gcd(n, d) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g
        return self

    def __init__(self, n, d=1):
        print("init", n, d)

    def __repr__(self):
        return f"{self.n}/{self.d}"

    def __hash__(self):
        return hash((self.n, self.d))

    def __eq__(self, other):
        other = other if isinstance(other, Fraction) else Fraction(other) if isinstance(other, int) else None
        return NotImplemented if other is None else (self.n, self.d) == (other.n, other.d)

    def __index__(self):
        if self.d != 1:
            raise TypeError(f"{self} is not whole")
        return self.n

    def __float__(self):
        return self.n / self.d

    __int__ = __trunc__ = lambda self: int(self.n / self.d)

    def __floor__(self):
        return self.n // self.d

    def __ceil__(self):
        return -(-self.n // self.d)

    def __pow__(self, k, mod=None):
        return Fraction(self.n ** k, self.d ** k)

    def __rtruediv__(self, other):
        return Fraction(other * self.d, self.n)

    def __lshift__(self, k):
        return f"{self} shifted by {k}"

    def __and__(self, other):
        return f"{self} & {other}"

    __rand__ = __and__

    def __invert__(self):
        return Fraction(self.d, self.n)

    def __pos__(self):
        return self

    def __contains__(self, x):
        return x in (self.n, self.d)

    def __call__(self, x, /, *, digits=2):
        return round(x * self.n / self.d, digits)

    def __bytes__(self):
        return repr(self).encode()

    def __sizeof__(self):
        return 99

    def __length_hint__(self):
        return 2

    def __copy__(self):
        return "copied"


f = Fraction(6, -8)
print(f, f == Fraction(-3, 4), f == 2, f == "x", f != 1, hash(f) == hash(Fraction(-3, 4)), float(f), int(f))
print([10, 20, 30][Fraction(2)], range(10)[Fraction(1):Fraction(6, 2)], "ab" * Fraction(2), hex(Fraction(255)), math.floor(f), math.ceil(f))
print(f ** 2, pow(f, 2), 2 / f, f << 3, f & 1, 1 & f, ~f, +f is f, 4 in f, f(10), f(10, digits=0), bytes(f))
for bad in (lambda: [1][f], lambda: Fraction(1, 0), lambda: f + 1, lambda: f < f, lambda: f(x=1), lambda: len(f), lambda: iter(f), lambda: f[0], lambda: f.__nope__, lambda: del_item(f)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


def del_item(x):
    del x[0]


class Meta:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"

    def __init_subclass__(cls, **kwargs):
        print("subclass", cls.__name__, kwargs)


class Sub(Meta, flag=True):
    def __bool__(self):
        return "not a bool"


print(Meta[int, "x"], Sub["y"])
try:
    if Sub():
        pass
except TypeError as error:
    print(error)
