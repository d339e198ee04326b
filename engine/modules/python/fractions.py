# fractions. Specified in: https://docs.python.org/3.11/library/fractions.html
import math as _math
import operator as _operator
import re as _re
import sys as _sys
from abc import update_abstractmethods as _update_abstractmethods
from numbers import Rational as _Rational

_written = _re.compile(r"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<whole>\d*|\d+(_\d+)*)(?:" + r"\s*/\s*" * (_sys.version_info >= (3, 12)) + "/" * (_sys.version_info < (3, 12)) + r"(?P<below>\d+(_\d+)*)|"
                       r"(?:\.(?P<part>\d*|\d+(_\d+)*))?(?:[eE](?P<power>[-+]?\d+(_\d+)*))?)\s*")


class Fraction(_Rational):
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if isinstance(numerator, (int, Fraction)):
                above, below = numerator.numerator, numerator.denominator
            elif isinstance(numerator, float):
                above, below = numerator.as_integer_ratio()
            elif isinstance(numerator, str):
                above, below = _read(numerator)
            else:
                if hasattr(numerator, "as_integer_ratio") and (
                        _sys.version_info >= (3, 14) or type(numerator).__name__ == "Decimal"):
                    above, below = numerator.as_integer_ratio()
                else:
                    raise TypeError("argument should be a string or a Rational instance" +
                                    " or have the as_integer_ratio() method" * (_sys.version_info >= (3, 14)))
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            above = numerator.numerator * denominator.denominator
            below = numerator.denominator * denominator.numerator
        else:
            raise TypeError("both arguments should be Rational instances")
        if below == 0:
            raise ZeroDivisionError(f"Fraction({above}, 0)")
        common = _math.gcd(above, below) * (-1 if below < 0 else 1)
        self._numerator, self._denominator = above // common, below // common
        return self

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        if isinstance(dec, int):
            return cls(dec)
        if not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls(*dec.as_integer_ratio())

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    if _sys.version_info >= (3, 14):
        @classmethod
        def from_number(cls, number):
            if isinstance(number, str) or not hasattr(number, "as_integer_ratio"):
                raise TypeError("argument should be a Rational instance or have the as_integer_ratio() method")
            return cls(*number.as_integer_ratio())

    if _sys.version_info >= (3, 12):
        def is_integer(self):
            return self._denominator == 1

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    real = property(lambda self: self)
    imag = property(lambda self: 0)

    def conjugate(self):
        return self

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The convergents of the continued fraction, as far as they are small enough; then the last semiconvergent.
        before, now, rest = (0, 1), (1, 0), self.as_integer_ratio()
        while True:
            whole = rest[0] // rest[1]
            below = before[1] + whole * now[1]
            if below > max_denominator:
                break
            before, now = now, (before[0] + whole * now[0], below)
            rest = rest[1], rest[0] - whole * rest[1]
        times = (max_denominator - before[1]) // now[1]
        semi, last = Fraction(before[0] + times * now[0], before[1] + times * now[1]), Fraction(*now)
        return last if abs(last - self) <= abs(semi - self) else semi

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, 2**61 - 1)
        except ValueError:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __bool__(self):
        return self._numerator != 0

    def __int__(self):
        return _math.trunc(self)

    def __float__(self):
        return self._numerator / self._denominator

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            return whole + (rest * 2 > self._denominator or rest * 2 == self._denominator and whole % 2)
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __pow__(self, exponent):
        if isinstance(exponent, (int, Fraction)):
            if exponent.denominator != 1:
                return float(self) ** float(exponent)
            power = exponent.numerator
            if power >= 0:
                return Fraction(self._numerator ** power, self._denominator ** power)
            return Fraction(self._denominator ** -power, self._numerator ** -power)
        return float(self) ** exponent

    def __rpow__(self, base):
        if self._denominator == 1 and self._numerator >= 0:
            return base ** self._numerator
        if isinstance(base, int):
            return Fraction(base) ** self
        return base ** (self._numerator if self._denominator == 1 else float(self))

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, float):
            return self == Fraction(other) if _math.isfinite(other) else 0.0 == other
        return NotImplemented

    if _sys.version_info >= (3, 12):
        def __format__(self, specification, /):
            return _formatted(self, specification)

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


