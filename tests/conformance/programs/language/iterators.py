class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self)


class CountdownIterator:
    def __init__(self, countdown):
        self.n = countdown.start

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Pages:
    def __init__(self, *pages):
        self.pages = pages

    def __iter__(self):
        for number, page in enumerate(self.pages, 1):
            yield number, page

    def __len__(self):
        return len(self.pages)


c = Countdown(3)
print(list(c), list(c), sum(c), max(c), 2 in c, sorted(c), tuple(c), [*c])
for a in c:
    for b in c:
        if b == a:
            break
        print(a, b)
it = iter(c)
print(next(it), next(it), next(it), next(it, "empty"), list(it))
for number, page in Pages("one", "two"):
    print(number, page)
print(dict(Pages("x", "y")), len(Pages("z")), list(zip(Pages("a", "b"), c)))
lines = iter(["3", "1", "stop", "9"])
print(list(iter(lambda: next(lines), "stop")), next(lines))
evens = filter(lambda n: n % 2 == 0, range(10))
print(next(evens), list(map(lambda n: n * n, evens)), list(evens))
print(list(map(max, [1, 5], [3, 2])), list(map(str, range(3))), list(zip("ab", range(3), [True, False])))
print(list(enumerate("ab", 10)), list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(0, 10, 3))))
print(any(n > 1 for n in c), all(n > 1 for n in c), min(c, key=lambda n: -n), max("aB", "Ab", key=str.lower))
print(list(range(5, 0, -2)), list(range(0)), range(3) == range(0, 3), range(10)[2:8:2], 4 in range(0, 10, 2), len(range(1, 10, 4)))
i = iter([1, 2, 3, 4])
print(list(zip(i, i)), next(i, None))
d = {"a": 1}
try:
    for key in d:
        d[key + "x"] = 1
except RuntimeError as error:
    print(error)
items = [1, 2, 3, 4]
for item in items:
    if item % 2 == 0:
        items.remove(item)
print(items)
try:
    next(c)
except TypeError as error:
    print(error)
class Bad:
    def __iter__(self):
        return 5
try:
    for x in Bad():
        pass
except TypeError as error:
    print(error)
print(next(iter("x")), iter([]).__length_hint__(), type(iter([])).__name__, type(iter({})).__name__, type(range(1).__iter__()).__name__)
