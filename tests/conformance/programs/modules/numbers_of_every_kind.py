import cmath, colorsys, copy, numbers, pickle
from decimal import Decimal
from fractions import Fraction
F = Fraction


def rounded(x):
    return complex(round(x.real, 12), round(x.imag, 12)) if isinstance(x, complex) and cmath.isfinite(x) else x


def attempt(f, *a, **k):
    try:
        print(rounded(f(*a, **k)))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


zs = [1 + 2j, -1, 0, 1j, -1j, 0.5, 3 - 4j, -2.5 + 0.1j, 1e-05, 100000.0 + 3j, -0.0, 1, 2, 'x', 800 + 1j, complex('-0'), 0.3 + 0.9j, -1 - 0j, complex(-1, -0.0), 1e-320]

for f in 'sqrt exp log log10 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh phase polar isfinite isinf isnan'.split():
    for z in zs:
        print(f, z, end=' ')
        attempt(getattr(cmath, f), z)
attempt(cmath.log, 8, 2)
attempt(cmath.log, 0)
attempt(cmath.log, 1 + 1j, 1j)
attempt(cmath.rect, 2, cmath.pi / 2)
attempt(cmath.rect, 1, 0)
print(cmath.isclose(1 + 1e-12j, 1), cmath.isclose(1, 2), cmath.inf, cmath.nan, cmath.infj, cmath.nanj, cmath.tau)
print(cmath.e)
attempt(cmath.isclose, 1, 1, rel_tol=-1)

for z in [complex('inf'), complex('-inf'), complex('nan'), complex('infj'), complex('inf+nanj')]:
    print(z)
    attempt(cmath.sqrt, z)
    attempt(cmath.isinf, z)
    attempt(cmath.phase, z)
    attempt(cmath.polar, z)
print([isinstance(1, n) for n in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
print([isinstance(1.0, n) for n in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
print([isinstance(1j, n) for n in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
print(isinstance(True, numbers.Integral), isinstance('1', numbers.Number))
print(isinstance(Fraction(1, 2), numbers.Rational), isinstance(Fraction(1, 2), numbers.Integral))
print(isinstance(Decimal(1), numbers.Number), isinstance(Decimal(1), numbers.Real), issubclass(int, numbers.Real))
attempt(numbers.Real)

for c in [(1, 0, 0), (0.2, 0.4, 0.4), (0.5, 0.5, 0.5), (0, 0, 0), (1, 1, 1), (0.1, 0.9, 0.3), (0.3, 0.2, 0.9)]:
    print(colorsys.rgb_to_hsv(*c), colorsys.rgb_to_hls(*c), colorsys.rgb_to_yiq(*c), colorsys.hsv_to_rgb(*colorsys.rgb_to_hsv(*c)), colorsys.hls_to_rgb(*colorsys.rgb_to_hls(*c)), colorsys.yiq_to_rgb(*colorsys.rgb_to_yiq(*c)))
print(F(1, 3) + 1, hash(F(1, 2)), F.__mro__, isinstance(F(1), numbers.Rational), F(3, 2) ** 2, 2 ** F(1, 2))
print(F('1/3'), float(F(1, 4)), complex(F(1, 2)), F(7, 2) // 1, divmod(F(7, 2), 2), F(1, 2) - 1, 1 - F(1, 2))
print(bool(F(0)), F(1, 2).conjugate(), F(1, 2).real, F(1, 2).imag)
print(copy.copy(F(1, 2)), pickle.loads(pickle.dumps(F(1, 2))), F(1, 2) < 0.7, F(1, 2) == 0.5, F(1, 2) + 1j)
print(round(F(7, 3), 1))
print(isinstance(Decimal(1), numbers.Number), F.from_decimal(Decimal('1.5')), F(Decimal('0.1')), F.from_float(0.5))
z = complex(1, -0.0)
i = complex('inf')

for a in (1, -1, 2.5, 0, -0.0, True):
    for b in (z, -z, 1j, -1j, i, complex(0, float('inf')), complex(-0.0, -0.0), complex('nan'), 3 - 4j):
        r = []
        for f in (lambda: a + b, lambda: b + a, lambda: a - b, lambda: b - a, lambda: a * b, lambda: b * a, lambda: a / b, lambda: b / a):
            try:
                r.append(f())
            except Exception as e:
                r.append(str(e))
        print(a, b, r)
print(complex(-1, -0.0), -1 - 0j, complex(z), complex(real=-0.0, imag=-0.0))
x = 1j
x += 1
x -= 2
x *= -1
x /= 2
print(x)
