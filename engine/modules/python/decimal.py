# decimal. Specified in: https://docs.python.org/3.11/library/decimal.html
import sys as _sys
from math import isqrt as _isqrt
from numbers import Number as _Number

from _engine import written_in_c as _written_in_c

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = (
    "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN",
    "ROUND_05UP")
MAX_PREC, MAX_EMAX, MIN_EMIN, HAVE_THREADS, HAVE_CONTEXTVAR = 999999999999999999, 999999999999999999, -999999999999999999, True, True


class DecimalException(ArithmeticError):
    __module__ = "decimal"


def _signal(name, *bases):
    return type(name, bases or (DecimalException,), {"__module__": "decimal"})


Clamped, InvalidOperation, Inexact, Rounded, Subnormal = map(
    _signal, ("Clamped", "InvalidOperation", "Inexact", "Rounded", "Subnormal"))
DivisionByZero = _signal("DivisionByZero", DecimalException, ZeroDivisionError)
Overflow, Underflow = _signal("Overflow", Inexact, Rounded), _signal("Underflow", Inexact, Rounded, Subnormal)
FloatOperation = _signal("FloatOperation", DecimalException, TypeError)
ConversionSyntax, DivisionUndefined = _signal("ConversionSyntax", InvalidOperation), _signal(
    "DivisionUndefined", InvalidOperation, ZeroDivisionError)
DivisionImpossible = _signal("DivisionImpossible", InvalidOperation)


@_written_in_c
class Context:
    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=None,
                 traps=None):
        self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp = prec, rounding, Emin, Emax, capitals, clamp
        signals = (InvalidOperation, DivisionByZero, Overflow, Underflow, Inexact, Rounded, Subnormal, Clamped, FloatOperation)
        self.flags = {each: False for each in signals}
        self.traps = {each: each in ((InvalidOperation, DivisionByZero, Overflow) if traps is None else traps)
                      for each in signals}

    def copy(self):
        made = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)
        made.flags, made.traps = dict(self.flags), dict(self.traps)
        return made

    __copy__ = copy

    def clear_flags(self):
        self.flags = dict.fromkeys(self.flags, False)

    def create_decimal(self, num="0"):
        return self._rounded(Decimal(num))

    def divide(self, a, b):
        return Decimal(a)._divided(Decimal(b), self)

    def _raise(self, signal, explanation, result):
        base = next((each for each in self.flags if issubclass(signal, each)), signal)
        self.flags[base] = True
        if self.traps.get(base):
            raise base([signal])
        return result

    def _rounded(self, value):
        if value._special:
            return value
        digits = str(value._int)
        if len(digits) > self.prec:
            exponent = value._exp + len(digits) - self.prec
            value = value._rescaled(exponent, self.rounding)
            if len(str(value._int)) > self.prec:
                value = _made(value._sign, value._int // 10, value._exp + 1)
            self.flags[Rounded] = self.flags[Inexact] = True
        if value._int and value._exp + len(str(value._int)) - 1 > self.Emax:
            self.flags[Inexact] = self.flags[Rounded] = True
            return self._raise(Overflow, "above Emax", _made(value._sign, 0, 0, "F"))
        return value

    def __repr__(self):
        shown = {name: ", ".join(each.__name__ for each, on in getattr(self, name).items() if on)
                 for name in ("flags", "traps")}
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags=[{shown['flags']}], traps=[{shown['traps']}])")


def _digits_rounded(number, dropped, sign, rounding):
    # number without its last digits, rounded
    power = 10 ** dropped
    kept, rest = divmod(number, power)
    half = 2 * rest - power
    up = {ROUND_DOWN: False, ROUND_UP: rest > 0, ROUND_HALF_UP: half >= 0, ROUND_HALF_DOWN: half > 0,
          ROUND_HALF_EVEN: half > 0 or half == 0 and kept % 2 == 1, ROUND_CEILING: rest > 0 and not sign,
          ROUND_FLOOR: rest > 0 and bool(sign), ROUND_05UP: rest > 0 and kept % 5 == 0}.get(rounding)
    if up is None:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                        "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return kept + up


