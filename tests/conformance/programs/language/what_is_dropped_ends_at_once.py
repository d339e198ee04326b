# What is dropped ends at once, and not only when the line goes on.
class B:
    def __init__(self, n): self.n = n; self.x = n
    def __del__(self): print("del", self.n, end=" ")
class C(B):
    def __bool__(self): return self.n > 1
    def __eq__(self, other): return self
    def __lt__(self, other): return B(100 + self.n)
def p(x): print(x, end=" | ")
def show(f):
    f(p); print()
show(lambda p: (B(1) is None, p("is")))
show(lambda p: (B(1) and 3, p("and")))
show(lambda p: (B(1) or 3, p("or")))
show(lambda p: (3 if B(1) else 4, p("if")))
show(lambda p: (not B(1), p("not")))
show(lambda p: (B(1).n, p("attr")))
show(lambda p: (1 in [B(1)], p("in")))
show(lambda p: (B(1) == 3, p("==")))
show(lambda p: ([B(1)] + [], p("+")))
show(lambda p: ([B(1)][0:0], p("slice")))
show(lambda p: ([1, B(1)][0], p("item")))
show(lambda p: (f"{[B(1)] == 3}", p("f")))
show(lambda p: (B(1) is not None and 2, p("is not")))
show(lambda p: ((lambda a: 1)(B(1)), p("call")))
show(lambda p: (len([B(1)]), p("len")))
show(lambda p: ([*[B(1)]], p("star")))
show(lambda p: ({**{1: B(1)}}, p("dstar")))
show(lambda p: (-len([B(1)]), p("neg")))
show(lambda p: (C(1) and 3, p("and C")))
show(lambda p: (C(2) and 3, p("and C")))
show(lambda p: (C(1) or 3, p("or C")))
show(lambda p: (3 if C(1) else 4, p("if C")))
show(lambda p: (not C(1), p("not C")))
show(lambda p: (C(1) == 1 and 1, p("== C")))
show(lambda p: (C(1) < 1 < 2, p("< C")))
show(lambda p: (max([C(1)], key=lambda x: B(2).n), p("max")))
show(lambda p: (dict(a=B(1)), p("keyword")))
def t(p):
    while B(1):
        p("while"); break
    if B(2) is None: pass
    p("if is")
    if not B(3): pass
    p("if not")
    a, b = B(4), B(5)
    a = b; p("assign")
    a, b = 1, 2; p("unpack")
    [c, *d] = [B(6), B(7), B(8)]; d = c = None; p("star")
    x = {1: B(9)}; x[1] = 2; p("store item")
    x = [B(10)]; del x[0]; p("del item")
    y = B(11); y.z = B(12); y.z = 3; p("store attr"); y.z = B(13); del y.z; p("del attr"); del y; p("del")
    for i in [B(14)]: pass
    p("for"); i = None; p("i")
    B(15); p("pop")
    with open_(B(16)) as f: pass
    p("with"); f = None; p("f")
    try: raise ValueError(B(17))
    except ValueError: pass
    p("except")
    match B(18):
        case None: pass
        case [1]: pass
        case _: p("case")
    p("match")
    assert B(19); p("assert")
    x = [B(20) for i in range(2)] and 1; p("comp")
    x = 1 < len([B(21)]) < 3; p("chain")
    global g
    g = B(22); g = 1; p("global"); g = B(23); del g; p("del global")
    x = B(24).n.real; p("attrs")
    x = lambda q=B(25): q; x = None; p("lambda")
    x = B(26) if B(27) else 1; p("cond"); x = None; p("x")
    def gen():
        yield B(28)
    for i in gen(): p("in for"); i = None; p("i")
    x = next(iter([B(29)])).n; p("next")
    x, y = [B(30), B(31)], 1; x = x[0:1] = y; p("slice")
import contextlib
@contextlib.contextmanager
def open_(x): yield x
try: t(p)
except TypeError as e: print(e)
