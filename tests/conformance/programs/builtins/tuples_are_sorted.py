# Sorting by keys that are tuples: of numbers and texts, of different lengths, of what compares otherwise.

def numbers(seed):
    while True:
        seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
        yield seed >> 8

drawn = numbers(7)

def draw(choices):
    return choices[next(drawn) % len(choices)]

def insertion_sorted(rows):
    out = []
    for row in rows:
        at = len(out)
        while at and row < out[at - 1]:
            at -= 1
        out.insert(at, row)
    return out

names = ["", "a", "ab", "b", "ä", "Z", "z", "\U0001f600", "\uffff"]
counts = [-3, 0, 1, 2, 2**62 - 1, -2**62]
columns = {
    "numbers": lambda: (draw(counts), draw(counts)),
    "texts": lambda: (draw(names), draw(names)),
    "both": lambda: (draw(names), -draw([1, 2, 3]), draw(names)),
    "lengths": lambda: tuple(draw([1, 2]) for _ in range(draw([0, 1, 2, 3]))),
    "large": lambda: (draw([2**62, 2**70, 5, -2**80]), draw(names)),
    "truths": lambda: (draw([True, False, 1, 0]), draw(counts)),
    "floats": lambda: (draw([0.5, 1, 2.5, -0.0, 0]), draw(names)),
    "nested": lambda: ((draw(counts), draw(names)), draw(counts)),
}
for name, make in columns.items():
    rows = [make() for _ in range(60)]
    expected = insertion_sorted(rows)
    print(name, sorted(rows) == expected, sorted(rows, reverse=True) == expected[::-1])
    # Equal keys stay in order, either way round.
    numbered = list(enumerate(rows))
    by_row = sorted(numbered, key=lambda pair: pair[1])
    print(all(a[1] != b[1] or a[0] < b[0] for a, b in zip(by_row, by_row[1:])), [n for n, _ in by_row[:8]])
    backwards = sorted(numbered, key=lambda pair: pair[1], reverse=True)
    print(all(a[1] != b[1] or a[0] < b[0] for a, b in zip(backwards, backwards[1:])), [n for n, _ in backwards[:8]])

class Text(str):
    def __lt__(self, other):
        return str.__gt__(self, other)

print(sorted([(Text("a"), 1), (Text("b"), 1), (Text("c"), 0)]))
print(sorted([("a", 1), (Text("b"), 1), ("c", 0)]))
for rows in ([(1, "a"), (1, 2)], [("a",), (None,)], [(1, None), (1, None)], [(1, None), (2, None)], [(1, {}), (1, [])]):
    try:
        print(sorted(rows))
    except TypeError as error:
        print("TypeError:", error)
print(sorted([(), (), (1,)]), min([(2, "b"), (2, "a")]), max([("x", 1), ("x",)]))
