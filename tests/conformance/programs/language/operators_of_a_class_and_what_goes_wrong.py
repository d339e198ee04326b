from functools import total_ordering
import math


@total_ordering
class Money:
    def __init__(self, amount, currency="EUR"):
        self.amount, self.currency = amount, currency

    def _check(self, other):
        return isinstance(other, Money) and self.currency == other.currency

    def __eq__(self, other):
        return self.amount == other.amount if self._check(other) else NotImplemented

    def __lt__(self, other):
        return self.amount < other.amount if self._check(other) else NotImplemented

    def __hash__(self):
        return hash((self.amount, self.currency))

    def __add__(self, other):
        if other == 0:
            return self
        return Money(self.amount + other.amount) if self._check(other) else NotImplemented

    __radd__ = __add__

    def __mul__(self, n):
        return Money(self.amount * n)

    __rmul__ = __mul__

    def __matmul__(self, other):
        return "matmul"

    def __neg__(self):
        return Money(-self.amount)

    def __bool__(self):
        return self.amount != 0

    def __format__(self, spec):
        if spec.endswith("c"):
            return f"{self.amount:{spec[:-1] or ',.2f'}} {self.currency}"
        return format(str(self), spec)

    def __repr__(self):
        return f"Money({self.amount!r})"

    def __divmod__(self, n):
        a, b = divmod(self.amount, n)
        return Money(a), Money(b)

    def __round__(self, n=None):
        return Money(round(self.amount, n))

    def __index__(self):
        return int(self.amount)

    def __contains__(self, item):
        return item in (1, 2)

    def __call__(self, *args, **kw):
        return args, kw

    def __iadd__(self, other):
        self.amount += other.amount
        return self

    def __getitem__(self, key):
        return key

    def __reversed__(self):
        yield from "rev"

    def __length_hint__(self):
        return 3


a, b = Money(5), Money(7.255)
print(a < b, a >= b, a == Money(5), a != b, a == 5, sum([a, b]), 3 * a, a @ b, -a, not Money(0))
print(f"{b:c}|{a:>10}|{b:.1fc}|{a!r:*^12}", divmod(b, 2), round(b, 1), [10, 20, 30, 40, 50, 60][a], hex(a), 3 in a)
print(a(1, *[2], x=3, **{"y": 4}), a[1:2, ..., ::3], "".join(reversed(a)))
c = a
c += b
print(a, c is a, max(a, b, key=lambda m: -m.amount), len({Money(1), Money(1)}))
for expression in ("a < 3", "a + 'x'", "a ** 2", "a['x'](1)", "-'x'", "a - 1", "a @= 1", "len(a)", "a.b", "5 < 'x'", "int(a)", "iter(3)", "{}[a]", "[] + ()", "'a' * 'b'", "{[]: 1}", "None()", "a << b", "[1, 2][1.5]", "(1).x", "'abc'[10]", "float('x')", "int('12', 40)", "chr(-1)", "ord('ab')"):
    try:
        print(eval(expression))
    except (TypeError, AttributeError, LookupError, ValueError, SyntaxError) as error:
        print(f"{expression}: {type(error).__name__}: {error}")
print(math.trunc(3.7), math.floor(-0.5), abs(-3), pow(2, -1), pow(3, 4, 5), 7 // -2, -7 % 3, divmod(-7, 2), 2 ** 0.5)
