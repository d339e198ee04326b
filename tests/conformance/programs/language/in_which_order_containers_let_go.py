# In which order the items of containers end, when these end or let go of them: a __del__ can see it.
import sys, collections
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"A{self.n}"
    def __del__(self): print("del", self.n, end=" ")
    def __hash__(self): return self.n
    def __eq__(self, o): return self is o
def show(what, f):
    print(what, end=": ")
    f()
    print()
def many(n=4): return [A(i) for i in range(n)]
def t_del_slice():
    l = many(); del l[:]
show("del l[:]", t_del_slice)
def t_clear():
    l = many(); l.clear()
show("l.clear()", t_clear)
def t_assign():
    l = many(); l[:] = []
show("l[:]=[]", t_assign)
def t_assign2():
    l = many(6); l[1:4] = [A(10), A(11)]; print("|", end=" ")
show("l[1:4]=2", t_assign2)
def t_assign3():
    l = many(6); l[1:3] = [A(10), A(11)]; print("|", end=" ")
show("l[1:3]=2", t_assign3)
def t_assign4():
    l = many(6); l[1:3] = [A(10), A(11), A(12)]; print("|", end=" ")
show("l[1:3]=3", t_assign4)
def t_delpart():
    l = many(6); del l[1:4]; print("|", end=" ")
show("del l[1:4]", t_delpart)
def t_ext():
    l = many(6); l[::2] = [A(10), A(11), A(12)]; print("|", end=" ")
show("l[::2]=", t_ext)
def t_extneg():
    l = many(6); l[::-2] = [A(10), A(11), A(12)]; print("|", end=" ")
show("l[::-2]=", t_extneg)
def t_delext():
    l = many(6); del l[::2]; print("|", end=" ")
show("del l[::2]", t_delext)
def t_delextneg():
    l = many(6); del l[::-2]; print("|", end=" ")
show("del l[::-2]", t_delextneg)
def t_none():
    l = many(); l = None
show("l=None", t_none)
def t_tuple():
    l = tuple(many()); l = None
show("t=None", t_tuple)
def t_set():
    l = set(many()); l = None
show("set=None", t_set)
def t_setclear():
    l = set(many()); l.clear()
show("set.clear", t_setclear)
def t_bigset():
    l = set(many(20)); l = None
show("bigset", t_bigset)
def t_bigsetclear():
    l = set(many(20)); l.clear()
show("bigsetclear", t_bigsetclear)
def t_frozenset():
    l = frozenset(many()); l = None
show("frozenset", t_frozenset)
def t_deque():
    l = collections.deque(many()); l = None
show("deque", t_deque)
def t_dequeclear():
    l = collections.deque(many()); l.clear()
show("deque.clear", t_dequeclear)
def t_dict():
    l = dict(enumerate(many())); l = None
show("dict", t_dict)
def t_dictclear():
    l = dict(enumerate(many())); l.clear()
show("dict.clear", t_dictclear)
def t_dictkeys():
    l = dict.fromkeys(many()); l = None
show("dict keys", t_dictkeys)
def t_dictboth():
    l = {A(1): A(2), A(3): A(4)}; l = None
show("dict both", t_dictboth)
def t_dictbothclear():
    l = {A(1): A(2), A(3): A(4)}; l.clear()
show("dict both clear", t_dictbothclear)
def t_locals():
    a, b, c = many(3)
show("locals", t_locals)
def t_locals2(a=None):
    c = A(1); b = A(2); a = A(3)
show("locals2", t_locals2)
def t_cells():
    a, b, c = many(3); d = A(4)
    f = lambda: (c, a)
show("cells", t_cells)
class O: pass
def t_obj():
    o = O(); o.a, o.b, o.c = many(3)
show("obj", t_obj)
def t_objd():
    o = O(); o.a, o.b, o.c = many(3); o.__dict__
show("obj dict", t_objd)
class S: __slots__ = ("x", "y", "b")
def t_slots():
    o = S(); o.x, o.y, o.b = many(3)
show("slots", t_slots)
class S2(S): __slots__ = ("c", "d")
def t_slots2():
    o = S2(); o.x, o.y, o.b, o.c, o.d = many(5)
show("slots2", t_slots2)
class S3(S): pass
def t_slots3():
    o = S3(); o.x, o.y, o.b, o.c, o.d = many(5)