_general = _re.compile(r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<alt>#?)(?P<width>\d+)?(?P<thousands>[,_]?)")
_as_float = _re.compile(r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)z?(?P<alt>#?)(?P<zero>0(?=\d))?(?P<width>\d+)?"
                        r"(?P<thousands>[,_]?)(?:\.(?P<precision>\d+))?(?P<kind>[eEfFgG%])")


def _formatted(value, specification):
    # As the fraction itself, or as a float would be written, but exactly.
    found = _general.fullmatch(specification)
    if found is not None and found["align"] != "=":
        text = f"{abs(value._numerator):{found['thousands']}}"
        if value._denominator > 1 or found["alt"]:
            text += f"/{value._denominator:{found['thousands']}}"
        default = ">"
    elif (found := _as_float.fullmatch(specification)) is not None:
        text, default = _decimal(abs(value), found), ">"
        if found["zero"] and not found["align"]:
            default = "0"
    else:
        raise ValueError(f"Invalid format specifier {specification!r} for object of type {type(value).__name__!r}")
    sign = "-" if value < 0 else found["sign"].replace("-", "")
    missing = max(0, int(found["width"] or 0) - len(sign) - len(text))
    align, fill = found["align"] or default, found["fill"] or " "
    if align == "0" or align == "=":
        return sign + ("0" if align == "0" else fill) * missing + text
    text = sign + text
    left = 0 if align == "<" else missing // 2 if align == "^" else missing
    return fill * left + text + fill * (missing - left)


def _decimal(value, found):
    kind, precision = found["kind"], 6 if found["precision"] is None else int(found["precision"])
    if kind in "fF%":
        digits = str(round(value * (100 if kind == "%" else 1) * 10 ** precision)).rjust(precision + 1, "0")
        whole, part = digits[:len(digits) - precision], digits[len(digits) - precision:]
        text = f"{int(whole):{found['thousands']}}" + ("." + part if part or found["alt"] else "")
        return text + "%" * (kind == "%")
    if kind in "gG":
        precision = max(precision, 1) - 1
    power = 0
    if value:
        power = len(str(value._numerator)) - len(str(value._denominator))
        power -= value < Fraction(10) ** power
        if round(value / Fraction(10) ** power * 10 ** precision) >= 10 ** (precision + 1):
            power += 1
    digits = str(round(value / Fraction(10) ** power * 10 ** precision)).rjust(precision + 1, "0")
    if kind in "gG" and -4 <= power <= precision:
        if power < 0:
            digits, power = "0" * -power + digits, 0
        whole, part, tail = digits[:power + 1], digits[power + 1:], ""
    else:
        letter = "E" if kind.isupper() else "e"
        whole, part, tail = digits[:1], digits[1:], f"{letter}{power:+03}"
    if kind in "gG" and not found["alt"]:
        part = part.rstrip("0")
    return f"{int(whole):{found['thousands']}}" + ("." + part if part or found["alt"] else "") + tail


def _read(text):
    found = _written.fullmatch(text)
    if found is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    above, below = int(found["whole"] or "0"), int(found["below"] or "1")
    if part := (found["part"] or "").replace("_", ""):
        above, below = above * 10 ** len(part) + int(part), 10 ** len(part)
    power = int(found["power"] or "0")
    above, below = (above * 10 ** power, below) if power >= 0 else (above, below * 10 ** -power)
    return -above if found["sign"] == "-" else above, below


def _operators(name, of_fractions, of_floats):
    # The method and its reflection.
    def forward(self, other):
        if isinstance(other, (int, Fraction)):
            return of_fractions(self, Fraction(other))
        if isinstance(other, complex):
            return of_floats(complex(self), other)
        return of_floats(float(self), other) if isinstance(other, float) else NotImplemented

    def reverse(self, other):
        if isinstance(other, int):
            return of_fractions(Fraction(other), self)
        if isinstance(other, complex):
            return of_floats(other, complex(self))
        return of_floats(other, float(self)) if isinstance(other, float) else NotImplemented
    for prefix, method in ("__", forward), ("__r", reverse):
        method.__name__ = f"{prefix}{name}__"
        setattr(Fraction, method.__name__, method)


def _comparison(name, compare):
    def method(self, other):
        if isinstance(other, (int, Fraction)):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return compare(self, Fraction(other)) if _math.isfinite(other) else compare(0.0, other)
        return NotImplemented
    method.__name__ = name
    setattr(Fraction, name, method)


def _divide(a, b):
    # (Of the numerators and denominators, so that an error names those of the quotient.)
    return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)


def _floor_divide(a, b):
    return (a._numerator * b._denominator) // (a._denominator * b._numerator)


def _remainder(a, b):
    below = a._denominator * b._denominator
    return Fraction((a._numerator * b._denominator) % (b._numerator * a._denominator), below)


_operators("add", lambda a, b: Fraction(a._numerator * b._denominator + b._numerator * a._denominator,
                                        a._denominator * b._denominator), _operator.add)
_operators("sub", lambda a, b: Fraction(a._numerator * b._denominator - b._numerator * a._denominator,
                                        a._denominator * b._denominator), _operator.sub)
_operators("mul", lambda a, b: Fraction(a._numerator * b._numerator, a._denominator * b._denominator), _operator.mul)
_operators("truediv", _divide, _operator.truediv)
_operators("floordiv", _floor_divide, _operator.floordiv)
_operators("mod", _remainder, _operator.mod)
_operators("divmod", lambda a, b: (_floor_divide(a, b), _remainder(a, b)), divmod)
for _name in ("lt", "le", "gt", "ge"):
    _comparison(f"__{_name}__", getattr(_operator, _name))
_update_abstractmethods(Fraction)
