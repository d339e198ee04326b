class Meta(type):
    registry = {}
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"injected": 1}
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")))
        cls = super().__new__(mcs, name, bases, ns)
        mcs.registry[name] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        print("init", cls, kw)
    def __call__(cls, *a):
        print("call", a)
        return super().__call__(*a)
    def __iter__(cls):
        return iter([1,2])
    def __len__(cls): return 7
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __contains__(cls, x): return x == 3
    def __getitem__(cls, k): return k * 2
    @property
    def shout(cls): return cls.__name__.upper()
    def __instancecheck__(cls, o): return o == 5

class A(metaclass=Meta, flag=3):
    def __init__(self, x): self.x = x
class B(A):
    y = 3
    def f(self): return __class__, super()
print(A(4).x, B(5).x, list(A), len(A), A, 3 in A, A["ab"], A.shout, isinstance(5, A), isinstance(6, A), Meta.registry, type(A), bool(A))
print(B(1).f()[0])
print(type("X", (), {"a": 1}).a, type("X", (), {})().__module__)
class P(type): pass
class Q(type): pass
class PP(metaclass=P): pass
try:
    class PQ(PP, metaclass=Q): pass
except TypeError as e: print(e)
print(type(PP), isinstance(PP, P), isinstance(PP, type), issubclass(P, type))
class S(type):
    _inst = {}
    def __call__(cls, *a, **k):
        if cls not in cls._inst:
            cls._inst[cls] = super().__call__(*a, **k)
        return cls._inst[cls]
class Config(metaclass=S):
    def __init__(self, v=1): self.v = v
print(Config(3) is Config(4), Config().v)
def meta(name, bases, ns): return (name, sorted(ns))
class F(metaclass=meta): z = 1
print(F)
