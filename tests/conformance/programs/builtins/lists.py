items = [5, 2, 9, 1]
items.append(7)
items.extend((3, 3))
items.insert(1, 100)
items.insert(-1, -1)
print(items, len(items), items.count(3), items.index(9), items.pop(), items.pop(0), items)
items.remove(100)
items.sort()
print(items, items[::-1], items[1:3], items[-2:], items[:], items[::2])
items.reverse()
copy = items.copy()
copy.clear()
print(items, copy, sorted(items, reverse=True), sorted(items, key=lambda n: n % 3), items == sorted(items))
items[1:3] = ["a", "b", "c"]
print(items)
items[::2] = [0] * len(items[::2])
print(items)
del items[0], items[-1]
del items[1:3]
print(items, items * 2, [1] + [2], [0] * 3, [[]] * 2, [[0] * 2 for _ in range(2)])
grid = [[0] * 3] * 2
grid[0][0] = 1
print(grid)
a = b = [1, 2]
a += [3]
print(b, a is b)
a = a + [4]
print(b, a is b, [1, 2] < [1, 3], [1] < [1, 0], [] == [], [1, [2, [3]]], 2 in [1, 2], [1, 2] != [2, 1])
people = [("Ann", 31), ("Bob", 25), ("Cy", 31), ("Dee", 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: (-p[1], p[0])))
people.sort(key=lambda p: p[1], reverse=True)
print(people, [name for name, _ in people])
try:
    items[::2] = [1, 2, 3, 4, 5]
except ValueError as error:
    print(error)
try:
    [3, 1, 2].sort(lambda x: x)
except TypeError as error:
    print(error)
for bad in (lambda: [1, 2, 3].index(9), lambda: [].remove(1), lambda: [1][5], lambda: [1]["0"]):
    try:
        bad()
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
stack, queue = [], [1, 2, 3]
stack.append(1)
stack.append(2)
print(stack.pop(), stack, queue.pop(0), queue)
chunks = [list(range(10))[i:i + 3] for i in range(0, 10, 3)]
print(chunks, [sum(c) for c in chunks], list(zip(*chunks[:3])))
def bubble(values):
    values = list(values)
    for i in range(len(values)):
        for j in range(len(values) - 1 - i):
            if values[j] > values[j + 1]:
                values[j], values[j + 1] = values[j + 1], values[j]
    return values
def quick(values):
    if len(values) < 2:
        return values
    pivot, *rest = values
    return quick([v for v in rest if v < pivot]) + [pivot] + quick([v for v in rest if v >= pivot])
print(bubble([3, 1, 2]), quick([3, 6, 1, 8, 2]), max([[1, 2], [1, 3]]), min(["b", "a"]), sum([[1], [2]], []))
print([1, 2, 3].__contains__(2), list("abc"), list({"x": 1}), list(range(3)), [*"ab", *(1,)], bool([]), bool([0]))
t = (1, 2, 3)
print(t + (4,), t * 2, t[1:], t.index(2), t.count(1), (1,), (), tuple([1]), t < (1, 2, 4), hash((1, 2)) == hash((1, 2)), (1, "a", [2]))
