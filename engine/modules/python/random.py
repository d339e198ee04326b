# random: CPython's own sequences. Specified in: https://docs.python.org/3.11/library/random.html
# Without a seed it begins as random.seed(0) would: a run here is the same every time.
import sys as _sys

from _random import Twister
from math import acos, ceil, cos, e, exp, fabs, floor, isqrt, lgamma, log, log2, pi, sin, sqrt
from operator import index

_TWO_PI = 2 * pi
_MAGIC = 4 * exp(-0.5) / sqrt(2.0)


def _primes():
    n = 2
    while True:
        if all(n % d for d in range(2, isqrt(n) + 1)):
            yield n
        n += 1


def _cube_root(n):
    x = 1 << -(-n.bit_length() // 3)
    while True:
        y = (2 * x + n // (x * x)) // 3
        if y >= x:
            return x
        x = y


_constants = None


def _sha512(data):
    # FIPS 180-4; its constants are the fractions of roots of the first primes.
    global _constants
    mask = 2 ** 64 - 1
    if _constants is None:
        primes = _primes()
        primes = [next(primes) for _ in range(80)]
        _constants = ([_cube_root(p << 192) & mask for p in primes], [isqrt(p << 128) & mask for p in primes[:8]])
    rounds, state = _constants[0], _constants[1][:]
    length = len(data) * 8
    data += b"\x80" + bytes((111 - len(data)) % 128) + length.to_bytes(16, "big")

    def turned(x, n):
        return (x >> n | x << 64 - n) & mask
    for at in range(0, len(data), 128):
        w = [int.from_bytes(data[i:i + 8], "big") for i in range(at, at + 128, 8)]
        for i in range(16, 80):
            x, y = w[i - 15], w[i - 2]
            w.append(w[i - 16] + (turned(x, 1) ^ turned(x, 8) ^ x >> 7) + w[i - 7]
                     + (turned(y, 19) ^ turned(y, 61) ^ y >> 6) & mask)
        a, b, c, d, f, g, h, k = state
        for i in range(80):
            t = (k + (turned(f, 14) ^ turned(f, 18) ^ turned(f, 41)) + (f & g ^ ~f & h) + rounds[i] + w[i])
            u = (turned(a, 28) ^ turned(a, 34) ^ turned(a, 39)) + (a & b ^ a & c ^ b & c)
            a, b, c, d, f, g, h, k = t + u & mask, a, b, c, d + t & mask, f, g, h
        state = [x + y & mask for x, y in zip(state, (a, b, c, d, f, g, h, k))]
    return b"".join(x.to_bytes(8, "big") for x in state)


class Random:
    VERSION = 3

    def __init__(self, x=None):
        self._twister = Twister()
        self.random = self._twister.random
        self.seed(x)

    def seed(self, a=None, version=2):
        if isinstance(a, (str, bytes)):
            a = a.encode() if isinstance(a, str) else bytes(a)
            a = int.from_bytes(a + _sha512(a), "big")
        elif a is None:
            a = 0
        elif isinstance(a, float):
            a = hash(a)
        elif not isinstance(a, int):
            raise TypeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray."
                            if _sys.version_info >= (3, 12) else
                            "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        a = abs(a)
        words = [a & 0xffffffff]
        while a := a >> 32:
            words.append(a & 0xffffffff)
        self._twister.seed(words)
        self.gauss_next = None

    def getstate(self):
        return 3, tuple(self._twister.getstate()), self.gauss_next

    def setstate(self, state):
        _, words, self.gauss_next = state
        self._twister.setstate(words)

    def getrandbits(self, k, /):
        if k < 0:
            raise ValueError("Cannot convert negative int" if _sys.version_info >= (3, 14) else
                             "number of bits must be non-negative")
        value = shift = 0
        while k > 0:
            value |= self._twister.word(min(k, 32)) << shift
            shift += 32
            k -= 32
        return value

    def _below(self, n):
        bits = n.bit_length()
        value = self.getrandbits(bits)
        while value >= n:
            value = self.getrandbits(bits)
        return value

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=1):
        for each in (start, stop, step):
            if isinstance(each, float) or each is not None and not hasattr(each, "__index__"):
                raise TypeError(f"'{type(each).__name__}' object cannot be interpreted as an integer")
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if start > 0:
                return self._below(start)
            raise ValueError("empty range for randrange()")
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError(f"empty range in randrange({start}, {stop})" if _sys.version_info >= (3, 12) else
                             f"empty range for randrange() ({start}, {stop}, {width})")
        if step == 0:
            raise ValueError("zero step for randrange()")
        count = (width + step + (-1 if step > 0 else 1)) // step
        if count <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})" if _sys.version_info >= (3, 12) else
                             "empty range for randrange()")
        return start + step * self._below(count)

    def randint(self, a, b):
        if _sys.version_info >= (3, 14) and b < a:
            raise ValueError(f"empty range in randint({a}, {b})")
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for i in reversed(range(1, len(x))):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if not hasattr(population, "__getitem__") or isinstance(population, (dict, set, frozenset)):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            population = [item for item, count in zip(population, counts) for _ in range(count)]
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        pool_is_better = 21
        if k > 5:
            pool_is_better += 4 ** ceil(log(k * 3, 4))
        if n <= pool_is_better:
            pool = list(population)
            for i in range(k):
                j = self._below(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            chosen = set()
            for i in range(k):
                j = self._below(n)
                while j in chosen:
                    j = self._below(n)
                chosen.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[floor(self.random() * (n + 0.0))] for _ in range(k)]
            if isinstance(weights, int):
                raise TypeError(f"The number of choices must be a keyword argument: k={weights!r}")
            cum_weights, total = [], 0
            for weight in weights:
                total += weight
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        from bisect import bisect
        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u, c, low, high = 1.0 - u, 1.0 - c, high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = _MAGIC * (u - 0.5) / v
            if z * z / 4.0 <= -log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle = self.random() * _TWO_PI
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -log(1.0 - self.random()) / lambd

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            ainv = sqrt(2.0 * alpha - 1.0)
            b, c = alpha - log(4.0), alpha + ainv
            while True:
                u = self.random()
                if not 1e-7 < u < 0.9999999:
                    continue
                v = 1.0 - self.random()
                w = log(u / (1.0 - u)) / ainv
                x = alpha * exp(w)
                z = u * u * v
                r = b + c * w - x
                if r + 1.0 + log(4.5) - 4.5 * z >= 0.0 or r >= log(z):
                    return x * beta
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        while True:
            b = (e + alpha) / e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
            u = self.random()
            if u <= x ** (alpha - 1.0) if p > 1.0 else u <= exp(-x):
                return x * beta

    def vonmisesvariate(self, mu, kappa):
        # Best and Fisher's way, around a circle.
        if kappa <= 1e-6:
            return _TWO_PI * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        f = (1.0 / r + z) / (1.0 + z / r)
        return (mu + acos(f)) % _TWO_PI if self.random() > 0.5 else (mu - acos(f)) % _TWO_PI

    if _sys.version_info >= (3, 12):
        def binomialvariate(self, n=1, p=0.5):
            if n < 0:
                raise ValueError("n must be non-negative")
            if p <= 0.0 or p >= 1.0:
                if p == 0.0:
                    return 0
                if p == 1.0:
                    return n
                raise ValueError("p must be in the range 0.0 <= p <= 1.0")
            if n == 1:
                return index(self.random() < p)
            if p > 0.5:
                return n - self.binomialvariate(n, 1.0 - p)
            if n * p < 10.0:
                # By the gaps between successes.
                x = y = 0
                c = log2(1.0 - p)
                if not c:
                    return x
                while True:
                    y += floor(log2(self.random()) / c) + 1
                    if y > n:
                        return x
                    x += 1
            # Hoermann's transformed rejection.
            spread = sqrt(n * p * (1.0 - p))
            b = 1.15 + 2.53 * spread
            a = -0.0873 + 0.0248 * b + 0.01 * p
            c = n * p + 0.5
            vr = 0.92 - 4.2 / b
            constants = None
            while True:
                u = self.random() - 0.5
                us = 0.5 - fabs(u)
                k = floor((2.0 * a / us + b) * u + c)
                if k < 0 or k > n:
                    continue
                v = self.random()
                if us >= 0.07 and v <= vr:
                    return k
                if constants is None:
                    mode = floor((n + 1) * p)
                    constants = ((2.83 + 5.1 / b) * spread, log(p / (1.0 - p)), mode,
                                 lgamma(mode + 1) + lgamma(n - mode + 1))
                alpha, lpq, mode, h = constants
                v *= alpha / (a / (us * us) + b)
                if log(v) <= h - lgamma(k + 1) - lgamma(n - k + 1) + (k - mode) * lpq:
                    return k

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0


