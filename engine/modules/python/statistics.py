# statistics, for the common numbers. https://docs.python.org/3.11/library/statistics.html
from math import lcm, sqrt


class StatisticsError(ValueError):
    pass


def _exact(data):
    # The sum as a fraction (numerator, denominator), without rounding in between.
    tops = {}  # by denominator: floats have few
    for value in data:
        a, b = (value, 1) if isinstance(value, int) else value.as_integer_ratio()
        tops[b] = tops.get(b, 0) + a
    bottom = lcm(*tops)
    return sum(top * (bottom // b) for b, top in tops.items()), bottom


def _divided(data, top, bottom):
    if top % bottom == 0 and all(isinstance(value, int) for value in data):
        return top // bottom
    return top / bottom


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("mean requires at least one data point")
    top, bottom = _exact(data)
    return _divided(data, top, bottom * len(data))


def fmean(data, weights=None):
    from math import fsum
    data = list(data)
    if not data:
        raise StatisticsError("fmean requires at least one data point")
    if weights is None:
        return fsum(data) / len(data)
    weights = list(weights)
    return fsum(x * w for x, w in zip(data, weights)) / fsum(weights)


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


def mode(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return [value for value, count in counts.items() if count == max(counts.values())]


def _squares(data, xbar):
    if xbar is None:
        top, bottom = _exact(data)
        bottom *= len(data)
    else:
        top, bottom = _exact([xbar])
    total_top, total_bottom = 0, 1
    for value in data:
        a, b = _exact([value])
        a, b = a * bottom - top * b, b * bottom
        total_top, total_bottom = total_top * b * b + a * a * total_bottom, total_bottom * b * b
    return total_top, total_bottom


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    top, bottom = _squares(data, xbar)
    return _divided(data, top, bottom * (len(data) - 1))


def pvariance(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError("pvariance requires at least one data point")
    top, bottom = _squares(data, mu)
    return _divided(data, top, bottom * len(data))


def _root(top, bottom):
    return sqrt(top / bottom)


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("stdev requires at least two data points")
    top, bottom = _squares(data, xbar)
    return _root(top, bottom * (len(data) - 1))


def pstdev(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError("pstdev requires at least one data point")
    top, bottom = _squares(data, mu)
    return _root(top, bottom * len(data))


def quantiles(data, *, n=4, method="exclusive"):
    data = sorted(data)
    size = len(data)
    if n < 1:
        raise StatisticsError("n must be at least 1")
    if size < 2:
        raise StatisticsError("must have at least two data points")
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
