def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


class V:
    pass


class P:
    __slots__ = ('x',)


class Q:
    __slots__ = ('y',)


class B(V):
    __slots__ = ('_ip',)


class I:
    pass


class C(I, B):
    pass


c = C()
c.net = 4
c._ip = 3
print(c.net, c._ip, C.__base__.__name__, C.__mro__[1].__name__)
attempt(lambda: type('X', (P, Q), {}))
attempt(lambda: type('X', (I, P), {}).__base__.__name__)
attempt(lambda: type('X', (list, dict), {}))
attempt(lambda: type('X', (I, list, V), {}).__base__.__name__)


class L(list):
    pass


class M(list):
    pass


class N(L, M):
    pass


n = N([1])
n.a = 1
print(n, n.a, N.__base__.__name__)


class L2(list):
    __slots__ = ('q',)


class L3(list):
    __slots__ = ('r',)


attempt(lambda: type('X', (L2, L3), {}))
attempt(lambda: type('X', (L, L2), {}).__base__.__name__)
x = type('X', (L, L2), {})([1, 2])
x.q = 5
x.z = 6
print(x, x.q, x.z)


class E(ValueError, KeyError):
    pass


print(E(1), E.__base__.__name__)


class E2(ValueError):
    pass


class E3(E2, KeyError):
    pass


print(repr(E3(2)), E3.__base__.__name__)


class R(P):
    __slots__ = ('z',)


class S(P):
    pass


class T(S, R):
    pass


v = T()
v.x, v.z, v.k = (1, 2, 3)
print(v.x, v.z, v.k, T.__base__.__name__)
import collections, enum, asyncio


class D(collections.UserDict, I):
    pass


class F(str, enum.Enum):
    A = 'a'


class G(int, enum.Enum):
    A = 1


print(F.A, G.A, asyncio.CancelledError.__base__)
attempt(lambda: type('X', (int, str), {}))


class NT(collections.namedtuple('NT', 'a b')):
    pass


class NT2(I, NT):
    pass


print(NT2(1, 2))
