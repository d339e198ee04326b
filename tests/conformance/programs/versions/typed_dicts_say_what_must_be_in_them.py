import sys
from typing import *
class Movie(TypedDict):
    name: str
    year: NotRequired[int]
    next: "Movie"
    other: Unknown
print(sorted(Movie.__required_keys__), Movie.__optional_keys__, Movie.__total__)
try:
    print(Movie.__annotations__)
except NameError as e:
    print(e)
class M2(TypedDict, total=False):
    a: Required[int]
    b: ReadOnly[str]
print(sorted(M2.__required_keys__), sorted(M2.__optional_keys__), M2.__annotations__, M2.__readonly_keys__, M2.__mutable_keys__)
print(get_type_hints(M2), get_type_hints(M2, include_extras=True))
m: M2 = {"a": 1}
print(M2(a=1), is_typeddict(M2), M2.__mro__)
class G[T](TypedDict):
    x: T
print(G[int], G.__type_params__, G.__parameters__)
class Child(M2):
    c: float
print(Child.__annotations__, Child.__required_keys__ == {"a", "c"})
F = TypedDict("F", {"in": int, "x-y": str})
print(F, F.__annotations__)
for f in (lambda: TypedDict("F", a=int), lambda: isinstance({}, M2), lambda: TypedDict("Q"), lambda: M2.foo):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
if sys.version_info >= (3, 15):
    class Closed(TypedDict, closed=True):
        a: int
    class Extra(TypedDict, extra_items=ReadOnly[int]):
        a: str
    class Sub(Extra):
        b: int
    print([(each.__closed__, each.__extra_items__) for each in (Closed, Extra, Sub, Movie)])
    def both():
        class Both(TypedDict, closed=True, extra_items=int):
            pass
    def unknown():
        class Unknown(TypedDict, sealed=True):
            pass
    for f in (both, unknown, lambda: TypedDict("F", {"a": int}, closed=True).__closed__,
              lambda: TypedDict("F", {"a": int}, extra_items=str).__extra_items__):
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)
    print(NoExtraItems, type(NoExtraItems))
