# math.integer: math's functions of integers. Specified in: https://docs.python.org/3.15/library/math.integer.html
from math import comb, factorial, gcd, isqrt, lcm, perm
