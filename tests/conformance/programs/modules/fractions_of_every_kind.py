from fractions import Fraction
import math, random, copy
F = Fraction
print(F(6, -4), repr(F(0.75)), F("3/7"), F(" -1.25e2 "), F("1_000/3"), F("-.5"), F("7"), F(F(1, 2), F(3, 4)), F(), F(True))
for bad in ("F(1, 0)", "F('1/0')", "F('x')", "F('1/ 2')", "F(1.5, 2)", "F([])", "F(None)", "F('')", "F(float('nan'))", "F(float('inf'))", "F(1) / 0", "F(1) // 0", "F(1) % F(0)", "F(0) ** -1", "F(1) + 'x'", "F(1) < 'x'", "F.from_float(F(1))", "F(1).limit_denominator(0)", "divmod(F(1), 0)", "'a' + F(1)", "F(1).numerator.x", "F(3, 5) @ 2", "F('1e')", "F('1.2.3')", "F('++1')", "F('1__0')"):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
print(F(1, 3) + F(1, 6), F(1, 3) - 1, 2 * F(1, 3), F(1, 3) / 2, 1 / F(3), F(7, 2) // 1, F(-7, 2) % 2, divmod(F(7, 2), F(1, 3)), 7 // F(2, 3), 7 % F(2, 3), divmod(7, F(2, 3)))
print(F(1, 2) + 0.5, 0.5 - F(1, 4), F(1, 2) * 2.0, 1.0 / F(1, 3), F(7, 2) // 1.0, 7.5 % F(2), divmod(F(7), 2.0))
print(F(2, 3) ** 2, F(2, 3) ** -2, F(4) ** F(1, 2), 2 ** F(3), 2 ** F(-3), 4 ** F(1, 2), 2.0 ** F(1, 2), F(2) ** 0.5, F(-2, 3) ** -3, (-8) ** F(2))
print(F(1, 2) == 0.5, F(1, 2) == F(2, 4), F(3) == 3, F(1, 3) == 1 / 3, F(1, 2) < 0.6, F(1, 2) >= 1, 1 > F(1, 2), F(1) < float("inf"), F(1) == float("nan"), F(5, 3) > F(3, 2), max(F(1, 2), F(2, 3), 0.6), F(1) != 1, F(1) == "1")
print(hash(F(3)) == hash(3), hash(F(1, 2)) == hash(0.5), hash(F(-7, 4)) == hash(-1.75), {F(1): "a"}[1], len({F(1, 2), 0.5, F(2, 4)}), hash(F(1, 3)), hash(F(-1, 3)), hash(F(-1)))
print(int(F(-7, 2)), float(F(1, 3)), round(F(7, 2)), round(F(5, 2)), round(F(-7, 2)), round(F(22, 7), 3), round(F(2249, 7), -2), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)), abs(F(-1, 2)), -F(1, 2), +F(1, 2), bool(F(0)), bool(F(1, 9)))
print(F(math.pi).limit_denominator(100), F("3.1415926535897932").limit_denominator(1000), F(1.1).limit_denominator(), F(4321, 8765).limit_denominator(1000), F(1, 2).limit_denominator(1), F(-3, 7).limit_denominator(3))
print(F(1, 3).numerator, F(1, 3).denominator, F(1, 3).as_integer_ratio(), F(1, 3).real, F(1, 3).imag, F(1, 3).conjugate(), F.from_float(0.1), F.from_float(3), copy.copy(F(1, 2)), copy.deepcopy([F(1, 2)]))
print(sum([F(1, n) for n in range(1, 11)]), sorted([F(1, 2), 0.3, F(1, 3), 1]), f"{F(1, 2)} {F(1, 2)!r} {str(F(3)):>5}", math.gcd(F(4).numerator, 6), math.prod([F(1, 2), F(2, 3)]))
class Sub(F): pass
print(repr(Sub(1, 2)), type(Sub(1, 2) + 1).__name__, Sub(1, 2) == F(1, 2), isinstance(F(1), F))
try:
    F(1).numerator = 3
except AttributeError as e:
    print(type(e).__name__)
random.seed(1)
for _ in range(60):
    a, b = (F(random.randrange(-50, 50), random.randrange(1, 20)) for _ in "ab")
    print(a, b, a + b, a - b, a * b, b and (a / b, a // b, a % b), a < b, a <= b, a == b, round(a), round(a, 1), math.floor(a), a.limit_denominator(5), a ** 2, a and a ** -1, hash(a))
