# Lists, deques and heaps that a special method of an item changes while they are searched, shown, sorted ...
import bisect
import heapq
from collections import deque


class K:
    then = None

    def __init__(self, n):
        self.n = n

    def act(self, what, answer):
        print("  ", what, self.n)
        if K.then:
            then, K.then = K.then, None
            then()
        return answer

    def __eq__(self, other):
        return self.act("eq", self.n == getattr(other, "n", other))

    def __lt__(self, other):
        return self.act("lt", self.n < other.n)

    def __repr__(self):
        return self.act("repr", f"K{self.n}")

    def __index__(self):
        return self.act("index", self.n)


def attempt(what, container, step, then=None):
    K.then = then and (lambda: then(container))
    try:
        print(what, "->", step(container))
    except Exception as error:
        print(what, "->", type(error).__name__, error)
    K.then = None
    print("  left:", list(container))


def three():
    return [K(1), K(2), K(3)]


clear = lambda c: c.clear()
grow = lambda c: c.append(K(9))
attempt("repr of a list that is cleared", three(), repr, clear)
attempt("repr of one that grows", three(), repr, grow)
attempt("index", three(), lambda c: c.index(K(3)), clear)
attempt("remove", three(), lambda c: c.remove(K(1)), clear)
attempt("count", three(), lambda c: c.count(K(9)), grow)
attempt("list == list", three(), lambda c: c == three(), lambda c: c.pop())
attempt("list < list", three(), lambda c: c < [K(0)], lambda c: c.clear())
attempt("sort", three(), lambda c: c.sort(), grow)
attempt("sort by key", three(), lambda c: c.sort(key=lambda k: k.n), None)
attempt("sorted tuples", [(K(2), 1), (K(1), 2)], sorted)
attempt("slice", three(), lambda c: c[K(0):K(2)], clear)
attempt("slice = iterable", three(), lambda c: c.__setitem__(slice(1, None), iter([c.pop(), 5])))
attempt("insert", three(), lambda c: c.insert(K(2), 0), clear)
attempt("pop", three(), lambda c: c.pop(K(2)), clear)
attempt("made anew of itself", three(), lambda c: c.__init__(c))
attempt("reverse=", three(), lambda c: c.sort(reverse=K(1)))

attempt("deque.index", deque(three()), lambda c: c.index(K(3)), grow)
attempt("deque.count", deque(three()), lambda c: c.count(K(3)), grow)
attempt("deque.remove", deque(three()), lambda c: c.remove(K(3)), grow)
attempt("in a deque", deque(three()), lambda c: K(3) in c, clear)
attempt("deque[K]", deque(three()), lambda c: c[K(1)], clear)
attempt("deque == deque", deque(three()), lambda c: c == deque(three()), lambda c: c.rotate())
attempt("deque.rotate(K)", deque(three()), lambda c: c.rotate(K(1)))
attempt("deque.insert", deque(three()), lambda c: c.insert(K(1), 5))
attempt("iterating", deque(three()), lambda c: [c.append(1) for _ in c])
attempt("a deque of a deque", deque(three(), 2), lambda c: (c.maxlen, c * 2, c + c))
attempt("deque['x']", deque(three()), lambda c: c["x"])
attempt("deque[2**70]", deque(three()), lambda c: c[2**70])
match deque([1, 2, 3]):
    case [first, *rest]:
        print("a deque matches:", first, rest)

attempt("heappop", three(), heapq.heappop, grow)
attempt("heappush", three(), lambda c: heapq.heappush(c, K(0)), clear)
attempt("heapify", three(), heapq.heapify, lambda c: c.pop())
attempt("heappushpop", three(), lambda c: heapq.heappushpop(c, K(2)))
attempt("nsmallest", three(), lambda c: heapq.nsmallest(2, c), None)
attempt("nlargest of an iterator", three(), lambda c: heapq.nlargest(2, iter(c)))
attempt("merge", three(), lambda c: list(heapq.merge(c, [K(2)])))
attempt("heappush on a dict", {}, lambda c: heapq.heappush(c, 1))
attempt("bisect", three(), lambda c: bisect.bisect(c, K(2)), clear)
attempt("insort", three(), lambda c: bisect.insort(c, K(2), K(0), K(3)))
attempt("bisect a set", {1}, lambda c: bisect.bisect(c, 1))
