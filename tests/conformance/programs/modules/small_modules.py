import bisect
import operator
import statistics
import string
import textwrap
from types import MappingProxyType, SimpleNamespace

grades = [60, 70, 80, 90]
print([("FDCBA"[bisect.bisect(grades, score)]) for score in (33, 99, 77, 70, 89, 90, 100)])
bisect.insort(grades, 75)
print(grades, bisect.bisect_left(grades, 75), bisect.bisect_right(grades, 75))
print(operator.itemgetter(1, 2)("abc"), operator.attrgetter("real", "imag")(3), operator.methodcaller("upper")("x"))
print(sorted([("b", 2), ("a", 3)], key=operator.itemgetter(0)), operator.add(1, 2), operator.mul(3, 4))
print(string.ascii_lowercase, string.digits, string.punctuation, string.capwords("hello big world"))
print(string.Template("$who likes ${what} $$5").substitute(who="tim", what="kung pao"))
print(string.Template("$a $b").safe_substitute(a=1))
print(textwrap.dedent("""
    first
      second

    third
    """))
print(textwrap.indent("a\nb\n\nc", "> "), textwrap.shorten("Hello  world, this is long", width=18))
print(textwrap.fill("The quick brown fox jumps over the lazy dog, again and again and again until it sleeps.", 30))
print(statistics.mean([1, 2, 3, 4]), statistics.median([5, 1, 3]), statistics.stdev([1, 2, 3, 4]),
      statistics.mode("aabbb"), statistics.mean([0.1, 0.2, 0.3]), statistics.pvariance([1, 2, 3, 4]),
      statistics.quantiles([1, 2, 3, 4, 5]), statistics.median([1, 2, 3, 4]), statistics.fmean([1, 2]))
space = SimpleNamespace(x=1, y="two")
space.z = [3]
print(space, space == SimpleNamespace(x=1, y="two", z=[3]))
frozen = MappingProxyType({"a": 1})
print(frozen["a"], frozen, repr(frozen))
try:
    frozen["b"] = 2
except TypeError as error:
    print(error)
