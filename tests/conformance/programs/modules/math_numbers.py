import asyncio
import math
import sys


async def primes(limit):
    sieve = [True] * (limit + 1)
    for n in range(2, limit + 1):
        if sieve[n]:
            yield n
            for m in range(n * n, limit + 1, n):
                sieve[m] = False
            if n % 10 == 1:
                await asyncio.sleep(0.01)


async def estimate_pi(terms):
    total = 0.0
    for k in range(terms):
        total += (-1) ** k / (2 * k + 1)
        if k % 100 == 0:
            await asyncio.sleep(0)
    return 4 * total


async def main():
    print([p async for p in primes(50)])
    print(f"{await estimate_pi(500):.6f} {math.pi:.6f} {abs(await estimate_pi(300) - math.pi) < 0.01}")


asyncio.run(main())
print(math.factorial(20), math.gcd(12, 18, 30), math.lcm(4, 6), math.comb(10, 3), math.perm(5, 2), math.isqrt(10 ** 30))
print(math.floor(-2.5), math.ceil(2.1), math.trunc(-2.9), math.fabs(-3), math.copysign(1, -0.0), math.fmod(-7, 3))
print(math.sqrt(2), math.exp(1), math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.pow(2, 0.5))
print(math.sin(1), math.cos(1), math.tan(1), math.atan2(1, -1), math.degrees(math.pi), math.radians(180), math.hypot(3, 4))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.prod([1, 2, 3, 4]))
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.modf(3.25), math.frexp(8), math.ldexp(0.5, 4), math.dist([0, 0], [3, 4]))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1),
            lambda: math.exp(1000), lambda: math.comb(-1, 2)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(sys.maxsize, sys.getrecursionlimit(), sys.byteorder)
print(round(2.5), round(-1.567, 2), divmod(-7, 3), pow(3, 100, 7), int("ff", 16), bin(10), hex(255), oct(8), 10 ** 20)
