import collections


def greet(name, *, greeting="Hello", punctuation="!"):
    return f"{greeting}, {name}{punctuation}"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


def unpack(values):
    first, second = values
    return first, second


for values in ([1, 2, 3], (1, 2, 3, 4), {"a": 1, "b": 2, "c": 3}, "abc", {1, 2, 3}, iter([1, 2, 3]), range(4), [1]):
    attempt(lambda: unpack(values))
attempt(lambda: [1, 2].index(3))
attempt(lambda: range(3).index(7))
attempt(lambda: collections.deque("ab").index("c"))
attempt(lambda: collections.deque("ab").remove("c"))
attempt(lambda: greet("Ada", greting="Hi"))
attempt(lambda: greet("Ada", volume=11))
attempt(lambda: print("a", seperator=", "))
attempt(lambda: print("a", end="\n", flsh=True))
attempt(lambda: sorted([1], revers=True))
attempt(lambda: int(x="5"))
attempt(lambda: str(1, 2, 3, 4))
attempt(lambda: max([1], default=1, kee=len))
attempt(lambda: list(zip([1], [2], strct=True)))
attempt(lambda: list(map(lambda a, b: a + b, [1, 2], [3], strict=True)))
attempt(lambda: list(map(lambda a, b: a + b, [1], [3, 4], strict=True)))
attempt(lambda: list(map(lambda a, b: a + b, [1, 2], [3, 4], strict=True)))
attempt(lambda: "a-b-c".replace("-", "+", count=1))
attempt(lambda: "a-b-c".replace("-"))
attempt(lambda: "abc".find(1))
attempt(lambda: "abc".count(None))
attempt(lambda: 3 in 5)
attempt(lambda: greet(*5))
attempt(lambda: greet(**5))
attempt(lambda: [1, 2, 3]["a":])
attempt(lambda: (5).to_bytes(-1, "big"))
attempt(lambda: bytes.fromhex("abc"))
attempt(lambda: ValueError("x").add_note(5))
attempt(lambda: setattr(object(), "size", 3))
attempt(lambda: ExceptionGroup("g", [ValueError()]).split("ValueError"))
