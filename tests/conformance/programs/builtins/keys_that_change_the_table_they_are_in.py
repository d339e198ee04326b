# An __eq__ or __hash__ that changes the dict or set which is being searched: the search begins again, or goes on.


class K:
    """Equal by number; all have the same hash. The next `__eq__` does what `then` says first."""
    then = None

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        print("  eq", self.n, other.n)
        if K.then:
            then, K.then = K.then, None
            then()
        return self.n == other.n

    def __repr__(self):
        return f"K{self.n}"


def attempt(what, step, then=None):
    K.then = then
    try:
        print(what, "->", step())
    except Exception as error:
        print(what, "->", type(error).__name__, error)
    K.then = None


def fill(d, *numbers):
    d.clear()
    for n in numbers:
        d[K(n)] = n


d = {}
fill(d, 1)
attempt("d[K1], cleared meanwhile", lambda: d[K(1)], d.clear)
fill(d, 1, 2)
attempt("d.get(K2), cleared and filled", lambda: d.get(K(2)), lambda: fill(d, 3, 2))
fill(d, 1, 2)
attempt("K2 in d, the first goes", lambda: K(2) in d, lambda: d.pop(K(1)))
fill(d, 1)
attempt("d[K1] = 5, cleared meanwhile", lambda: d.__setitem__(K(1), 5), d.clear)
print(d)
fill(d, 1, 2, 3)
attempt("d.pop(K3), which goes meanwhile", lambda: d.pop(K(3)), lambda: d.__delitem__(K(3)))
fill(d, 1)
attempt("d.setdefault(K1)", lambda: d.setdefault(K(1), 7), d.clear)
fill(d, 1, 2)
attempt("del d[K2]", lambda: d.__delitem__(K(2)), lambda: fill(d, 4))
fill(d, 1, 2)
attempt("update with itself changed", lambda: {K(1): 0}.update(d), lambda: d.update({K(9): 9}))
attempt("d == other", lambda: d == {K(1): 1, K(2): 2, K(9): 9}, d.clear)
fill(d, 1, 2)
attempt("repr after that", lambda: repr(d))

s = {K(1), K(2)}
attempt("K1 in s, cleared meanwhile", lambda: K(1) in s, s.clear)
s = {K(1), K(2)}
attempt("s.add(K2)", lambda: (s.add(K(2)), len(s)), lambda: s.discard(K(2)))
s = {K(1), K(2), K(3)}
attempt("s - others", lambda: s - {K(2)}, lambda: s.clear())
s = {K(1), K(2), K(3)}
attempt("s & others", lambda: s & {K(3), K(4)}, lambda: s.add(K(5)))
s = {K(1), K(2)}
attempt("s.difference_update(s2)", lambda: (s.difference_update({K(1), K(7)}), s), lambda: s.add(K(8)))
s = {K(1), K(2)}
attempt("{*s, K1}", lambda: {*s, K(1)})
attempt("dict.fromkeys(s)", lambda: dict.fromkeys(s))
attempt("s.issubset([K1, K2])", lambda: s.issubset([K(1), K(2)]))
attempt("s.remove(K4)", lambda: s.remove(K(4)), lambda: s.add(K(4)))

for answer in (-1, 2**61 - 1, 2**70, True, "x", None):
    class H:
        def __hash__(self):
            return answer
    attempt(f"a hash of {answer!r}", lambda: (hash(H()), hash((H(), 1)), len({H(): 1})))

for change in ("d[max(d) + 1] = 0", "del d[2]", "del d[2]; d[9] = 0", "d[0] = 5"):
    d = {0: 0, 1: 1, 2: 2}
    seen = []
    try:
        for key in d:
            seen.append(key)
            if key == 0:
                exec(change)
    except RuntimeError as error:
        seen.append(str(error))
    print(change, seen, list(reversed(d)))