def _made(sign, number, exponent, special="", cls=None):
    made = object.__new__(cls or Decimal)
    made._sign, made._int, made._exp, made._special = sign, number, exponent, special
    return made


def _parsed(text, cls):
    original, text = text, text.strip().replace("_", "")
    sign = int(text[:1] == "-")
    body = text[1:] if text[:1] in ("+", "-") else text
    low = body.lower()
    if low in ("inf", "infinity"):
        return _made(sign, 0, 0, "F", cls)
    for name, special in (("snan", "N"), ("nan", "n")):
        if low.startswith(name) and (low[len(name):].isdigit() or low == name):
            return _made(sign, int(low[len(name):] or 0), 0, special, cls)
    number, mark, exponent = low.partition("e")
    whole, _, fraction = number.partition(".")
    digits = exponent.lstrip("+-") if len(exponent) - len(exponent.lstrip("+-")) < 2 else ""
    if not (whole + fraction).isdecimal() or mark and not digits.isdecimal():
        return getcontext()._raise(ConversionSyntax, f"Invalid literal for Decimal: {original!r}", _made(0, 0, 0, "n", cls))
    return _made(sign, int(whole + fraction), (int(exponent) if mark else 0) - len(fraction), "", cls)


def _exact(value):
    # of a float
    top, bottom = value.as_integer_ratio()
    places = bottom.bit_length() - 1
    return _made(int(top < 0 or str(value)[0] == "-"), abs(top) * 5 ** places, -places)


