data = [3, 8, -1, 12, 0, 7]
if (n := len(data)) > 5:
    print(f"{n} items")
while (item := data.pop()) != 12:
    print("popped", item)
print(item, data)
print([y for x in range(6) if (y := x * x) % 2], y)
print({k: v for k, v in zip("abc", range(3))}, {c for c in "aaa"}, sum(x for x in range(5)))
print([(a, b) for a in range(3) for b in "xy" if a], [[r * c for c in range(3)] for r in range(2)])
print(any((found := x) > 2 for x in [1, 2, 3, 4]), found, all(x for x in []))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [x for row in matrix for x in row])
print([x if x % 2 else -x for x in range(5)], [x for x in range(30) if x % 2 if x % 3])
squares = (x * x for x in range(4))
print(next(squares), list(squares), list(squares), type(squares).__name__)
print(sorted(((len(w), w) for w in "the quick brown fox".split()), reverse=True))
nested = {outer: {inner: outer * inner for inner in (1, 2)} for outer in (3, 4)}
print(nested, nested[4][2])
print([f"{i}:{c}" for i, c in enumerate("ab", start=1)], [*map(lambda p: p[0] + p[1], zip([1, 2], [3, 4]))])
def gen():
    print("source asked")
    return [1, 2]
lazy = (print("item", x) or x for x in gen())
print("made")
print(list(lazy))
try:
    list(1 / x for x in [1, 0])
except ZeroDivisionError as error:
    print(error)
print([last := 0, *[last := last + k for k in range(4)]], last)
class Table:
    size = 3
    cells = [i for i in range(size)]
print(Table.cells)
try:
    class Broken:
        size = 3
        cells = [size for i in range(2)]
except NameError as error:
    print(error)
print(list(filter(None, [0, 1, "", "a", None])), list(filter(str.isdigit, "a1b2")), list(map(int, "123")))
