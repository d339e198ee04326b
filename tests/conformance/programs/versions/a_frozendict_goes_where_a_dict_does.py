import json, copy, pickle
from collections.abc import Mapping, MutableMapping, Hashable
f = frozendict({"a": 1, "b": [1, 2]})
print(json.dumps(f), json.dumps({"x": frozendict()}), json.dumps([f], indent=2, sort_keys=True))
print(isinstance(f, Mapping), issubclass(frozendict, Mapping), isinstance(f, MutableMapping), isinstance(f, dict))
g = pickle.loads(pickle.dumps(f))
print(g, g == f, type(g) is frozendict)
c = copy.copy(f)
print(c is f, c)
d = copy.deepcopy(f)
print(d is f, d, d["b"] is f["b"])
h = frozendict(a=1)
print(hash(h) == hash(frozendict(a=1)), copy.deepcopy(h) is h)
try:
    hash(f)
except TypeError as e:
    print(e)
print(f | {"c": 3}, {"z": 0} | f, type({"z": 0} | f))
try:
    f["a"] = 2
except TypeError as e:
    print(e)
try:
    del f["a"]
except TypeError as e:
    print(e)
try:
    f.update(a=1)
except AttributeError as e:
    print(e)
match f:
    case {"a": 1, **rest}:
        print("matched", rest, type(rest))
def call(**kw): return kw
print(call(**h), {**f})
print(frozendict.fromkeys("ab", 0), f.get("q", 5), list(f), list(f.items()), sorted(f.keys() | {"q"}))
class Conf(frozendict):
    pass
k = Conf(x=1)
print(k, k | {"y": 2}, type(k | {"y": 2}), copy.copy(k), type(copy.copy(k)))
print(pickle.loads(pickle.dumps(k)), type(copy.deepcopy(k)))
f2 = h
f2 |= {"n": 1}
print(f2, h)
print(sorted(f), len(f), "a" in f, list(reversed(f)))
print(f == {"a": 1, "b": [1, 2]}, {h: 1}, {"a":1} == h)
from dataclasses import dataclass, field, asdict
@dataclass
class P:
    opts: frozendict = frozendict(a=1)
    more: dict = field(default_factory=dict)
print(P(), asdict(P()))
import pprint
pprint.pprint(frozendict({i: "v" * 20 for i in range(6)}))
from types import MappingProxyType
print(dict(h), frozendict(dict(h)) is h, frozendict(h) is h)
print(f"{h}", str(h), repr(frozendict()))
print(frozendict[str, int])
