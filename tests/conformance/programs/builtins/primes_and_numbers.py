from itertools import takewhile, count, islice
from math import gcd, isqrt, factorial, comb, floor, ceil, log10, inf


def primes():
    composites = {}
    for n in count(2):
        if n not in composites:
            yield n
            composites[n * n] = [n]
        else:
            for p in composites.pop(n):
                composites.setdefault(n + p, []).append(p)


def collatz(n):
    yield n
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        yield n


def digits(n, base=10):
    while n:
        n, d = divmod(n, base)
        yield d


def to_roman(n):
    result = ""
    for value, symbol in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
                             "M CM D CD C XC L XL X IX V IV I".split()):
        times, n = divmod(n, value)
        result += symbol * times
    return result


def pi_digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = q * 10, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


print(list(takewhile(lambda p: p < 40, primes())), next(islice(primes(), 99, None)))
print(list(collatz(6)), max(range(1, 30), key=lambda n: len(list(collatz(n)))))
print(list(digits(255, 2)), sum(digits(2 ** 50)), [to_roman(n) for n in (4, 9, 14, 1994, 2023)])
print("".join(map(str, islice(pi_digits(), 30))))
print(gcd(84, 36), isqrt(99), factorial(25), comb(50, 25), floor(-2.5), ceil(2.1), round(log10(12345), 4), inf > 10 ** 100)
perfect = [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n]
print(perfect, [n for n in range(100, 1000) if n == sum(int(c) ** 3 for c in str(n))])
a, b = 2 ** 89 - 1, 2 ** 61 - 1
print(a * b, a * b // a == b, (a * b) % (a + 1), pow(7, a - 1, a), -a // 10 ** 9, f"{a:,}", f"{b:x}", len(str(a ** 20)))
e = sum(1 / factorial(n) for n in range(18))
print(e, f"{e:.10f}", 0.1 * 3, 1e3, 1 / 7, 2 / 3 * 100, 5 / 2, 5 // 2, -5 // 2, 1e-9, 3.0)
