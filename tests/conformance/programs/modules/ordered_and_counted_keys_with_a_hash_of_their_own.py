# OrderedDict, Counter, defaultdict, ChainMap and views: how often a key is hashed and compared, and what is said
# when the keys change meanwhile.
import copy
from collections import ChainMap, Counter, OrderedDict, defaultdict

calls = []


class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        calls.append(f"h{self.n}")
        return self.n % 2

    def __eq__(self, other):
        calls.append(f"e{self.n},{other.n}")
        return self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


def attempt(what, step):
    calls.clear()
    try:
        said = step()
        said = repr(said) if not isinstance(said, str) else said
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
    print(what, "->", said, " ".join(calls))


def ordered(*numbers):
    return OrderedDict((K(n), n) for n in numbers)


o = ordered(1, 2, 3)
attempt("made", lambda: ordered(1, 2, 3))
attempt("set", lambda: o.__setitem__(K(3), 0))
attempt("listed", lambda: list(o))
attempt("items", lambda: list(o.items()))
attempt("reversed", lambda: list(reversed(o.values())))
attempt("moved", lambda: o.move_to_end(K(1)))
attempt("moved first", lambda: (o.move_to_end(K(3), last=False), o))
attempt("popped", lambda: o.pop(K(2)))
attempt("popped by default", lambda: o.pop(K(2), "none"))
attempt("popitem", lambda: o.popitem())
attempt("setdefault", lambda: o.setdefault(K(8), 8))
attempt("copied", lambda: o.copy())
attempt("copy.copy", lambda: copy.copy(o))
attempt("equal", lambda: o == o.copy())
attempt("equal to a dict", lambda: dict(o) == o)
attempt("in another order", lambda: ordered(1, 2) == ordered(2, 1))
attempt("or", lambda: o | {K(1): 1})
attempt("updated", lambda: o.update([(K(5), 5)], a=1))
attempt("a pair too short", lambda: OrderedDict([(1,)]))
attempt("views", lambda: (o.keys(), o.values()))
attempt("an attribute", lambda: (setattr(o, "name", 1), o.name))
for change in ("o[9] = 9", "del o[1]", "o.move_to_end(0)", "o.clear()", "o[0] = 5"):
    o = OrderedDict.fromkeys(range(3))

    def go_through():
        for _ in o:
            exec(change)
        return "to the end"
    attempt(change, go_through)

c = Counter([K(1), K(1), K(2)])
attempt("counted", lambda: Counter([K(1), K(1), K(2)]))
attempt("a counter of a counter", lambda: Counter(c))
attempt("sum", lambda: c + Counter([K(2)]))
attempt("difference", lambda: c - Counter([K(1)]))
attempt("with a set", lambda: c - {K(1)})
attempt("in place with a set", lambda: c.__isub__({K(1)}))
attempt("equal", lambda: c == Counter([K(1), K(1), K(2)]))
attempt("most common", lambda: c.most_common(1))
attempt("deleted twice", lambda: (c.__delitem__(K(1)), c.__delitem__(K(1)), c))
attempt("elements", lambda: sorted(c.elements(), key=lambda k: k.n))
match Counter(a=1):
    case {"a": number}:
        print("a Counter matches", number)

d = defaultdict(list)
attempt("missing", lambda: d[K(1)].append(1))
attempt("or", lambda: d | {K(2): 2})
attempt("reflected", lambda: {K(2): 2} | d)

chain = ChainMap({K(1): 1}, {K(1): 0, K(2): 2})
attempt("chained", lambda: chain[K(2)])
attempt("listed", lambda: list(chain))
attempt("its keys", lambda: chain.keys())
attempt("popped", lambda: chain.pop(K(2)))
attempt("nothing there", lambda: ChainMap().popitem())
match chain:
    case {**rest}:
        print("a ChainMap matches")

a, b = {K(1): 1, K(2): 2}, {K(2): 2, K(3): 3, K(4): 4}
attempt("keys and", lambda: a.keys() & b.keys())
attempt("keys and list", lambda: a.keys() & [K(1)])
attempt("keys less", lambda: a.keys() - b.keys())
attempt("keys xor", lambda: a.keys() ^ b.keys())
attempt("items xor", lambda: a.items() ^ b.items())
attempt("items or", lambda: a.items() | b.items())
attempt("keys equal", lambda: a.keys() == b.keys())
attempt("keys disjoint", lambda: a.keys().isdisjoint(b))
