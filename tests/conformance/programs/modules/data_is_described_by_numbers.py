import statistics as s, sys
from fractions import Fraction as F
from decimal import Decimal as D


def attempt(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


print([n for n in s.__all__])

for d in [
    [1, 2, 3, 4],
    [1.5, 2.5],
    [F(1, 2), F(3, 4)],
    [D('1.1'), D('2.2')],
    [],
    [5],
    [1, 2, 2, 3],
    [True, False],
    ['a'],
    [1, float('nan')],
    [2, 4, 4, 4, 5, 5, 7, 9],
    iter([1, 2]),
]:
    l = list(d)
    for f in (s.mean, s.fmean, s.geometric_mean, s.harmonic_mean, s.median, s.median_low, s.median_high, s.median_grouped, s.mode, s.multimode, s.pstdev, s.pvariance, s.stdev, s.variance, s.quantiles):
        print(f.__name__, end=' ')
        attempt(f, l)
attempt(s.fmean, [1, 2], [3, 1])
attempt(s.fmean, [1, 2], weights=[3])
attempt(s.fmean, [1, 2], weights=[0, 0])
attempt(s.harmonic_mean, [40, 60], weights=[5, 30])
attempt(s.harmonic_mean, [-1, 2])
attempt(s.harmonic_mean, [0, 2])
attempt(s.geometric_mean, [1, -1])
attempt(s.geometric_mean, [0, 1])
attempt(s.geometric_mean, [54, 24, 36])
attempt(s.median_grouped, [52, 52, 53, 54])
attempt(s.median_grouped, [1, 3, 3, 5, 7], interval=2)
attempt(s.quantiles, range(10), n=4, method='inclusive')
attempt(s.quantiles, range(10), n=10)
attempt(s.quantiles, [1], n=4)
attempt(s.quantiles, [1, 2], n=0)
attempt(s.quantiles, [1, 2], method='x')
attempt(s.correlation, [1, 2, 3, 4], [2, 4, 6, 9])
attempt(s.correlation, [1, 2, 3], [3, 1, 2], method='ranked') if sys.version_info >= (3, 12) else 0
attempt(s.covariance, [1, 2, 3, 4], [2, 4, 6, 9])
attempt(s.linear_regression, [1, 2, 3], [2, 4, 7])
attempt(s.linear_regression, [1, 2, 3], [2, 4, 7], proportional=True)
attempt(s.correlation, [1], [1])
attempt(s.correlation, [1, 2], [1])
attempt(s.correlation, [1, 1], [1, 2])
attempt(s.linear_regression, [1, 1], [1, 2])
attempt(s.covariance, [1], [1])
attempt(s.linear_regression, [1, 2], [1])
attempt(s.linear_regression, [1], [1])
attempt(s.variance, [1, 2, 3], 2)
attempt(s.pvariance, [1, 2, 3], 2)
attempt(s.stdev, [1, 2, 3], xbar=2)
n = s.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.median, n.mode, n.pdf(100), n.cdf(115), n.inv_cdf(0.9), n.zscore(130))
print(n.quantiles(4), n.overlap(s.NormalDist(110, 15)), n.overlap(s.NormalDist(110, 10)))
print(n + 5, n - 5, n * 2, n / 3, 5 + n, 5 - n, 2 * n, -n, +n, n + s.NormalDist(1, 2), n - s.NormalDist(1, 2))
print(n == s.NormalDist(100, 15), hash(n) == hash(s.NormalDist(100, 15)), s.NormalDist.from_samples([1, 2, 3, 4]))
print(len(n.samples(3, seed=1)))
attempt(s.NormalDist, 0, -1)
attempt(n.inv_cdf, 0)
attempt(n.inv_cdf, 1.5)
attempt(s.NormalDist(0, 0).pdf, 0)
attempt(s.NormalDist(0, 0).cdf, 0)
attempt(s.NormalDist(0, 0).zscore, 1)
attempt(s.NormalDist(0, 0).overlap, n)
attempt(n.overlap, 5)
attempt(s.NormalDist.from_samples, [1])
print(n.samples(2, seed=3), s.NormalDist())
attempt(s.mode, [])
attempt(s.mode, 'aabb')
attempt(s.multimode, 'aabb')
attempt(s.median, ['a', 'b', 'c'])
attempt(s.mean, [1, 'a'])
attempt(s.mean, ['a'])
if sys.version_info >= (3, 13):
    k = s.kde([1, 2, 3], h=1)
    print(k(2), s.kde([1, 2], h=2, kernel='triangular')(1), s.kde([1, 2], h=2, kernel='logistic', cumulative=True)(1))
    attempt(s.kde, [], 1)
    attempt(s.kde, [1], 0)
    attempt(s.kde, [1], 1, 'x')
    attempt(s.kde, ['a'], 1)
    for kn in ('normal', 'logistic', 'sigmoid', 'rectangular', 'triangular', 'parabolic', 'quartic', 'triweight', 'cosine', 'gauss', 'uniform', 'epanechnikov', 'biweight'):
        print(kn, s.kde([1, 2], 1, kn)(1.25), s.kde([1, 2], 1, kn, cumulative=True)(1.25))
    r = s.kde_random([1, 2, 3], h=1, seed=4)
    print(r(), r())
