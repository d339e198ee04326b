import weakref as w, gc, copy


def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


class K(frozenset):
    pass


a, b, c, d = [K([n]) for n in range(4)]
a2 = K([0])
print(w.ref(a) == w.ref(a2), hash(w.ref(a)) == hash(a), w.ref(a) == w.ref(b), w.ref(a) is w.ref(a), w.ref(a)() is a)
S = w.WeakSet
x, y = (S([a, b, c]), S([b, c, d]))
sh = lambda s: (type(s).__name__, sorted((min(each) for each in s))) if not isinstance(s, bool) else s

for f in [
    'union', 'intersection', 'difference', 'symmetric_difference', '__or__', '__and__', '__sub__', '__xor__',
    'issubset', 'issuperset', 'isdisjoint', '__le__', '__lt__', '__ge__', '__gt__', '__eq__', '__ne__'
]:
    print(f, sh(getattr(x, f)(y)), sh(getattr(x, f)(S([a]))), end=' ')
    attempt(lambda: sh(getattr(x, f)([a, b]))) if f[0] != '_' else print()

for f in [
    'update', 'intersection_update', 'difference_update', 'symmetric_difference_update', '__ior__', '__iand__',
    '__isub__', '__ixor__'
]:
    z = x.copy()
    r = getattr(z, f)(y)
    print(f, sh(z), r is z)
print(a2 in x, len(x), x == S([a, b, c]), x != y, x <= S([a, b, c, d]), x == {a, b, c}, sh(copy.copy(x)), 5 in x)
z = S()
attempt(z.pop)
z.add(a)
z.add(a2)
print(len(z))
z.discard(d)
attempt(z.add, 5)
del c
gc.collect()
print(sh(x), sh(y), len(x))
o = [K([9])]
z = S(o)
it = iter(z)
o.clear()
print(len(z))
V = w.WeakValueDictionary
v = V({'a': a, 'b': b})
u = V(b=d, z=d)
print(dict(v | u), dict({'q': a} | v), type(v | u).__name__, dict(v | {'n': d}))
v |= {'k': d}
print(dict(v))
attempt(lambda: v | 5)
k = v.popitem()
print(k, len(v))
print([r() for r in v.valuerefs()], [r() for r in v.itervaluerefs()], dict(copy.copy(v)), dict(copy.deepcopy(v)))
print(list(v.keys()), list(v.values()), list(v.items()), 'a' in v, v.get('zz', 1), v.setdefault('s', a), v.pop('s'))
print(v.pop('s', 7))
attempt(v.pop, 's')
attempt(lambda: v['nope'])
attempt(V().popitem)
attempt(v.__setitem__, 'q', 5)
KD = w.WeakKeyDictionary
m = KD({a: 1, b: 2})
n = KD({b: 3, d: 4})
print(dict(m | n), dict({d: 9} | m), dict(m | {d: 5}), type(m | n).__name__)
m |= {d: 7}
print(dict(m), m[a2], a2 in m)
m[a2] = 8
print(dict(m), len(m))
print(m.popitem(), sorted((min(r()) for r in m.keyrefs())), dict(copy.copy(m)), dict(copy.deepcopy(m)), m.get(d, 0))
print(m.pop(d, 0), m.setdefault(d, 6), list(m.items()))
attempt(KD().popitem)
attempt(m.__setitem__, 5, 1)
attempt(lambda: m[5])
del m[b]
print(dict(m))
m = KD()
q = K([3])
m[q] = 'x'
del q
gc.collect()
print(len(m), list(m))


class T:
    x = 1

    def __init__(s):
        s.v = [1, 2]

    def __len__(s):
        return 2

    def __getitem__(s, i):
        return s.v[i]

    def __contains__(s, i):
        return i in s.v

    def __add__(s, o):
        return 'add'

    def __radd__(s, o):
        return 'radd'

    def __iter__(s):
        return iter(s.v)

    def __call__(s, *a):
        return a

    def __str__(s):
        return 'T!'

    def __eq__(s, o):
        return True

    def __lt__(s, o):
        return True

    def __int__(s):
        return 3

    def __bool__(s):
        return False

    def __iadd__(s, o):
        s.v.append(o)
        return s

    def __neg__(s):
        return 'neg'


o = T()
p = w.proxy(o)
print(type(p), w.ProxyType, w.CallableProxyType, w.ProxyTypes == (w.ProxyType, w.CallableProxyType))
print(isinstance(p, T), p.__class__ is T)
print(len(p), p[0], 1 in p, p + 1, 1 + p, list(p), p(3), str(p), p == 5, p < 3, bool(p), -p, p.x)
p.y = 5
print(o.y)
del p.y
attempt(lambda: o.y)
attempt(hash, p)


class U:
    pass


i = U()
pp = w.proxy(i)
print(type(pp), repr(pp)[:10])
attempt(lambda: pp())
del i
attempt(lambda: pp.x)
attempt(str, pp)
attempt(bool, pp)
print(w.getweakrefcount(o))
attempt(w.ref, 5)
attempt(w.proxy, 5)
r = w.ref(o)
print(r.__callback__, w.ref(o, print).__callback__ is print)
attempt(setattr, r, 'x', 1)
f = w.finalize(o, print, 'bye', end='!\n')
print(f.alive, f.atexit, f.peek()[2:], f.detach()[1:], f.alive, f.peek(), f.detach())
f = w.finalize(o, print, 'bye')
f.atexit = False
print(f.atexit)
print(f(), f())


class MM:

    def m(s):
        return 'm'


mm = MM()
wm = w.WeakMethod(mm.m, lambda r: print('gone', r is wm))
print(wm()(), wm == w.WeakMethod(mm.m), hash(wm) == hash(w.WeakMethod(mm.m)))
del mm
gc.collect()
print(wm())
attempt(w.WeakMethod, print)
