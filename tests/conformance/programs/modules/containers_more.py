from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque, namedtuple

window = deque([1, 2, 3], maxlen=3)
window.append(4)
window.appendleft(0)
print(window, window.maxlen, len(window), window[0], window[-1], 3 in window, list(reversed(window)))
window.rotate(1)
window.extend([7, 8])
print(window, window.count(7), window.index(8), window == deque([2, 7, 8]), window.copy(), window + deque([9]))
for bad in (lambda: deque([], maxlen=-1), lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5],
            lambda: deque([1]).remove(2), lambda: setattr(deque(), "maxlen", 3)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
try:
    for item in window:
        window.append(1)
except RuntimeError as error:
    print(error)
counts = Counter("mississippi")
print(counts, counts.most_common(2), counts["z"], sorted(counts.elements())[:4], counts.total())
counts.update("zzz")
counts.subtract({"s": 4})
print(counts, +counts, counts & Counter(i=2, z=9), counts | Counter(m=5), Counter(a=1) + Counter(a=2, b=1))
counts += Counter(i=1)
print(counts["i"], Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), dict(Counter(x=2)))
groups = defaultdict(list)
for word in "the quick brown fox jumps over the lazy dog".split():
    groups[len(word)].append(word)
print(groups, groups.get(99), 99 in groups, dict(groups))
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 1
print(nested["a"], defaultdict(int, a=1) | {"b": 2})
ordered = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
ordered.move_to_end("a")
ordered.move_to_end("c", last=False)
print(ordered, ordered.popitem(), ordered.popitem(last=False), ordered == OrderedDict(b=2), ordered == {"b": 2})
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), list(reversed(OrderedDict(a=1, b=2))))
settings = ChainMap({"color": "red"}, {"color": "blue", "size": 3})
child = settings.new_child({"size": 9})
print(settings["color"], child["size"], dict(child), child.parents["size"], "nope" in child, len(child), child)
Point = namedtuple("Point", "x y", defaults=[0])
point = Point(1)
print(point, point.x, point._replace(y=5), point._asdict(), Point._make([7, 8]), Point(y=1, x=2), point == (1, 0))
x, y = point
print(x, y, point[0], len(point), Point._fields, Point.__doc__, Point.x.__doc__, point + (1,), hash(point) == hash((1, 0)))
for bad in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: point._replace(z=1),
            lambda: setattr(point, "x", 2), lambda: namedtuple("A", "a a"), lambda: namedtuple("A", "class"),
            lambda: namedtuple("A", "_x"), lambda: Point._make([1])):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(namedtuple("R", "a def a", rename=True)._fields)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


lower = Lower({"A": 1}, B=2)
lower["C"] = 3
print(lower, "a" in lower, len(lower), lower.get("z", 0), dict(lower))


class Queue(deque):
    def push(self, item):
        self.append(item)
        return self


print(Queue([1]).push(2), Queue([1]).copy())
