from collections import namedtuple, Counter, defaultdict, OrderedDict, deque
from itertools import groupby, chain, count, zip_longest
from functools import reduce, partial
from operator import itemgetter, attrgetter

Item = namedtuple("Item", ["name", "kind", "price", "stock"], defaults=[0])

items = [
    Item("apple", "fruit", 0.5, 10),
    Item("pear", "fruit", 0.75, 3),
    Item("hammer", "tool", 12.0, 1),
    Item("saw", "tool", 9.99),
]
by_kind = defaultdict(list)
for item in items:
    by_kind[item.kind].append(item)
print(dict(by_kind)["tool"], items[0]._asdict(), items[3]._replace(stock=5), Item._fields, items[0][1], len(items[0]))
for kind, group in groupby(sorted(items, key=attrgetter("kind")), key=attrgetter("kind")):
    group = list(group)
    print(f"{kind}: {', '.join(map(itemgetter(0), group))} worth {sum(i.price * i.stock for i in group):.2f}")
print(Counter("mississippi").most_common(2), Counter(i.kind for i in items), Counter(a=1) + Counter(a=2, b=1))
recent = deque(maxlen=3)
for n in range(5):
    recent.append(n)
recent.appendleft("x")
recent.rotate(1)
print(recent, recent[0], list(recent), recent.popleft(), recent)
print(reduce(lambda a, b: a * b, range(1, 6)), partial(int, base=2)("1011"), list(chain([1], "ab")), list(zip_longest("ab", "c", fillvalue="-")))
ids = count(100, 10)
print([next(ids) for _ in range(3)], OrderedDict(a=1), sorted(items, key=itemgetter(2, 0))[0].name)
name, *_, stock = items[1]
print(name, stock, items[1] == ("pear", "fruit", 0.75, 3), isinstance(items[1], tuple), hash(items[1]) == hash(tuple(items[1])))
try:
    items[0].price = 3
except AttributeError as error:
    print(error)
try:
    Item("x")
except TypeError as error:
    print(error)
