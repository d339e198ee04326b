import random
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from pprint import PrettyPrinter, isreadable, isrecursive, pformat, pp, pprint, saferepr
from types import SimpleNamespace
import io

@dataclass
class Point:
    x: int
    y: "list" = field(default_factory=list)
    hidden: int = field(default=3, repr=False)

class Own:
    def __repr__(self):
        return "Own(" + "x" * 30 + ")"

@dataclass
class Custom:
    a: int
    def __repr__(self):
        return "custom " * 20

pprint({"b": 1, "a": [1, 2, 3]})
pprint({"name": "a" * 30, "items": list(range(30)), "nested": {"k": ("tuple", "of", "strings" * 5, 1.5, None, True)}})
pprint(list(range(40)), compact=True)
pprint(list(range(40)), width=40, compact=True, indent=4)
pprint([["word"] * 12] * 3, width=50, indent=2)
pprint("the quick brown fox jumps over the lazy dog " * 5)
pprint(["the quick brown fox jumps over the lazy dog " * 3, "line one\nline two\n" * 4], width=60)
pprint(b"bytes that are much too long for a single line of eighty characters, so that they are split" * 2)
pprint({"k": b"abcdefgh" * 10}, width=40)
pprint({3, 1, 2}); pprint(set(range(40)), width=30); pprint(frozenset("abcdefghijklmnopqrstuvwxyz"), width=40); pprint(set()); pprint({1, "a", (2,)} and [1])
pprint((1,)); pprint(("a" * 50, "b" * 50)); pprint(("a" * 100,))
pprint(Point(1, list(range(30)))); pprint([Point(1), Point(2, ["a" * 40] * 2)]); pprint(Custom(1))
pprint(SimpleNamespace(a=1, b=["x" * 30] * 3)); pprint([Own()] * 4)
pprint(OrderedDict((k, "v" * 20) for k in "zyx")); pprint(Counter("mississippi" * 3), width=20); pprint(defaultdict(list, a=[1] * 20, b=[2] * 20)); pprint(deque(range(30), maxlen=50)); pprint(deque(range(3))); pprint(deque(["x" * 30] * 4))
pprint(ChainMap({"a": 1}, {"b": "x" * 80}))
pprint(namedtuple("P", "x y")(1, "y" * 90))
pprint({"z": 1, "a": 2}, sort_dicts=False); pp({"z": 1, "a": 2}); pprint({2: 1, "a": 2, None: 3, (1, 2): 4})
pprint({"a": {"b": {"c": {"d": {}}}}}, depth=2); pprint([1, [2, [3, [4]]]], depth=3); pprint([[["x" * 50] * 2] * 2], depth=2); pprint(((1,), [{}]), depth=1)
pprint([1234567, 10**12], underscore_numbers=True)
print(pformat([]), pformat({}), pformat(()), pformat(""), pformat(None), repr(pformat("a\nb")))
r = [1]; r.append(r)
print(saferepr(r)[:25], isrecursive(r), isreadable(r), isreadable([1, "a"]), isreadable([object()]), isrecursive([1]))
d = {"me": None}; d["me"] = d
print(pformat(d)[:30], isrecursive(d))
out = io.StringIO()
pprint({"k": ["v" * 40] * 3}, stream=out, width=30)
print(out.getvalue())
for bad in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        PrettyPrinter(**bad)
    except ValueError as e:
        print(e)
random.seed(3)
def make(depth):
    kind = random.randrange(9) if depth else random.randrange(4)
    if kind == 0: return random.randrange(10 ** random.randrange(1, 12))
    if kind == 1: return "word " * random.randrange(12)
    if kind == 2: return random.choice([None, True, 1.5, b"ab" * random.randrange(30), "x\ny" * 5])
    if kind == 3: return "s" * random.randrange(20)
    n = random.randrange(6)
    if kind == 4: return [make(depth - 1) for _ in range(n)]
    if kind == 5: return tuple(make(depth - 1) for _ in range(n))
    if kind == 6: return {random.choice([f"k{i}", i]): make(depth - 1) for i in range(n)}
    if kind == 7: return {random.randrange(1000) for _ in range(n * 3)}
    return deque(make(depth - 1) for _ in range(n))
for i in range(40):
    thing = make(4)
    pprint(thing, width=random.choice([20, 40, 60, 80]), indent=random.choice([1, 2, 4]), compact=random.random() < 0.4, depth=random.choice([None, None, 1, 2, 3]), sort_dicts=random.random() < 0.5)
class Sub(dict): pass
class SubR(list):
    def __repr__(self): return "SubR" * 30
pprint(Sub(a="x" * 50, b="y" * 50)); pprint([SubR([1])])
class My(PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, int): return hex(object), True, False
        return super().format(object, context, maxlevels, level)
My().pprint([10, {"a": 255}, ("x" * 80, 16)])
