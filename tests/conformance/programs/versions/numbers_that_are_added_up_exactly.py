import math
import statistics

prices = [0.1] * 10
print(sum(prices), sum(prices) == 1, math.fsum(prices))
print(sum([1e100, 1.0, -1e100]), sum([0.1, 0.2, 0.3]), sum((0.7, 0.1, 0.2)))
print(sum(x / 10 for x in range(11)), sum(range(5), 0.5), sum([1, 2.5, True, 10**30]))
print(sum([0.1] * 3, 0.0), sum([2**70, 0.1, 0.2, 0.3]), sum([], 1.5))
balance = 0.0
for price in prices:
    balance += price
print(balance, statistics.mean(prices))
for compute in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1.5 // 0, lambda: 1.5 % 0, lambda: divmod(3, 0),
                lambda: 2.0 / 0, lambda: 0 ** -1, lambda: 0.0 ** -2, lambda: math.sqrt(-4), lambda: math.log(0),
                lambda: math.log(-2.5), lambda: math.acos(3), lambda: math.atanh(1), lambda: math.gamma(0),
                lambda: math.sin(math.inf), lambda: math.acosh(0.5), lambda: math.log1p(-1), lambda: math.pow(0, -1),
                lambda: math.exp(1000), lambda: max([]), lambda: min(()), lambda: int("12", 99), lambda: int(1, 2, 3),
                lambda: (5).is_integer(), lambda: math.sumprod([1, 2, 3], [4, 5, 6]), lambda: math.sumprod([1], []),
                lambda: math.fma(2.0, 3.0, 4.0), lambda: math.nextafter(1.0, 2.0, steps=3),
                lambda: float.from_number(3), lambda: float.from_number("3")):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__, error)
