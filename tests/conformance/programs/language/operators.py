import functools


@functools.total_ordering
class Money:
    def __init__(self, amount, currency="EUR"):
        self.amount, self.currency = amount, currency

    def __repr__(self):
        return f"Money({self.amount}, {self.currency!r})"

    def __eq__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return (self.amount, self.currency) == (other.amount, other.currency)

    def __lt__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount < other.amount

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.amount + other.amount, self.currency)
        if isinstance(other, (int, float)):
            return Money(self.amount + other, self.currency)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return Money(self.amount - other.amount, self.currency)

    def __mul__(self, factor):
        return Money(self.amount * factor, self.currency)

    def __rmul__(self, factor):
        print("rmul", factor)
        return self * factor

    def __truediv__(self, other):
        return self.amount / other.amount if isinstance(other, Money) else Money(self.amount / other)

    def __floordiv__(self, n):
        return Money(self.amount // n)

    def __mod__(self, n):
        return Money(self.amount % n)

    def __divmod__(self, n):
        return self // n, self % n

    def __neg__(self):
        return Money(-self.amount)

    def __abs__(self):
        return Money(abs(self.amount))

    def __bool__(self):
        return self.amount != 0

    def __int__(self):
        return int(self.amount)

    def __float__(self):
        return float(self.amount)

    def __round__(self, digits=0):
        return Money(round(self.amount, digits))

    def __iadd__(self, other):
        self.amount += getattr(other, "amount", other)
        return self


a, b = Money(10), Money(3)
print(a + b, a - b, a * 2, 2 * a, a / b, a / 4, a // 3, a % 3, divmod(a, 3))
print(a > b, a >= b, a <= b, a == Money(10), a != b, sorted([a, b, Money(5)]), max(a, b))
print(-a, abs(Money(-4)), bool(Money(0)), int(a), float(b), round(Money(2.567), 1), sum([a, b, Money(1)]))
same = a
a += 5
a += b
print(a, same is a)
for attempt in (lambda: a + "x", lambda: "x" + a, lambda: a < 5, lambda: a @ b, lambda: -"x", lambda: a ** 2):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
try:
    a -= 1
except AttributeError as error:
    print(error)
try:
    {a: 1}
except TypeError as error:
    print(error)
