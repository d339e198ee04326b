import copy, copyreg, pickle, platform, reprlib, sys


def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e, e.args)


class P:

    def __init__(s, x):
        s.x = x


copyreg.pickle(P, lambda p: (P, (p.x + 1,)))
print(copy.copy(P(1)).x, pickle.loads(pickle.dumps(P(5))).x, P in copyreg.dispatch_table)
attempt(copyreg.pickle, P, 1)
attempt(copyreg.constructor, 1)
attempt(copyreg.add_extension, 'm', 'n', 0)
copyreg.add_extension('m', 'n', 9)
attempt(copyreg.add_extension, 'm', 'n', 8)
attempt(copyreg.add_extension, 'm', 'k', 9)
attempt(copyreg.remove_extension, 'm', 'z', 9)
copyreg.remove_extension('m', 'n', 9)
print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr(set(range(20))))
print(reprlib.repr({i: i for i in range(10)}), reprlib.repr(10 ** 100), reprlib.repr((1,)))
print(reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(frozenset('abcdefghij')), reprlib.repr({}), reprlib.repr(set()))
print(reprlib.repr(()))
from collections import deque
r = reprlib.Repr()
r.maxlist = 2
r.maxstring = 10
print(r.repr([1, 2, 3]), r.repr('abcdefghijklmnop'), r.repr(deque(range(10))), r.repr([1.5] * 3), r.repr(b'x' * 50))


class N:

    @reprlib.recursive_repr()
    def __repr__(self):
        return f'N({self.me!r})'


n = N()
n.me = n
print(n)


class B:

    def __repr__(self):
        raise ValueError


print(reprlib.repr(B())[:13])
print(platform.python_implementation(), platform.python_version() == sys.version.split()[0])
print(platform.python_version_tuple()[:2], platform.system(), platform.machine(), platform.architecture()[0])