class SystemRandom(Random):
    # Where the operating system would be asked there is a sequence that no seed() changes.
    _system = None

    def __init__(self, x=None):
        if SystemRandom._system is None:
            SystemRandom._system = Random("system")._twister
        self._twister = SystemRandom._system
        self.random = self._twister.random
        self.gauss_next = None

    def seed(self, *args, **kwds):
        pass

    def getstate(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


_shared = Random()
(seed, random, uniform, triangular, randint, choice, randrange, sample, shuffle, choices, normalvariate,
 lognormvariate, expovariate, gammavariate, gauss, betavariate, paretovariate, weibullvariate, getstate, setstate,
 getrandbits, randbytes, vonmisesvariate) = (getattr(_shared, name) for name in (
     "seed", "random", "uniform", "triangular", "randint", "choice", "randrange", "sample", "shuffle", "choices",
     "normalvariate", "lognormvariate", "expovariate", "gammavariate", "gauss", "betavariate", "paretovariate",
     "weibullvariate", "getstate", "setstate", "getrandbits", "randbytes", "vonmisesvariate"))
if _sys.version_info >= (3, 12):
    binomialvariate = _shared.binomialvariate

__all__ = [name for name in """
    Random SystemRandom betavariate choice choices expovariate gammavariate gauss getrandbits getstate
    lognormvariate normalvariate paretovariate randbytes randint random randrange sample seed setstate shuffle
    triangular uniform vonmisesvariate weibullvariate binomialvariate
""".split() if name in globals()]
