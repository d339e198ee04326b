"""Iterators that are partly the program's own, given to everything that iterates: each item comes once."""
import itertools, collections
class I:
    def __init__(s, n): s.n=n; s.i=0
    def __iter__(s): return s
    def __next__(s):
        s.i+=1
        if s.i>s.n: raise StopIteration
        return s.i
def sources():
    yield "zip", lambda: zip(range(5), I(3))
    yield "zip2", lambda: zip(iter([7,8,9]), I(3))
    yield "chain", lambda: itertools.chain([8,9], I(2))
    yield "map", lambda: map(lambda x: x*2, iter([1,2,3]))
    yield "mapi", lambda: map(int, I(3))
    yield "filter", lambda: filter(None, I(3))
    yield "enumerate", lambda: enumerate(I(3))
    yield "listiter+", lambda: iter([1,2,3])
    yield "gen", lambda: (x for x in I(3))
for t in (tuple, list, set, frozenset, collections.deque, sorted, any, all, sum, max, min, dict, enumerate, "".join, collections.Counter, zip):
    for name, make in sources():
        try:
            r = t(make())
            if t in (enumerate, zip): r = list(r)
            if isinstance(r,(set,frozenset)): r = sorted(r)
            print(getattr(t,'__name__','join'), name, r)
        except Exception as e: print(getattr(t,'__name__','join'), name, type(e).__name__, e)
for name, make in sources():
    a, *b = make(); print(name, a, b)
    print([*make()], (*make(),), len({*make()}))
    it = make(); next(it); print(list(it)); 
    print(next(make()), list(make())[1:2], 2 in make(), [x for x in make()])
    def g(): yield from make()
    print(list(g()))
    l = [0]; l.extend(make()); l += make(); print(l)
