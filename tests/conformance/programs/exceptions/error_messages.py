class Thing:
    limit = 3

    def method(self):
        return self.undefined_attribute


thing = Thing()
data = {"name": "x", "items": [1, 2]}
attempts = {
    "none attribute": lambda: None.upper(),
    "none call": lambda: None(),
    "none index": lambda: None[0],
    "none iteration": lambda: [x for x in None],
    "none len": lambda: len(None),
    "none add": lambda: None + 1,
    "key": lambda: data["nmae"],
    "nested key": lambda: data["items"]["x"],
    "index": lambda: data["items"][10],
    "str index": lambda: "abc"[5],
    "str assignment": lambda: "abc".__setitem__(0, "x"),
    "tuple assignment": lambda: exec_assign((1, 2)),
    "int call": lambda: (5)(1),
    "str call": lambda: "abc"(),
    "module attribute": lambda: __import__("math").nothing,
    "method": lambda: thing.method(),
    "class attribute": lambda: Thing.nope,
    "not callable instance": lambda: thing(),
    "unhashable": lambda: {[1]: 2},
    "unhashable set": lambda: {1, {2}},
    "list remove": lambda: [1].remove(5),
    "list index": lambda: [1].index(5),
    "str index of": lambda: "abc".index("z"),
    "pop empty": lambda: [].pop(),
    "pop range": lambda: [1].pop(3),
    "dict pop": lambda: {}.pop("x"),
    "popitem": lambda: {}.popitem(),
    "set pop": lambda: set().pop(),
    "set remove": lambda: {1}.remove(2),
    "next": lambda: next(iter([])),
    "max empty": lambda: max([]),
    "min mixed": lambda: min([1, "a"]),
    "sum str": lambda: sum(["a", "b"]),
    "sorted mixed": lambda: sorted([1, "a"]),
    "join": lambda: ", ".join([1, 2]),
    "int": lambda: int("ten"),
    "int none": lambda: int(None),
    "str none": lambda: "a" + None,
    "list concat": lambda: [1] + (2,),
    "tuple concat": lambda: (1,) + [2],
    "str mul": lambda: "a" * 1.5,
    "range": lambda: range("3"),
    "chr": lambda: chr(-1),
    "ord": lambda: ord("ab"),
    "getattr": lambda: getattr(thing, "gone"),
    "isinstance": lambda: isinstance(1, "int"),
    "issubclass": lambda: issubclass(1, int),
    "zip strict": lambda: list(zip([1], [1, 2], strict=True)),
    "split": lambda: "a b".split(""),
    "encode": lambda: "é".encode("ascii"),
    "decode": lambda: b"\xff".decode(),
    "bytes": lambda: bytes([256]),
    "slice": lambda: [1, 2]["a":],
    "step": lambda: [1, 2][::0],
    "unpack": lambda: dict([1]),
    "dict pair": lambda: dict(["abc"]),
    "format": lambda: format("x", "d"),
    "super": lambda: super().x,
    "object args": lambda: object(1),
    "abs": lambda: abs("x"),
    "round": lambda: round(None),
    "in": lambda: 1 in 5,
    "in str": lambda: 1 in "abc",
    "compare": lambda: [] < {},
    "await attribute": lambda: thing.limt,
}


def exec_assign(t):
    t[0] = 5


for name, attempt in attempts.items():
    try:
        print(name, "->", attempt())
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {error}")
