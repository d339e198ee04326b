# statistics. Specified in: https://docs.python.org/3.11/library/statistics.html
import math as _math
import sys as _sys
from bisect import bisect_left as _bisect_left
from collections import Counter as _Counter, namedtuple as _namedtuple
from fractions import Fraction as _Fraction

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
           "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode",
           "pstdev", "pvariance", "quantiles", "stdev", "variance"]
_SINCE_3_13 = _sys.version_info >= (3, 13)
_SQRT_2, _TAU = _math.sqrt(2.0), _math.tau


class StatisticsError(ValueError):
    pass


def _ratio(value):
    if isinstance(value, (int, float)) or hasattr(value, "as_integer_ratio"):
        return value.as_integer_ratio()
    raise TypeError(f"can't convert type {type(value).__name__!r} to numerator/denominator")


def _exact(data):
    # The type of the result, the sum as a fraction without rounding in between, or a float that is none; how many.
    kind, count, tops, special = int, 0, {}, None
    for value in data:
        count += 1
        own = type(value)
        if own is not kind and own not in (int, bool) and not issubclass(own, int):
            kind = own if kind is int else float if float in (own, kind) else kind
        if isinstance(value, (int, float)) and not isinstance(value, int) and not _math.isfinite(value):
            special = value if special is None else special + value
            continue
        a, b = _ratio(value)
        tops[b] = tops.get(b, 0) + a
    if special is not None:
        return kind, special, count
    bottom = _math.lcm(*tops)
    return kind, _Fraction(sum(top * (bottom // b) for b, top in tops.items()), bottom), count


def _convert(value, kind):
    if type(value) is kind or not isinstance(value, _Fraction):
        return value
    if kind is int:
        return value.numerator if value.denominator == 1 else value.numerator / value.denominator
    if kind is float:
        return value.numerator / value.denominator
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / value.denominator


def _needs(data, least, name):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(f"{name} requires at least {'one data point' if least == 1 else 'two data points'}")
    return data


def mean(data):
    kind, total, count = _exact(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / count, kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return _math.fsum(data) / len(data)
    weights = list(weights)
    if len(data) != len(weights):
        raise StatisticsError("data and weights must be the same length")
    total = _math.fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return _math.fsum([x * w for x, w in zip(data, weights)]) / total


def geometric_mean(data):
    data = list(data)
    if not _SINCE_3_13:
        try:
            return _math.exp(fmean([_math.log(x) for x in data]))
        except ValueError:
            raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None
    if not data:
        raise StatisticsError("Must have a non-empty dataset")
    zero = False
    for x in data:
        if not x > 0.0 and x == x:
            if x < 0:
                if _sys.version_info >= (3, 15):
                    raise StatisticsError(f"No negative inputs allowed: {x!r}")
                raise StatisticsError("No negative inputs allowed", x)
            zero = True
    return 0.0 if zero else _math.exp(_math.fsum([_math.log(x) for x in data]) / len(data))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is None:
        if len(data) == 1 and hasattr(data[0], "as_integer_ratio"):
            if data[0] < 0:
                raise StatisticsError("harmonic mean does not support negative values")
            return data[0]
        weights = [1] * len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    for x in data:
        if isinstance(x, str):
            raise TypeError("unsupported type")
        if x < 0:
            raise StatisticsError("harmonic mean does not support negative values")
    try:
        kind, total, _ = _exact([w / x if w else 0 for w, x in zip(weights, data)])
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(_exact(weights)[1] / total, kind)


def median(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    half = len(data) // 2
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    x = data[len(data) // 2]
    before, count = _bisect_left(data, x), data.count(x)
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return x - interval / 2.0 + interval * (len(data) / 2 - before) / count


def mode(data):
    counts = _Counter(iter(data)).most_common(1)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return counts[0][0]


def multimode(data):
    counts = _Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _squares(data, centre, least, name):
    # The type, and the sum of the squares of the distances from the mean.
    data = list(data)
    kind, total, count = _exact(data)
    _needs(data, least, name)
    if not isinstance(total, _Fraction):
        return kind, total * 0, count
    centre = total / count if centre is None else _Fraction(*_ratio(centre))
    return kind, sum((_Fraction(*_ratio(x)) - centre) ** 2 for x in data), count


def variance(data, xbar=None):
    kind, squares, count = _squares(data, xbar, 2, "variance")
    return _convert(squares / (count - 1), kind)


def pvariance(data, mu=None):
    kind, squares, count = _squares(data, mu, 1, "pvariance")
    return _convert(squares / count, kind)


def _root(value, kind):
    if not isinstance(value, _Fraction):
        if _SINCE_3_13:
            raise ValueError("inf or nan encountered in data")
        raise AttributeError("'float' object has no attribute 'numerator'")
    if kind.__name__ == "Decimal":
        return (kind(value.numerator) / kind(value.denominator)).sqrt()
    # Rounded once: the whole root of a fraction that is made long enough, odd where it is not exact.
    above, below = value.numerator, value.denominator
    if not above:
        return 0.0
    by = (above.bit_length() - below.bit_length() - 109) // 2
    if by < 0:
        above <<= -2 * by
    else:
        below <<= 2 * by
    whole = _math.isqrt(above // below)
    whole |= whole * whole * below != above
    return (whole << by) / 1 if by >= 0 else whole / (1 << -by)


def stdev(data, xbar=None):
    kind, squares, count = _squares(data, xbar, 2, "stdev")
    return _root(squares / (count - 1), kind)


def pstdev(data, mu=None):
    kind, squares, count = _squares(data, mu, 1, "pstdev")
    return _root(squares / count, kind)


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size and _SINCE_3_13:
            return data * (n - 1)
        raise StatisticsError(f"must have at least {'one data point' if _SINCE_3_13 else 'two data points'}")
    if method not in ("inclusive", "exclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    result = []
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * (size - 1), n)
            j += 1
        else:
            m = size + 1
            j = min(max(i * m // n, 1), size - 1)
            delta = i * m - j * n
        result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def _pairs(x, y, name):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    return x, y


def _centred(data):
    middle = _math.fsum(data) / len(data)
    return middle, [x - middle for x in data]


def _dot(x, y):
    return _math.sumprod(x, y) if hasattr(_math, "sumprod") else _math.fsum([a * b for a, b in zip(x, y)])


def covariance(x, y, /):
    x, y = _pairs(x, y, "covariance")
    return _dot(_centred(x)[1], _centred(y)[1]) / (len(x) - 1)


def _ranks(data):
    # Those that are equal share the middle of their ranks, counted from the middle of all.
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks, i = [0] * len(data), 0
    while i < len(order):
        end = i
        while end < len(order) and data[order[end]] == data[order[i]]:
            end += 1
        for place in order[i:end]:
            ranks[place] = (i + end - 1) / 2 - (len(data) - 1) / 2
        i = end
    return ranks


def correlation(x, y, /, **options):
    method = options.pop("method", "linear") if _sys.version_info >= (3, 12) else "linear"
    if options:
        raise TypeError(f"correlation() got an unexpected keyword argument {next(iter(options))!r}")
    x, y = _pairs(x, y, "correlation")
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    x, y = (_ranks(x), _ranks(y)) if method == "ranked" else (_centred(x)[1], _centred(y)[1])
    below = _math.sqrt(_dot(x, x) * _dot(y, y))
    if not below:
        raise StatisticsError("at least one of the inputs is constant")
    return _dot(x, y) / below


LinearRegression = _namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    x, y = _pairs(x, y, "linear regression")
    middle_x = middle_y = 0.0
    if not proportional:
        (middle_x, x), (middle_y, y) = _centred(x), _centred(y)
    below = _dot(x, x)
    if not below:
        raise StatisticsError("x is constant")
    slope = (_dot(x, y) + 0.0) / below
    return LinearRegression(slope=slope, intercept=0.0 if proportional else middle_y - slope * middle_x)


# The inverse of the normal distribution: Wichura's algorithm AS 241, a quotient of polynomials for the middle, one for
# what is farther out, and one for the tails.
_quotients = (
    ((2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
      1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
     (5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
      687.1870074920579083, 42.313330701600911252, 1.0)),
    ((7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
      3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734),
     (1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
      0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1.0)),
    ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
      0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772),
     (2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
      0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1.0)))


def _quotient(which, r):
    results = []
    for coefficients in _quotients[which]:
        value = 0.0
        for each in coefficients:
            value = value * r + each
        results.append(value)
    return results


def _inverse_normal(p, mu, sigma):
    q = p - 0.5
    if abs(q) <= 0.425:
        above, below = _quotient(0, 0.180625 - q * q)
        return mu + above * q / below * sigma
    r = _math.sqrt(-_math.log(p if q <= 0.0 else 1.0 - p))
    above, below = _quotient(1, r - 1.6) if r <= 5.0 else _quotient(2, r - 5.0)
    x = above / below
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    __slots__ = {"_mu": "Arithmetic mean of a normal distribution",
                 "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(_needs(data, 1, "mean")), stdev(data))

    def samples(self, n, *, seed=None):
        import random
        source = random if seed is None else random.Random(seed)
        if _SINCE_3_13:
            return [_inverse_normal(source.random(), self._mu, self._sigma) for _ in range(n)]
        return [source.gauss(self._mu, self._sigma) for _ in range(n)]

    def _spread(self, name):
        if not self._sigma:
            raise StatisticsError(f"{name}() not defined when sigma is zero")
        return self._sigma

    def pdf(self, x):
        variance, distance = self._spread("pdf") ** 2, x - self._mu
        return _math.exp(distance * distance / (-2.0 * variance)) / _math.sqrt(_TAU * variance)

    def cdf(self, x):
        distance = (self._mu - x) / (self._spread("cdf") * _SQRT_2)
        return 0.5 * _math.erfc(distance) if _SINCE_3_13 else 0.5 * (1.0 + _math.erf(-distance))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if not _SINCE_3_13 and self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return _inverse_normal(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        X, Y = (self, other) if (other._sigma, other._mu) >= (self._sigma, self._mu) else (other, self)
        if not X._sigma or not Y._sigma:
            raise StatisticsError("overlap() not defined when sigma is zero")
        variance, difference, distance = X.variance, Y.variance - X.variance, abs(Y._mu - X._mu)
        if not difference:
            return _math.erfc(distance / (2.0 * X._sigma * _SQRT_2))
        a = X._mu * Y.variance - Y._mu * variance
        b = X._sigma * Y._sigma * _math.sqrt(distance * distance + difference * _math.log(Y.variance / variance))
        low, high = (a + b) / difference, (a - b) / difference
        return 1.0 - (abs(Y.cdf(low) - X.cdf(low)) + abs(Y.cdf(high) - X.cdf(high)))

    def zscore(self, x):
        return (x - self._mu) / self._spread("zscore")

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * abs(factor))

    def __truediv__(self, divisor):
        return NormalDist(self._mu / divisor, self._sigma / abs(divisor))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state


if _SINCE_3_13:
    __all__ += ["kde", "kde_random"]

    def _polynomial(*powers):
        # Of a distance: each power's factor, lowest first.
        def value(t):
            result = 0.0
            for each in reversed(powers):
                result = result * t + each
            return result
        return value

    # Of each kernel: density, its integral, how far it reaches (None: everywhere), the integral's inverse (None: it is
    # found by halving).
    _kernels = {
        "normal": (lambda t: _math.exp(-t * t / 2) / _math.sqrt(_TAU), lambda t: 0.5 * _math.erfc(-t / _SQRT_2), None,
                   lambda p: _inverse_normal(p, 0.0, 1.0)),
        "logistic": (lambda t: 0.5 / (1.0 + _math.cosh(t)), lambda t: 1.0 - 1.0 / (_math.exp(t) + 1.0), None,
                     lambda p: _math.log(p / (1.0 - p))),
        "sigmoid": (lambda t: 1 / _math.pi / _math.cosh(t), lambda t: 2 / _math.pi * _math.atan(_math.exp(t)), None,
                    lambda p: _math.log(_math.tan(p * _math.pi / 2))),
        "rectangular": (lambda t: 0.5, lambda t: 0.5 * t + 0.5, 1.0, lambda p: 2 * p - 1),
        "triangular": (lambda t: 1.0 - abs(t), lambda t: t * t * (0.5 if t < 0.0 else -0.5) + t + 0.5, 1.0,
                       lambda p: _math.sqrt(2 * p) - 1 if p < 0.5 else 1 - _math.sqrt(2 - 2 * p)),
        "parabolic": (lambda t: 3 / 4 * (1.0 - t * t), _polynomial(1 / 2, 3 / 4, 0, -1 / 4), 1.0,
                      lambda p: 2.0 * _math.cos((_math.acos(2 * p - 1) + _math.pi) / 3.0)),
        "quartic": (lambda t: 15 / 16 * (1.0 - t * t) ** 2, _polynomial(1 / 2, 15 / 16, 0, -5 / 8, 0, 3 / 16), 1.0, None),
        "triweight": (lambda t: 35 / 32 * (1.0 - t * t) ** 3,
                      _polynomial(1 / 2, 35 / 32, 0, -35 / 32, 0, 21 / 32, 0, -5 / 32), 1.0, None),
        "cosine": (lambda t: _math.pi / 4 * _math.cos(_math.pi / 2 * t),
                   lambda t: 0.5 * _math.sin(_math.pi / 2 * t) + 0.5, 1.0,
                   lambda p: 2 * _math.asin(2 * p - 1) / _math.pi),
    }
    _kernels.update(gauss=_kernels["normal"], uniform=_kernels["rectangular"], epanechnikov=_kernels["parabolic"],
                    biweight=_kernels["quartic"])

    def _kernel(data, h, name):
        if not data:
            raise StatisticsError("Empty data sequence")
        if not isinstance(data[0], (int, float)):
            raise TypeError("Data sequence must contain ints or floats")
        if h <= 0.0:
            raise StatisticsError(f"Bandwidth h must be positive, not h={h!r}")
        if name not in _kernels:
            raise StatisticsError(f"Unknown kernel name: {name!r}")
        return _kernels[name]

    def kde(data, h, kernel="normal", *, cumulative=False):
        density, integral, reach, _ = _kernel(data, h, kernel)

        def pdf(x):
            distances = [(x - each) / h for each in data]
            return sum([density(t) for t in distances if reach is None or abs(t) <= reach]) / (len(data) * h)

        def cdf(x):
            distances = [(x - each) / h for each in data]
            return sum([integral(t) if reach is None or abs(t) < reach else float(t > 0) for t in distances]) / len(data)
        chosen = cdf if cumulative else pdf
        chosen.__doc__ = f"{'CDF' if cumulative else 'PDF'} estimate with h={h!r} and kernel={kernel!r}"
        return chosen

    def kde_random(data, h, kernel="normal", *, seed=None):
        from random import Random
        _, integral, _, inverse = _kernel(data, h, kernel)
        source = Random(seed)

        def by_halving(p):
            low, high = -1.0, 1.0
            for _ in range(60):
                middle = (low + high) / 2
                low, high = (middle, high) if integral(middle) < p else (low, middle)
            return low

        def rand():
            return source.choice(data) + h * (inverse or by_halving)(source.random())
        return rand

    __all__.sort()
