def show(*args, **kwargs):
    print(args, kwargs)


a, b, *c = range(6)
*d, e = "xyz"
f, (g, *h), i = 1, (2, 3, 4), 5
print(a, b, c, d, e, f, g, h, i)
[j, k], l = [1, 2], 3
(m := 10, n := 20)
print(j, k, l, m, n)
a, b = b, a
print(a, b)
x = y = z = []
x.append(1)
print(y, z is x)
items = [1, 2, 3]
items[0], items[-1] = items[-1], items[0]
print(items)
i, items[i] = 1, "one"
print(i, items)
show(*[1, 2], 3, *(4,), a=1, **{"b": 2}, **dict(c=3))
show(*"ab", *range(2), **{})
print([*range(3), *"ab"], {*[1, 2], *[2, 3]}, (*[1], 2), {**{"a": 1}, "b": 2, **{"a": 3}})
for index, (key, [first, *others]) in enumerate({"p": [1, 2, 3], "q": (4,)}.items()):
    print(index, key, first, others)
pairs = [(1, "a"), (2, "b")]
numbers, letters = zip(*pairs)
print(numbers, letters, dict(pairs), {v: k for k, v in pairs})
first, *middle, last = [1, 2]
print(first, middle, last)
class Bag:
    pass
bag = Bag()
bag.x, bag.y = "xy"
print(vars(bag))
for attempt in ("too few", "too many", "star", "not iterable", "duplicate", "mapping"):
    try:
        if attempt == "too few":
            a, b, c = 1, 2
        elif attempt == "too many":
            a, b = [1, 2, 3]
        elif attempt == "star":
            a, b, *c = "x"
        elif attempt == "not iterable":
            a, b = 5
        elif attempt == "duplicate":
            show(**{"a": 1}, **{"a": 2})
        else:
            show(**5)
    except (ValueError, TypeError) as error:
        print(attempt, "->", type(error).__name__, error)
