# numbers: what kinds there are. Specified in: https://docs.python.org/3.11/library/numbers.html
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstract

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


def _abstracts(names):
    def method(name):
        def needed(self, *others):
            raise NotImplementedError
        needed.__name__ = name
        return _abstract(needed)
    return {name: method(name) for name in names.split()}


class Number(metaclass=_ABCMeta):
    __slots__ = ()
    __hash__ = None


class Complex(Number):
    __slots__ = ()
    vars().update(_abstracts("__complex__ __add__ __radd__ __neg__ __pos__ __mul__ __rmul__ __truediv__ __rtruediv__ "
                             "__pow__ __rpow__ __abs__ conjugate __eq__"))
    real, imag = property(_abstracts("real")["real"]), property(_abstracts("imag")["imag"])

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


class Real(Complex):
    __slots__ = ()
    vars().update(_abstracts("__float__ __trunc__ __floor__ __ceil__ __round__ __floordiv__ __rfloordiv__ __mod__ "
                             "__rmod__ __lt__ __le__"))

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


class Rational(Real):
    __slots__ = ()
    numerator, denominator = (property(_abstracts("numerator")["numerator"]),
                              property(_abstracts("denominator")["denominator"]))

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    __slots__ = ()
    vars().update(_abstracts("__int__ __pow__ __lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ "
                             "__rxor__ __or__ __ror__ __invert__"))

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


Complex.register(complex)
Real.register(float)
Integral.register(int)