show("slots3", t_slots3)
class L(list): pass
def t_sub():
    o = L(many(3)); o.x = A(10); o.y = A(11)
show("list subclass", t_sub)
class D(dict): pass
def t_subd():
    o = D(enumerate(many(3))); o.x = A(10); o.y = A(11)
show("dict subclass", t_subd)
class T(tuple): pass
def t_subt():
    o = T(many(3)); o.x = A(10); o.y = A(11)
show("tuple subclass", t_subt)
class LS(list): __slots__ = ("x", "y")
def t_subls():
    o = LS(many(3)); o.x = A(10); o.y = A(11)
show("list slots subclass", t_subls)
def t_od():
    o = collections.OrderedDict(enumerate(many(3)))
show("ordered", t_od)
def t_odclear():
    o = collections.OrderedDict(enumerate(many(3))); o.clear()
show("ordered.clear", t_odclear)
def t_dd():
    o = collections.defaultdict(A, enumerate(many(3)))
show("defaultdict", t_dd)
def t_imul():
    l = many(3); l *= 0; print("|", end=" ")
show("l*=0", t_imul)
def t_args(*args, **kw): pass
show("args", lambda: t_args(A(1), A(2), A(3), x=A(4), y=A(5)))
def t_gen():
    def g():
        a, b = A(1), A(2)
        yield
    x = g(); next(x); print("|", end=" "); x = None
show("gen", t_gen)
def t_gensusp():
    def g():
        a, b = A(1), A(2)
        for x in [A(3), A(4)]:
            yield [A(5), (yield)]
    x = g(); next(x); print("|", end=" "); x = None
show("gen susp", t_gensusp)
def t_exc():
    e = ValueError(A(1), A(2)); e.x = A(3); e.__cause__ = ValueError(A(4)); e.__context__ = ValueError(A(5))
show("exc", t_exc)
def t_func():
    def f(a=A(1), *, b=A(2)) -> A(3): return c
    c = A(4)
    f.x = A(5)
    f = None; print("|", end=" ")
show("func", t_func)
import functools
def t_partial():
    p = functools.partial(print, A(1), A(2), x=A(3)); p = None
show("partial", t_partial)
def t_slice():
    s = slice(A(1), A(2), A(3)); s = None
show("slice", t_slice)
def t_meth():
    class X:
        def __del__(self): print("X", end=" ")
        def m(self): pass
    m = X().m; m = None; print("|", end=" ")
show("meth", t_meth)
def t_zip():
    z = zip([A(1)], [A(2)]); z = None
show("zip", t_zip)
def t_nested():
    l = [[A(1), A(2)], [A(3), A(4)]]; l = None
show("nested", t_nested)
def t_starred():
    def f(a, b, c): print("in", end=" ")
    f(*many(3))
show("starred", t_starred)
def t_call():
    def f(a, b, c): print("in", end=" ")
    f(A(1), A(2), A(3))
show("call", t_call)
def t_expr():
    [A(1), A(2), A(3)]; print("|", end=" "); (A(1), A(2)); print("|", end=" "); {A(1): A(2), A(3): A(4)}; {A(1), A(2)}
show("expr", t_expr)
def t_sort():
    l = many(3); l.sort(key=lambda a: A(10 + a.n) and a.n); l = None
show("sort", t_sort)
def t_unpack():
    a, *b = many(4); print("|", end=" "); a = b = None
show("unpack", t_unpack)
def t_pop():
    l = many(4); l.pop(); l.pop(0); l.remove(l[0]); print("|", end=" "); l.reverse(); l=None
show("pop", t_pop)
def t_ext2():
    d = collections.deque(many(4), 2); print("|", end=" "); d.append(A(9)); d.rotate(1); d = None
show("deque max", t_ext2)
def t_err():
    a, b = A(1), A(2)
    [A(3), A(4), 1/0]
def t_err2():
    try: t_err()
    except ZeroDivisionError: print("caught", end=" ")
show("err", t_err2)
def t_update():
    s = set(many(4)); s.intersection_update([]); print("|", end=" "); s = set(many(4)); s -= s; print("|", end=" "); s = set(many(3)); s.difference_update(list(s)); print("|", end=" ")
show("set update", t_update)
def t_dictupd():
    d = dict(enumerate(many(3))); d.update(enumerate([A(10), A(11), A(12)])); print("|", end=" "); d |= dict(enumerate([A(20)]));
show("dict update", t_dictupd)
