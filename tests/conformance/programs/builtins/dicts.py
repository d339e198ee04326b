ages = {"ann": 31, "bob": 25}
ages["cy"] = 40
ages.update(dee=22, bob=26)
ages.update([("eve", 5)], fay=6)
print(ages, len(ages), ages["ann"], ages.get("zed"), ages.get("zed", 0), "bob" in ages, 31 in ages.values())
print(list(ages), list(ages.keys()), list(ages.values()), list(ages.items()), ages.keys(), ages.values(), ages.items())
print(ages.pop("dee"), ages.pop("dee", "gone"), ages.popitem(), ages.setdefault("bob", 1), ages.setdefault("new", []), ages)
ages["new"].append(1)
del ages["new"]
for name, age in ages.items():
    print(f"{name:>5} {age:3}")
for name in sorted(ages, key=ages.get, reverse=True):
    print(name, end=" ")
print()
print({**ages, "ann": 0}, ages | {"z": 1}, dict(zip("ab", [1, 2])), dict(a=1, b=2), dict([("k", "v")]), {}.fromkeys("ab", 0))
ages |= {"gus": 7}
print(ages, ages == dict(ages), {1: "a", 1.0: "b", True: "c"}, {v: k for k, v in ages.items()})
print(max(ages, key=ages.get), sum(ages.values()), min(ages.values()), sorted(ages.items(), key=lambda kv: kv[1])[0])
print(ages.keys() & {"ann", "zed"}, sorted(ages.keys() | {"zed"}), sorted(ages.keys() - {"ann"}), {"a": 1}.items() == {"a": 1}.items(), ages.keys() >= {"ann"})
nested = {"user": {"name": "x", "tags": ["a", "b"]}, (1, 2): "tuple key", None: 0, 3.5: 1, frozenset([1]): "fs"}
print(nested, nested["user"]["tags"][0], nested[(1, 2)], nested[None])
groups = {}
for word in "apple avocado banana blueberry cherry".split():
    groups.setdefault(word[0], []).append(word)
print(groups, {k: len(v) for k, v in groups.items()}, list(reversed(groups)), list(reversed(groups.items())))
copy = groups.copy()
copy["a"].append("shared")
copy["z"] = 1
print(groups, "z" in groups)
copy.clear()
print(copy, bool(copy), next(iter(groups)), list(groups)[-1])
d = {}
d["x"], d["y"] = 1, 2
d["x"] = 10
del d["x"]
d["x"] = 3
print(d, str(d), repr({"q": 'it"s'}), {"a": {}}, {(): []})
for bad in (lambda: d["none"], lambda: d.pop("none"), lambda: {[]: 1}, lambda: {}.popitem(), lambda: dict(5), lambda: d + d, lambda: d < d,
            lambda: dict([(1, 2, 3)]), lambda: d.update(5), lambda: d[{}]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
for key in list(d):
    del d[key]
print(d)
def memo(f, cache={}):
    return lambda n: cache[n] if n in cache else cache.setdefault(n, f(n))
square = memo(lambda n: print("computing", n) or n * n)
print(square(4), square(4))
inventory = {"apples": {"count": 3, "price": 0.5}, "pears": {"count": 2, "price": 0.75}}
print(sum(item["count"] * item["price"] for item in inventory.values()), *inventory, sep=" | ")
print(*inventory["apples"].items(), sep="\n")