@_written_in_c
class Decimal:
    __slots__ = ("_sign", "_int", "_exp", "_special", "__weakref__")

    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            return _parsed(value, cls)
        if isinstance(value, int):
            return _made(int(value < 0), abs(value), 0, "", cls)
        if isinstance(value, Decimal):
            return value if type(value) is cls else _made(value._sign, value._int, value._exp, value._special, cls)
        if isinstance(value, float):
            if value != value or value in (float("inf"), float("-inf")):
                return _parsed(repr(value), cls)
            made = _exact(value)
            return _made(made._sign, made._int, made._exp, "", cls)
        if isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError("argument must be a sequence of length 3")
            sign, digits, exponent = value
            special = {"F": "F", "n": "n", "N": "N"}.get(exponent, "")
            return _made(sign, int("".join(map(str, digits)) or "0"), 0 if special else exponent, special, cls)
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    @classmethod
    def from_float(cls, f):
        return cls(f) if isinstance(f, (int, float)) else cls(float(f))

    # --- text ---

    def __str__(self):
        sign = "-" * self._sign
        if self._special:
            if self._special == "F":
                return sign + "Infinity"
            return sign + {"n": "NaN", "N": "sNaN"}[self._special] + (str(self._int) if self._int else "")
        digits = str(self._int)
        left = self._exp + len(digits)
        dot = left if self._exp <= 0 and left > -6 else 1
        if dot <= 0:
            whole, fraction = "0", "." + "0" * -dot + digits
        elif dot >= len(digits):
            whole, fraction = digits + "0" * (dot - len(digits)), ""
        else:
            whole, fraction = digits[:dot], "." + digits[dot:]
        return sign + whole + fraction + ("" if left == dot else f"E{left - dot:+}")

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, spec):
        if not spec:
            return str(self)
        import re
        match = re.fullmatch(r"(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([eEfFgGn%])?", spec, re.DOTALL)
        if match is None:
            raise ValueError("invalid format string")
        fill, align, sign, _, _, zero, width, group, places, kind = match.groups()
        value, places = self, None if places is None else int(places)
        if kind == "%":
            value = _made(self._sign, self._int, self._exp + 2, self._special)
        mark = "-" if value._sign else {"+": "+", " ": " "}.get(sign, "")
        suffix = "%" if kind == "%" else ""
        if value._special:
            whole, rest = str(value).lstrip("-"), ""
        else:
            rounding = getcontext().rounding
            if places is not None and kind in ("f", "F", "%"):
                value = value._rescaled(-places, rounding)
            elif kind in ("f", "F", "%") and value._exp > 0:
                value = value._rescaled(0, rounding)
            elif places is not None and kind in ("e", "E"):
                value = value._to_digits(places + 1, rounding)
            elif places is not None:
                value = value._to_digits(max(places, 1), rounding)
            digits = str(value._int)
            if kind in ("f", "F", "%"):
                digits = digits.rjust(1 - value._exp, "0")
                cut = len(digits) + value._exp
                text = digits[:cut] + ("." + digits[cut:] if value._exp < 0 else "")
            elif kind in ("e", "E"):
                text = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
                text += f"{kind}{value._exp + len(digits) - 1:+}"
            else:
                text = str(_made(0, value._int, value._exp))
                text = text.replace("E", "e") if kind == "g" else text
            cut = next((i for i, char in enumerate(text) if not char.isdigit()), len(text))
            whole, rest = text[:cut], text[cut:]
        if group and not value._special:
            whole = f"{int(whole):{group}}"
        text = whole + rest + suffix
        width = int(width or 0)
        if zero and not align:
            fill, align = "0", "="
        fill, align = fill or " ", align or ">"
        missing = max(0, width - len(mark + text))
        if align == "=":
            return mark + fill * missing + text
        text = mark + text
        left = {"<": 0, ">": missing, "^": missing // 2}[align]
        return fill * left + text + fill * (missing - left)

    def to_eng_string(self, context=None):
        return str(self)

    # --- what it is ---

    def as_tuple(self):
        exponent = self._special or self._exp
        digits = () if self._special and not self._int and self._special != "F" else tuple(map(int, str(self._int)))
        return DecimalTuple(self._sign, digits, exponent)

    def as_integer_ratio(self):
        from math import gcd
        if self._special:
            raise (OverflowError if self._special == "F" else ValueError)(
                f"cannot convert {'Infinity' if self._special == 'F' else 'NaN'} to integer ratio")
        top, bottom = self._int * 10 ** max(self._exp, 0), 10 ** max(-self._exp, 0)
        divisor = gcd(top, bottom)
        return (-1) ** self._sign * top // divisor, bottom // divisor

    def is_nan(self):
        return self._special in ("n", "N") and bool(self._special)

    def is_infinite(self):
        return self._special == "F"

    def is_finite(self):
        return not self._special

    def is_zero(self):
        return not self._special and self._int == 0

    def is_signed(self):
        return bool(self._sign)

    def adjusted(self):
        return 0 if self._special else self._exp + len(str(self._int)) - 1

    def __bool__(self):
        return bool(self._special or self._int)

    def __int__(self):
        if self._special:
            raise (OverflowError if self._special == "F" else ValueError)(
                f"cannot convert {'Infinity' if self._special == 'F' else 'NaN'} to integer")
        number = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -number if self._sign else number

    __trunc__ = __int__

    def __float__(self):
        return float(str(self))

    def __floor__(self):
        return int(self._rescaled(0, ROUND_FLOOR))

    def __ceil__(self):
        return int(self._rescaled(0, ROUND_CEILING))

    def __round__(self, n=None):
        if n is None:
            return int(self._rescaled(0, ROUND_HALF_EVEN))
        return self.quantize(_made(0, 1, -n), ROUND_HALF_EVEN)

    def __complex__(self):
        return complex(float(self))

    def __hash__(self):
        if self._special:
            return object.__hash__(self) if self.is_nan() else hash(float(self))
        from fractions import Fraction
        return hash(Fraction(*self.as_integer_ratio()))

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    # --- rounding ---

    def _rescaled(self, exponent, rounding):
        if self._special:
            return self
        if exponent <= self._exp:
            return _made(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        return _made(self._sign, _digits_rounded(self._int, exponent - self._exp, self._sign, rounding), exponent)

    def _to_digits(self, count, rounding):
        made = self._rescaled(self._exp + len(str(self._int)) - count, rounding) if len(str(self._int)) != count else self
        if len(str(made._int)) > count:
            made = _made(made._sign, made._int // 10, made._exp + 1)
        return made

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
        exp = _operand(exp)
        if self._special or exp._special:
            if self.is_nan() or exp.is_nan():
                return self._nan(exp)
            if self._special == exp._special == "F":
                return self
            return context._raise(InvalidOperation, "quantize with one INF", _NAN)
        made = self._rescaled(exp._exp, rounding or context.rounding)
        if len(str(made._int)) > context.prec:
            return context._raise(InvalidOperation, "quantize result has too many digits", _NAN)
        return made

    def to_integral_value(self, rounding=None, context=None):
        return self if self._exp >= 0 else self._rescaled(0, rounding or getcontext().rounding)

    to_integral = to_integral_exact = to_integral_value

    def normalize(self, context=None):
        made = (context or getcontext())._rounded(self)
        if made._special or not made._int:
            return made if made._special else _made(made._sign, 0, 0)
        number, exponent = made._int, made._exp
        while number % 10 == 0:
            number, exponent = number // 10, exponent + 1
        return _made(made._sign, number, exponent)

    # --- arithmetic ---

    def _signed(self):
        return -self._int if self._sign else self._int

    def _nan(self, other):
        return self if self.is_nan() else other if other.is_nan() else None

    def _added(self, other, context):
        if self._special or other._special:
            nan = self._nan(other)
            if nan is not None:
                return nan
            if self._special and other._special and self._sign != other._sign:
                return context._raise(InvalidOperation, "-INF + INF", _NAN)
            return self if self._special else other
        exponent = min(self._exp, other._exp)
        total = (self._signed() * 10 ** (self._exp - exponent) + other._signed() * 10 ** (other._exp - exponent))
        sign = int(total < 0) if total else int(self._sign and other._sign or (
            self._sign != other._sign and context.rounding == ROUND_FLOOR))
        return context._rounded(_made(sign, abs(total), exponent))

    def _multiplied(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(other)
            if nan is not None:
                return nan
            if self.is_zero() or other.is_zero():
                return context._raise(InvalidOperation, "(+-)INF * 0", _NAN)
            return _made(sign, 0, 0, "F")
        return context._rounded(_made(sign, self._int * other._int, self._exp + other._exp))

    def _divided(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(other)
            if nan is not None:
                return nan
            if self._special and other._special:
                return context._raise(InvalidOperation, "(+-)INF/(+-)INF", _NAN)
            return _made(sign, 0, 0, "F") if self._special else _made(sign, 0, context.Emin - context.prec + 1)
        if not other._int:
            if not self._int:
                return context._raise(DivisionUndefined, "0 / 0", _NAN)
            return context._raise(DivisionByZero, "x / 0", _made(sign, 0, 0, "F"))
        wanted = self._exp - other._exp
        if not self._int:
            return _made(sign, 0, wanted)
        shift = len(str(other._int)) - len(str(self._int)) + context.prec + 1
        top, bottom = self._int * 10 ** max(shift, 0), other._int * 10 ** max(-shift, 0)
        number, rest = divmod(top, bottom)
        exponent = wanted - shift
        if rest:
            number += number % 5 == 0
        else:
            while exponent < wanted and number % 10 == 0:
                number, exponent = number // 10, exponent + 1
        return context._rounded(_made(sign, number, exponent))

    def _divmod(self, other, context):
        if self._special or other._special:
            nan = self._nan(other)
            if nan is not None:
                return nan, nan
            if self._special:
                nan = context._raise(InvalidOperation, "INF // x", _NAN)
                return nan, nan
            return _made(self._sign ^ other._sign, 0, 0), context._rounded(self)
        if not other._int:
            if not self._int:
                nan = context._raise(DivisionUndefined, "0 // 0", _NAN)
                return nan, nan
            whole = context._raise(DivisionByZero, "x // 0", _made(self._sign ^ other._sign, 0, 0, "F"))
            return whole, context._raise(InvalidOperation, "x % 0", _NAN)
        exponent = min(self._exp, other._exp)
        number, rest = divmod(self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent))
        if len(str(number)) > context.prec:
            nan = context._raise(DivisionImpossible, "quotient too large", _NAN)
            return nan, nan
        return _made(self._sign ^ other._sign, number, 0), context._rounded(_made(self._sign, rest, exponent))

    def _power(self, other, context):
        if self._special or other._special:
            nan = self._nan(other)
            return nan if nan is not None else Decimal(float(self) ** float(other))
        if not other._int:
            if not self._int:
                return context._raise(InvalidOperation, "0 ** 0", _NAN)
            return Decimal(1)
        if int(other) != other:
            if self._sign and self._int:
                return context._raise(InvalidOperation, "x ** y with x negative and y not an integer", _NAN)
            if other * 2 == 1:
                return self.sqrt(context)
            wide = Context(context.prec + 10)
            return context._rounded((other._multiplied(self.ln(wide), wide)).exp(wide))
        n = int(other)
        if not self._int:
            sign = self._sign if n % 2 else 0
            return _made(sign, 0, 0) if n > 0 else context._raise(DivisionByZero, "0 ** -n", _made(sign, 0, 0, "F"))
        if n >= 0 and len(str(self._int)) * n < 20000:
            return context._rounded(_made(self._sign if n % 2 else 0, self._int ** n, self._exp * n))
        wide = Context(context.prec + len(str(abs(n))) + 6)
        made, base, left = Decimal(1), self, abs(n)
        while left:
            if left & 1:
                made = made._multiplied(base, wide)
            base, left = base._multiplied(base, wide), left >> 1
        return context._rounded(made) if n > 0 else Decimal(1)._divided(made, context)

    def sqrt(self, context=None):
        context = context or getcontext()
        if self._special or self._sign and self._int:
            if self.is_nan() or self._special and not self._sign:
                return self
            return context._raise(InvalidOperation, "sqrt(-x), x > 0", _NAN)
        wanted = self._exp >> 1
        if not self._int:
            return _made(self._sign, 0, wanted)
        number, exponent = self._int * (10 if self._exp & 1 else 1), self._exp - (self._exp & 1)
        shift = max(0, context.prec + 1 - (len(str(number)) + 1) // 2)
        root = _isqrt(number * 100 ** shift)
        exact = root * root == number * 100 ** shift
        exponent = exponent // 2 - shift
        if exact:
            while exponent < wanted and root % 10 == 0:
                root, exponent = root // 10, exponent + 1
        elif root % 5 == 0:
            root += 1
        return context._rounded(_made(0, root, exponent))

    def exp(self, context=None):
        context = context or getcontext()
        wide = Context(context.prec + 10 + max(0, self.adjusted()))
        halvings = max(0, self.adjusted() + 1) * 4
        x = self._divided(Decimal(2 ** halvings), wide)
        total, term, n = Decimal(1), Decimal(1), 0
        while True:
            n += 1
            term = term._multiplied(x, wide)._divided(Decimal(n), wide)
            following = total._added(term, wide)
            if following == total:
                break
            total = following
        for _ in range(halvings):
            total = total._multiplied(total, wide)
        return context._rounded(total) if self._int else Decimal(1)

    def ln(self, context=None):
        context = context or getcontext()
        if self._special or self._sign or not self._int:
            if self.is_zero():
                return _made(1, 0, 0, "F")
            return self if self._special else context._raise(InvalidOperation, "ln of a negative value", _NAN)
        if self == 1:
            return Decimal(0)
        from math import log
        wide = Context(context.prec + 10)
        digits = str(self._int)
        guess = Decimal(log(float("0." + digits[:17])) + (self._exp + len(digits)) * log(10))
        for _ in range(6):
            power = guess.exp(wide)
            guess = guess._added(Decimal(2)._multiplied(self._added(-power, wide)._divided(
                self._added(power, wide), wide), wide), wide)
        return context._rounded(guess)

    def log10(self, context=None):
        context = context or getcontext()
        if self._int and str(self._int).strip("0") == "1" and not self._sign and not self._special:
            return Decimal(self._exp + len(str(self._int)) - 1)
        wide = Context(context.prec + 10)
        return context._rounded(self.ln(wide)._divided(Decimal(10).ln(wide), wide)) if self._int else self.ln(context)

    def _compared(self, other):
        if self._special or other._special:
            def rank(each):
                return 0 if each._special != "F" else -1 if each._sign else 1
            return (rank(self) > rank(other)) - (rank(self) < rank(other))
        exponent = min(self._exp, other._exp)
        a, b = self._signed() * 10 ** (self._exp - exponent), other._signed() * 10 ** (other._exp - exponent)
        return (a > b) - (a < b)

    def compare(self, other, context=None):
        other = _operand(other)
        nan = self._nan(other)
        return nan if nan is not None else Decimal(self._compared(other))

    def __eq__(self, other):
        other = _comparable(other)
        if other is NotImplemented:
            return other
        return self._nan(other) is None and self._compared(other) == 0

    def _ordered(fits):
        def compare(self, other):
            other = _comparable(other)
            if other is NotImplemented:
                return other
            if self._nan(other) is not None:
                return getcontext()._raise(InvalidOperation, "comparison involving NaN", False)
            return fits(self._compared(other))
        return compare
    __lt__, __le__ = _ordered(lambda order: order < 0), _ordered(lambda order: order <= 0)
    __gt__, __ge__ = _ordered(lambda order: order > 0), _ordered(lambda order: order >= 0)
    del _ordered

    def _operator(how):
        def plain(self, other):
            other = _operand(other, NotImplemented)
            return other if other is NotImplemented else how(self, other, getcontext())

        def reflected(self, other):
            other = _operand(other, NotImplemented)
            return other if other is NotImplemented else how(other, self, getcontext())
        return plain, reflected
    __add__, __radd__ = _operator(_added)
    __sub__, __rsub__ = _operator(lambda a, b, context: a._added(b if b.is_nan() else b.copy_negate(), context))
    __mul__, __rmul__ = _operator(_multiplied)
    __truediv__, __rtruediv__ = _operator(_divided)
    __floordiv__, __rfloordiv__ = _operator(lambda a, b, context: a._divmod(b, context)[0])
    __mod__, __rmod__ = _operator(lambda a, b, context: (
        a._divmod(b, context)[1] if b._int or b._special or a._special or not a._int else
        context._raise(InvalidOperation, "x % 0", _NAN)))
    __divmod__, __rdivmod__ = _operator(_divmod)
    _plain_pow, __rpow__ = _operator(_power)
    del _operator

    def __pow__(self, other, modulo=None):
        return self._plain_pow(other) if modulo is None else Decimal(pow(int(self), int(other), int(modulo)))

    def __neg__(self):
        if not self._special and not self._int:
            return _made(0, 0, self._exp)
        if self.is_nan():
            return self
        return getcontext()._rounded(_made(1 - self._sign, self._int, self._exp, self._special))

    def __pos__(self):
        if not self._special and not self._int:
            return _made(0, 0, self._exp)
        return getcontext()._rounded(self)

    def __abs__(self):
        return self if self.is_nan() else getcontext()._rounded(_made(0, self._int, self._exp, self._special))

    def copy_abs(self):
        return _made(0, self._int, self._exp, self._special)

    def copy_negate(self):
        return _made(1 - self._sign, self._int, self._exp, self._special)

    def max(self, other, context=None):
        return getcontext()._rounded(self if self >= _operand(other) else _operand(other))

    def min(self, other, context=None):
        return getcontext()._rounded(self if self <= _operand(other) else _operand(other))


_NAN = _made(0, 0, 0, "n")


def _operand(value, otherwise=None):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if otherwise is None:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return otherwise


def _comparable(value):
    if isinstance(value, float):
        return Decimal(value)
    return _operand(value, NotImplemented)


DefaultContext, BasicContext = Context(), Context(9, ROUND_HALF_UP)
ExtendedContext = Context(9, traps=())
_context = Context()


def getcontext():
    return _context


def setcontext(context):
    global _context
    _context = context


class localcontext:
    def __init__(self, ctx=None, **options):
        self._new = (ctx or getcontext()).copy()
        for name, value in options.items():
            setattr(self._new, name, value)

    def __enter__(self):
        self._before = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *exc):
        setcontext(self._before)


from collections import namedtuple as _namedtuple

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
_Number.register(Decimal)
