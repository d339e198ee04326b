"""What may not stand in type parameters, aliases and annotations."""
texts = r'''def f[T = int, S](): pass
class A[T = int, S]: pass
type X[T = int, *S] = 1
def f[**P = [int], T](): pass
def f[T]():\n nonlocal T
class A[T]:\n nonlocal T
def f[T]():\n def g():\n  nonlocal T
def f[T]():\n def g():\n  T = 1\n  def h():\n   nonlocal T
class A:\n def f[__T](self): nonlocal __T
def f[T, T](): pass
def f[T: (yield)](): pass
def f[T: (x := 1)](): pass
def f[T: (int, (yield))](): pass
def f[T = (yield)](): pass
def f[*T = (yield)](): pass
def f[**T = (x := 2)](): pass
def f[T: [x for x in (yield)]](): pass
class A[T](await x): pass
class A[T]((yield)): pass
class A[T](x := object): pass
def f[T](x: (yield)): pass
def f[T](x=(yield)): pass
type X = (yield)
type X = (y := 1)
type X = lambda: (yield)
type X[T: (1, await x)] = 1
type X[T] = [y := 1 for _ in 'a']
def f[T: [y := 1 for _ in 'a']](): pass
class A[T]([y := 1 for _ in 'a']): pass
x: (yield)
x: (y := 1)
def f(a: (yield)): pass
def f() -> (yield 1): pass
def f(x: [y := 1 for z in a]): pass
async def f():\n x: (await y)
class A:\n x: (yield)'''.splitlines()
for text in texts:
    text = text.replace("\\n", "\n")
    try:
        compile(text, "text", "exec")
        print(repr(text), "compiles")
    except SyntaxError as e:
        print(repr(text), e.msg, e.lineno, e.offset)
