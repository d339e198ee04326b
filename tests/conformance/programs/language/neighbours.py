# Instructions that stand side by side and are done at once where they are simple: here they are not, or not always.

LARGE = 2**62


def plus_one(n):
    return n + 1


def minus_one(n):
    return n - 1


def is_less(n):
    return n < 2


def sign(n):
    if n > 0:
        return "positive"
    return "negative" if n < 0 else "zero"


for n in (0, 1, -1, LARGE - 2, LARGE - 1, LARGE, -LARGE, -LARGE - 1, 2**64, True, 1.5, 1j):
    print(n, plus_one(n), minus_one(n))
    if not isinstance(n, complex):
        print(is_less(n), sign(n))


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        print("add", other)
        return Number(self.value + other)

    def __lt__(self, other):
        print("lt", other)
        return self.value < other

    def doubled(self):
        return Number(self.value * 2)


class Computed:
    @property
    def value(self):
        print("computed")
        return 7

    def __getattr__(self, name):
        print("no", name)
        return lambda: self


def value_of(thing):
    return thing.value


def doubled(thing):
    return thing.doubled()


number = Number(3)
print(plus_one(number).value, is_less(number))
for thing in (number, Computed(), number, Computed(), Number(8)):
    print(value_of(thing), type(doubled(thing)).__name__)
number.doubled = lambda: Computed()
print(type(doubled(number)).__name__)
del number.value
try:
    value_of(number)
except AttributeError as error:
    print(error)
Number.value = "of the class"
print(value_of(number), value_of(Number(9)))
del Number.doubled
try:
    doubled(Number(1))
except AttributeError as error:
    print(error)


# Nothing is bound, in each place of each pair.
def unbound(which):
    if which < 0:
        a = b = 1
    try:
        if which == 0:
            return a + 1
        if which == 1:
            return a < 1
        if which == 2:
            return a.value
        if which == 3:
            return a.doubled()
        if which == 4:
            return [a, b]
        if which == 5:
            return print(a)
        if which == 6:
            return [a, "constant"]
    except UnboundLocalError as error:
        return str(error)


for which in range(7):
    print(unbound(which))


# A jump leads to the second of two.
def into_the_middle(a, c):
    return (a if c else 2) + 1, (10 if c else a) - 1, [a if c else None, a]


print(into_the_middle(5, True), into_the_middle(5, False))


# A global is replaced, deleted, and hides a builtin.
def shown(x):
    return repr(x)


print(shown(1))
repr = lambda x: f"mine {x}"
print(shown(2))
del repr
print(shown(3))


def change(x):
    global later
    later = x


def asked(x):
    return later(x)


change(str)
print(asked(5))
change(lambda x: x * 2)
print(asked(5))
del later
try:
    asked(5)
except NameError as error:
    print(error)


# What a local's last value does at its end comes before the next line.
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def replaced():
    loud = Loud("first")
    loud = Loud("second")
    print("after the second")
    loud = None
    print("at the end")


replaced()


# A return that belongs to no line.
def no_line(n):
    if n:
        for _ in range(n):
            pass
    else:
        with open_and_shut():
            n = 1


class open_and_shut:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        print("shut")


print(no_line(0), no_line(2))
