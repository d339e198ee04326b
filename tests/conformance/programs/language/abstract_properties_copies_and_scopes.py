import abc
import copy
import operator
import types
from functools import partialmethod, cmp_to_key, reduce, total_ordering
from typing import ClassVar


class Shape(abc.ABC):
    registry: ClassVar[dict] = {}

    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        Shape.registry[cls.__name__] = kw

    @property
    @abc.abstractmethod
    def area(self): ...

    @classmethod
    def parse(cls, s):
        name, *args = s.split()
        return next(c for c in cls.__subclasses__() if c.__name__.lower() == name)(*map(float, args))

    @staticmethod
    def unit():
        return "cm²"

    def __lt__(self, o):
        return self.area < o.area


class Square(Shape, sides=4):
    def __init__(self, a):
        self._a = a

    @property
    def area(self):
        return self._a ** 2

    @area.setter
    def area(self, v):
        if v < 0:
            raise ValueError("negative area")
        self._a = v ** 0.5

    @area.deleter
    def area(self):
        self._a = 0

    scale = lambda self, k: setattr(self, "_a", self._a * k)
    double = partialmethod(scale, 2)


class Circle(Shape):
    def __init__(self, r): self.r = r
    area = property(lambda self: 3 * self.r ** 2, doc="area of it")


s = Shape.parse("square 3")
print(s.area, Shape.unit(), Shape.registry, [type(x).__name__ for x in sorted([Circle(2), s])])
s.area = 16; print(s._a); s.double(); print(s._a)
del s.area
for f in (lambda: setattr(s, "area", -1), lambda: setattr(Circle(1), "area", 2), lambda: delattr(Circle(1), "area"), Shape, lambda: Shape.parse("hex 1"), lambda: Square(), lambda: s.nothing, lambda: Square.area.fget(s), lambda: Circle.area.__doc__, lambda: super(Square, s).area, lambda: object().x, lambda: (lambda: 0).x, lambda: type("X", (int, str), {}), lambda: type("Y", (), {"__slots__": ("a",), "a": 1}), lambda: Shape.__abstractmethods__):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
a = [1, [2, 3], {"k": (4,)}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
print(b, c, b[1] is a[1], c[2] is a[2])
class Node:
    def __init__(self): self.me = self
    def __deepcopy__(self, memo): return "copied"
print(copy.deepcopy([Node()]), copy.copy(s).__dict__)
print(sorted("bca", key=cmp_to_key(lambda x, y: (x < y) - (x > y))), reduce(lambda a, x: a + [x], "ab", []))
class Tracker:
    def __enter__(self): print("in"); return self
    def __exit__(self, *a): print("out", a[0]); return a[0] is KeyError
with Tracker() as t, Tracker():
    raise KeyError
def f(*args, sep="-", **kw): return sep.join(map(str, args)), kw
print(f(1, 2, sep="+", z=1), f(*"ab", **{"q": 2}), f.__kwdefaults__, operator.attrgetter("a.b")(types.SimpleNamespace(a=types.SimpleNamespace(b=5))), operator.methodcaller("split", ",")("a,b"))
x = [i for i in range(3) if i for j in range(i)]; y = {k: v for k, v in zip("ab", (1, 2))}; z = {*x, *y}
print(x, y, sorted(map(str, z)), (lambda *a: a)(*x, *y), [*range(2), *"c"], not [], 1 if x else 2, x[-1:], x[:] is x, 0 or "d", None is None, 3 in x, 2 ** 3 ** 2, -2 ** 2, 7 // 2 * 2.0, True + True, "a" * 3, 5 & 3 | 8 ^ 1, ~5, 1 << 3 >> 1, 10 % 3 == 1 != 2)
for i in range(3):
    for j in range(3):
        if j == 2: break
        if i == 1: continue
        print(i, j, end=";")
    else:
        print("never")
else:
    print("done")
while True:
    try:
        break
    finally:
        print("finally on break")
def tryit():
    for i in range(2):
        try:
            return i
        finally:
            if i == 0: continue
    return "end"
print(tryit())
global_x = 1
def scope():
    global global_x
    global_x += 1
    def inner():
        nonlocal_y = 1
        class K:
            v = global_x
            def m(self): return __class__.__name__, nonlocal_y
        return K().m(), K.v
    return inner()
print(scope(), global_x)
