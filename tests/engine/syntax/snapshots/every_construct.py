@a.b(c)
@(d := e)
async def f(a, /, b: int = 1, *args: *Ts, c, d=2, **kw) -> (int, str):
    """doc"""
    async with a as b, c() as (d, e), f as g.h, i as j[k]: pass
    async with (a as b, c as d,): pass
    async for x, *y in z, w: break
    else: continue
    return await x ** -await y, *z
    yield
    x = yield
    y = yield a, *b
    z = yield from c
    return [async_ async for async_ in x if y if z for a, in (b)]
    return
def g(*, a, b=1): ...
def h(a=1, *, b): return lambda: (yield)
def i(a, b=1, /, c=2, *d, **e): nonlocal q, r; global s, t
def j(a, /): return a,
class A: x: int; y: str = 'a'; (z): int = 3; a.b: int; a[b]: c = d, e; w: int = yield
class B(A, *b, metaclass=M, **k,): pass
class C(): pass
x = y = z, *w = 1, 2
x += 1; x -= 1; x *= 1; x /= 1; x //= 1; x %= 1; x @= 1; x &= 1; x |= 1; x ^= 1; x <<= 1; x >>= 1; x **= yield
(x).y += 1; (x)[1] = 2; (a) += 1
[a, (b, *c)] = (), [] = d
() = []
*a, = b
del a, b.c, d[e], (f, g), [h, (i)], ()
del (x)
del x,
import a, b.c as d, e . f
from . import a
from .. import b as c
from ... import d
from .... a.b import (c, d as e,)
from a import *
from .a import b, c
assert x, y
assert (x, y)
raise
raise X
raise X from Y
if a: pass
elif b: pass
elif c:
    pass
else: pass
if (n := 10) > 5: pass
while a: b; c; 
else: d
for a.b in c: pass
for (a) in b: pass
for [a, b] in c: d
else:
    e
try: a
except: b
try: a
except A: b
except (B, C) as d: e
else: f
finally: g
try:
    a
finally:
    b
try:
    a
except* A as b: c
except *(B, C): d
with a: pass
with (a): pass
with (a, b): pass
with (a as b): pass
with (a, b) as c: pass
with (a), (b) as c: pass
with (yield): pass
with (a for a in b): pass
with (a := b): pass
with (a, *b): pass
with (): pass
with (a)(b), c: pass
with a as (b, c), d as [e, *f]: pass
match x:
    case 1 | -2 | 3.5 | -4j | 1 + 2j | -1 - 3j: pass
    case 'a' 'b' | b'c' | None | True | False: pass
    case a.b.c: pass
    case _: pass
    case [a, *b, _] | (c, *_) | [] | (): pass
    case (a): pass
    case (a,): pass
    case a, b: pass
    case *a, b,: pass
    case {}: pass
    case {'a': 1, b.c: d, **rest}: pass
    case {-1: x, None: y,}: pass
    case {**rest}: pass
    case A(): pass
    case A(b, c.d, e=f, g=h(),): pass
    case a.b(c=1): pass
    case (1 | 2) as x if y: pass
    case str() as s, int(): 
        pass
match x, *y:
    case _: pass
match (x):
    case [1]: pass
match -x:
    case _: pass
match = 1; case = 2; _ = 3
match(x)
match[x]
match.x
match * x
match -x
match, x = y
match: int = 3
print(match, case)
a if b else c if d else e
lambda: 0
lambda a, /, b=1, *c, d, e=2, **f: (a, b)
lambda *, a: a
lambda *a: a
lambda **k: k
a or b or c and d and not e
not not a
a < b <= c == d != e > f >= g is h is not i in j not in k
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** c
~+-a
await_
a.b.c(d)(e)[f][g, h][i:j][k:l:m, ::, :n, *o, p:, ::q][*r][s := t]
f(a, *b, c=d, *e, f=g, **h, **i)
f(a for a in b)
f((a for a in b), c)
f(a := 1)
f(**a, b=c)
f(*a or b, *c if d else e)
()
(a,)
(a, b, *c)
(a)
((a))
(a)(b)
(a).b
(a)[b]
(a) + b
(a) if (b) else (c)
(a) < (b)
(a) and (b)
(yield_)
[]
[a]
[a, *b,]
[a for a in b]
[a for a, b in c if d if e for f in g]
[(a, b) for [a, b] in c]
{}
{a: b, **c, d: e,}
{**a}
{a}
{a, *b,}
{a for a in b}
{a: b for a, b in c}
{a: b
 async for a, b in c}
1, 0x1F, 0o17, 0b101, 1_000, 1e10, 1.5, .5, 5., 1e-5, 1E+5, 3j, 1_0.0_1e1_0j, 0xdead_BEEF, 00, 0_0, 1e400, 1e16, 123456789012345678901234567890, 0.1, 1e22, 1e-7
'a' "b" '''c
d''' """e""" r'\n' u'u' 'é\u00e9\U0001F600\x41\101\n\
z'
"\ud800"
b'\x00\xff' rb'\x' Rb"\y"
f'a{b}c{{d}}e' f'{f!r}' 'g' f"{h:>{i}}" f'{j=}' f'{k = !s:^{l}.{m!r}}'
f'''{
a +
b
}  {c:
d}'''
f'{a["b"]}{ {1: 2}[1] }{(lambda x: 1)}{a, b}{*c, d}{yield_}{x!=y}{x==y}{x<=y}{x:=5}{(x:=5)}'
rf'\d{a}\{b}'
f'' f''
f'{a}' u'b'
u'a' f'{b}'
f'{a:{b}}' f'{c:d}e'
f"{x for x in y}" f"{await_}" f'{"a" "b"}' f"{f'{z}'}"
...
None, True, False
é = ñ
if x:
	tab = 1
	if y:
	        mixed = 2
x = [
  1,
    # comment
  2
]; y = 3 \
  + 4
async def q():
    return (await a)(b), await a.b, await a(b)[c], [await x async for x in y], {await z}, -await w
def r(
    a, # comment
    b
): # type: ignore
    pass
if a:
    pass

    # comment
  # less
else:
    pass
print(*a, sep='')
print(a, file=b)
x = yield_ = (yield)
x: (yield) = 1
for x in *a, b: pass
return_ = lambda: (yield)
a = b if c else lambda: d
a[b, c:d], e = f
a = *b, c
def d(): return *a, b
def e(): yield *a, b
global x, y
