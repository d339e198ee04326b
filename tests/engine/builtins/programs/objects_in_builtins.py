class V:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"V({self.x})"
    def __str__(self): return f"v{self.x}"
    def __format__(self, spec): return f"<{self.x}|{spec}>"
    def __add__(self, o): return V(self.x + (o.x if isinstance(o, V) else o))
    def __radd__(self, o): return V(o + self.x)
    def __lt__(self, o): print("lt", self.x, o.x); return self.x < o.x
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __hash__(self): return hash(self.x)
    def __len__(self): return self.x
    def __getitem__(self, i):
        if i >= self.x: raise IndexError
        return i * 10
    def __index__(self): return self.x
    def __float__(self): return self.x + .5
    def __int__(self): return self.x * 2
    def __bool__(self): return self.x > 0
    def __round__(self, n=None): return ("round", n)
    def __abs__(self): return "abs"
    def __divmod__(self, o): return "divmod"
    def __rdivmod__(self, o): return "rdivmod"
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return "rpow"
    def __contains__(self, o): return o == 3
    def __reversed__(self): return iter([3, 2, 1])
    def __dir__(self): return ["b", "a"]
v = V(2)
print(v, [v], (v,), {v: v}, {v})
print("{} {!r} {:x} {!s:>5} {0.x}".replace("{0.x}", "").format(v, v, v, v))
print("{0} {0.x} {0[1]} {a:{w}}".format(v, a=v, w="ww"))
print("%s %r %d %x %f %5.1f %c" % (v, v, v, v, v, v, V(65)))
print(f"{v} {v!r} {v:>3} {v!s:>4}")
print(", ".join(str(x) for x in [1, 2]), "-".join(map(str, [v, v])))
print(sum([v, v]), sum([v], V(1)), max(v, V(3)), min([V(5), V(4)], key=lambda q: -q.x))
print(sorted([V(3), V(1), V(2)]), sorted("hello", reverse=True), sorted([3, 1, 2], key=lambda x: -x))
print(len(v), list(v), hex(v), bin(v), oct(v), chr(V(97)), int(v), float(v), bool(V(0)), bool(v))
print(round(v), round(v, 2), abs(v), divmod(v, 1), divmod(1, v), pow(v, 2), pow(v, 2, 3), pow(2, v), 3 in v, 4 in v)
print(list(reversed(v)), list(reversed([1, 2])), list(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))))
print(dir(v), [d for d in dir(V) if not d.startswith("__")])
print("ab" * V(2), [1, 2, 3][v], "abc"[v], hash(v), v == V(2), "abc"[:v])
print(list(enumerate("ab")), list(enumerate([1], V(5))), list(zip([1, 2], "ab")), list(zip()), list(zip([1], [2], [3])))
print(list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
it = iter([1, 2, 3])
print(next(it), next(it, "d"), next(it), next(it, "end"))
try: next(it)
except StopIteration as e: print("stop", e.value, e.args)
n = 0
def c():
    global n
    n += 1
    return n
print(list(iter(c, 4)))
print(any(x > 2 for x in [1, 2, 3]), all(x > 2 for x in [1, 2, 3]), any([]), all([]), any([V(0), v]), all([V(0), v]))
print(max([1, 3, 2]), max("abc"), max([], default=None), min(3, 1), max([1, 2.5]), max({"a": 1}), max((x for x in [1, 5]), key=lambda x: -x))
print(callable(v), callable(len), callable(V), callable(lambda: 1))
print(getattr(v, "x"), getattr(v, "y", "none"), hasattr(v, "x"), hasattr(v, "y"))
setattr(v, "y", 1); print(v.y); delattr(v, "y"); print(hasattr(v, "y"))
print(vars(v))
def loc(a, b):
    c = 3
    return locals()
print(loc(1, 2))
print(repr(print), repr(len), type(v), type(1), V, repr("a\n"), ascii("é"))
print(ord("a"), chr(8364), "é".encode(), b"\xc3\xa9".decode())
print(1, 2, sep="-", end="!\n")
print(*[1, 2, 3], sep="")
print()
print("a", "b", sep=None, end=None)
class P:
    def __str__(self):
        print("inner")
        return "outer"
print("x", P(), "y")
class Out:
    def write(self, s): self.parts = getattr(self, "parts", []) + [s]
    def flush(self): print("flushed")
o = Out()
print("a", 1, file=o, flush=True)
print(o.parts)
