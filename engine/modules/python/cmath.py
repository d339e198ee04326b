# cmath: functions of complex numbers. Specified in: https://docs.python.org/3.11/library/cmath.html
import math as _math
from math import copysign as _copysign, e, inf, nan, pi, tau

infj, nanj = complex(0.0, inf), complex(0.0, nan)
_log_2, _log_10 = _math.log(2), _math.log(10)


def _function(method):
    def function(z, /):
        z = _complex(z)
        x, y = method(z.real, z.imag)
        if (_math.isinf(x) or _math.isinf(y)) and isfinite(z):
            raise OverflowError("math range error")
        return complex(x, y)
    function.__name__ = function.__qualname__ = method.__name__.lstrip("_")
    return function


def _complex(z):
    if isinstance(z, (complex, float, int)) or any(hasattr(z, each) for each in ("__complex__", "__float__", "__index__")):
        return complex(z)
    raise TypeError(f"must be real number, not {type(z).__name__}")


# Where a part is infinite or no number: the limits are what the functions of one part say.
def _root(x, y):
    if x == y == 0:
        return 0.0, y
    if _math.isinf(y):
        return inf, y
    if _math.isinf(x) or x != x or y != y:
        if x == -inf:
            return (abs(y) if y != y else 0.0), _copysign(inf, y)
        return (inf, y if y != y else _copysign(0.0, y)) if x == inf else (nan, nan)
    ax, ay = abs(x), abs(y)
    if ax < 2.0**-1022 and ay < 2.0**-1022 and (ax or ay):
        ax = _math.ldexp(ax, 53)
        s = _math.ldexp(_math.sqrt(ax + _math.hypot(ax, _math.ldexp(ay, 53))), -27)
    else:
        ax /= 8.0
        s = 2.0 * _math.sqrt(ax + _math.hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    return (s, _copysign(d, y)) if x >= 0.0 else (d, _copysign(s, y))


def _arcsinh(x, y):
    a, b = _root(1.0 + y, -x)
    c, d = _root(1.0 - y, x)
    return _math.asinh(a * d - c * b), _math.atan2(y, a * c - b * d)


def _arctanh(x, y):
    if x < 0.0 or x == 0.0 and _copysign(1.0, x) < 0.0:
        a, b = _arctanh(-x, -y)
        return -a, -b
    if x == 1.0 and y == 0.0:
        raise ValueError("math domain error")
    ay = abs(y)
    if x > 2.0**511 or ay > 2.0**511:
        h = _math.hypot(x / 2.0, y / 2.0)
        return x / 4.0 / h / h, _copysign(pi / 2, y)
    real = _math.log1p(4.0 * x / ((1.0 - x) * (1.0 - x) + ay * ay)) / 4.0
    return real, -_math.atan2(-2.0 * y, (1.0 - x) * (1.0 + x) - ay * ay) / 2.0


def _hyperbolic(x, y):
    # The cosine and the sine of (x, y).
    cos, sin = _math.cos(y), _math.sin(y)
    try:
        cosh, sinh = _math.cosh(x), _math.sinh(x)
    except OverflowError:
        less = x - _copysign(1.0, x)
        cosh, sinh = _math.cosh(less), _math.sinh(less)
        return (cos * cosh * e, sin * sinh * e), (cos * sinh * e, sin * cosh * e)
    return (cos * cosh, sin * sinh), (cos * sinh, sin * cosh)


def _tangent(x, y):
    if abs(x) > 354:
        return _copysign(1.0, x), 4.0 * _math.sin(y) * _math.cos(y) * _math.exp(-2.0 * abs(x))
    tx, ty, cx = _math.tanh(x), _math.tan(y), 1.0 / _math.cosh(x)
    below = 1.0 + tx * ty * (tx * ty)
    return tx * (1.0 + ty * ty) / below, ty / below * cx * cx


def _logarithm(x, y):
    if x == y == 0.0:
        raise ValueError("math domain error")
    ax, ay = abs(x), abs(y)
    if ax > 2.0**1022 or ay > 2.0**1022:
        real = _math.log(_math.hypot(ax / 2.0, ay / 2.0)) + _log_2
    elif ax < 2.0**-1022 and ay < 2.0**-1022:
        real = _math.log(_math.hypot(_math.ldexp(ax, 53), _math.ldexp(ay, 53))) - 53 * _log_2
    else:
        h = _math.hypot(ax, ay)
        if 0.71 <= h <= 1.73:
            more, less = max(ax, ay), min(ax, ay)
            real = _math.log1p((more - 1) * (more + 1) + less * less) / 2.0
        else:
            real = _math.log(h)
    return real, _math.atan2(y, x)


@_function
def sqrt(x, y):
    return _root(x, y)


@_function
def exp(x, y):
    if x > 709.0 and isfinite(complex(x, y)):
        scale = _math.exp(x - 1.0)
        return scale * _math.cos(y) * e, scale * _math.sin(y) * e
    scale = _math.exp(x)
    return scale * _math.cos(y), scale * _math.sin(y) if y else y


@_function
def log10(x, y):
    real, imag = _logarithm(x, y)
    return real / _log_10, imag / _log_10


@_function
def _log(x, y):
    return _logarithm(x, y)


def log(z, base=None, /):
    return _log(z) if base is None else _log(z) / _log(base)


@_function
def acos(x, y):
    (a, b), (c, d) = _root(1.0 - x, -y), _root(1.0 + x, y)
    return 2.0 * _math.atan2(a, c), _math.asinh(c * b - d * a)


@_function
def acosh(x, y):
    (a, b), (c, d) = _root(x - 1.0, y), _root(x + 1.0, y)
    return _math.asinh(a * c + b * d), 2.0 * _math.atan2(b, c)


@_function
def asinh(x, y):
    return _arcsinh(x, y)


@_function
def asin(x, y):
    a, b = _arcsinh(-y, x)
    return b, -a


@_function
def atanh(x, y):
    return _arctanh(x, y)


@_function
def atan(x, y):
    a, b = _arctanh(-y, x)
    return b, -a


@_function
def cosh(x, y):
    return _hyperbolic(x, y)[0]


@_function
def sinh(x, y):
    return _hyperbolic(x, y)[1]


@_function
def cos(x, y):
    return _hyperbolic(-y, x)[0]


@_function
def sin(x, y):
    a, b = _hyperbolic(-y, x)[1]
    return b, -a


@_function
def tanh(x, y):
    return _tangent(x, y)


@_function
def tan(x, y):
    a, b = _tangent(-y, x)
    return b, -a


def phase(z, /):
    z = _complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    z = _complex(z)
    return abs(z), phase(z)


def rect(r, phi, /):
    if not phi:
        return complex(r, r * phi)
    if _math.isinf(phi) and r:
        raise ValueError("math domain error")
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def isfinite(z, /):
    z = _complex(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    z = _complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    z = _complex(z)
    return z != z


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    distance = abs(a - b)
    return distance <= rel_tol * abs(b) or distance <= rel_tol * abs(a) or distance <= abs_tol
