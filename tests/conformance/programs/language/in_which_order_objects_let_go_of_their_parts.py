# In which order things end that hold several others: iterators, views, objects with slots, exceptions.
class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n, end=" ")


def show(what, function):
    print(what, end=": ")
    function()
    print()


import itertools, collections, types
def t(): z = zip([A(1)], [A(2)]); z = None
show("zip", t)
def t(): z = zip([A(1)], [A(2)]); next(z); print("|", end=" "); z = None
show("zip used", t)
def t(): z = map(print, [A(1)], [A(2)]); z = None
show("map", t)
def t(): z = enumerate([A(1), A(2)]); next(z); z = None
show("enum", t)
def t(): z = filter(A(9).__eq__, [A(1), A(2)]); z = None
show("filter", t)
def t(): z = reversed([A(1), A(2)]); z = None
show("reversed", t)
def t(): z = itertools.chain([A(1)], [A(2)]); z = None
show("chain", t)
def t(): z = itertools.product([A(1)], [A(2)]); z = None
show("product", t)
def t(): z = types.MethodType(print, A(2)); z = None
show("method", t)
def t(): z = property(A(1), A(2), A(3), A(4)); z = None
show("property", t)
def t(): z = types.SimpleNamespace(a=A(1), b=A(2)); z = None
show("ns", t)
def t(): z = {A(1): 1}.items(); z = None
show("items", t)
def t():
    z = collections.ChainMap({1: A(1)}, {2: A(2)}); z = None
show("chainmap", t)
def t():
    z = collections.Counter([A(1), A(2)]); z = None
show("counter", t)
def t():
    P = collections.namedtuple("P", "a b"); z = P(A(1), A(2)); z = None
show("namedtuple", t)
def t():
    l = [A(1), A(2), A(3)]; l[:] = l[1:]; print("|", end=" "); l = l + [A(4)]; l *= 2; del l[0]; print("|", end=" "); l = None
show("mixed", t)
def t():
    l = [A(1), A(2), A(3)]; l *= 0; print("|", end=" ")
show("*=0", t)
def t():
    l = [A(1), A(2), A(3)]; l *= -1; print("|", end=" ")
show("*=-1", t)
def t():
    l = bytearray(b"x"); d = {1: A(1)}; d[1] = A(2); print("|", end=" "); d.pop(1); print("|", end=" "); d.setdefault(1, A(3)); d.popitem(); print("|", end=" ")
show("dict", t)
def t():
    d = {1: A(1), 2: A(2)}; d |= {1: 1}; print("|", end=" "); del d[2]; print("|", end=" ")
show("dict2", t)
def t():
    s = {A(1)}; s &= set(); print("|", end=" "); s = {A(1)}; s ^= set(s); print("|", end=" ")
show("set ops", t)
def t():
    d = collections.deque([A(1), A(2), A(3)]); d *= 0; print("|", end=" "); d = collections.deque([A(1), A(2), A(3)]); d.popleft(); d.pop(); del d[0]; print("|", end=" ")
    d = collections.deque([A(1), A(2), A(3)]); d[1] = None; print("|", end=" "); d.remove(d[0]); print("|", end=" ")
show("deque", t)
def t():
    class S:
        __slots__ = ("b", "a", "__dict__", "c")
    s = S(); s.a = A(1); s.b = A(2); s.c = A(3); s.d = A(4); s.e = A(5)
show("slots with dict", t)
def t():
    class S:
        __slots__ = ("_b", "__a", "c")
        def __init__(s): s.__a = A(1); s._b = A(2); s.c = A(3)
    s = S()
show("mangled", t)
def t():
    class B: pass
    class S(B):
        __slots__ = ("b", "a")
    s = S(); s.a = A(1); s.b = A(2); s.c = A(3)
show("slots on dict", t)
def t():
    class E(Exception):
        __slots__ = ("z", "y")
    e = E(A(1), A(2)); e.x = A(3); e.z = A(4); e.y = A(5)
show("exc slots", t)
def t():
    class E(Exception): pass
    e = E(A(1), A(2)); e.x = A(3); e.__cause__ = E(A(4)); e.__context__ = E(A(5)); e.add_note("x")
show("exc", t)
