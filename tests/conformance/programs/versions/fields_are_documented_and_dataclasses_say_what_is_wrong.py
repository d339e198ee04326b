from dataclasses import dataclass, field, fields, make_dataclass, KW_ONLY, InitVar, replace
import dataclasses
@dataclass
class A:
    x: int = field(default=1, doc="the x")
    y: list = field(default_factory=list, repr=False, doc="y's")
    _: KW_ONLY
    z: str = "z"
for f in fields(A):
    print(f.name, f.doc, f.type)
    print(repr(f).replace(str(dataclasses.MISSING), "M"))
@dataclass(slots=True)
class B:
    x: int = field(doc="about x")
    y: int = 0
print(B.x.__doc__ if hasattr(B.x, "__doc__") else None, type(B.__dict__["x"]))
print(B.__slots__)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: A(1, 2, 3))
attempt(lambda: A(q=1))
attempt(lambda: B())
attempt(lambda: field(default=1, default_factory=list))
def bad():
    @dataclass
    class C:
        x: int = 0
        y: int
attempt(bad)
def bad2():
    @dataclass
    class C:
        x: list = []
attempt(bad2)
def bad3():
    @dataclass
    class C:
        _: KW_ONLY
        x: int
        _2: KW_ONLY
attempt(bad3)
def bad4():
    @dataclass
    class C:
        x = field()
attempt(bad4)
def bad5():
    @dataclass(order=True, eq=False)
    class C:
        x: int
attempt(bad5)
def bad6():
    @dataclass(frozen=True)
    class C:
        x: int
    c = C(1)
    c.x = 2
attempt(bad6)
def bad7():
    @dataclass(frozen=True)
    class C:
        x: int
    del C(1).x
attempt(bad7)
def bad8():
    @dataclass(frozen=True)
    class C:
        x: int
    @dataclass
    class D(C):
        y: int
attempt(bad8)
def bad9():
    @dataclass(weakref_slot=True)
    class C:
        x: int
attempt(bad9)
def bad10():
    @dataclass(order=True)
    class C:
        x: int
        def __lt__(self, o): return 1
attempt(bad10)
def bad11():
    @dataclass(slots=True)
    class C:
        __slots__ = ("x",)
        x: int
attempt(bad11)
attempt(lambda: fields(3))
attempt(lambda: dataclasses.asdict(3))
attempt(lambda: dataclasses.astuple(A))
attempt(lambda: replace(3))
attempt(lambda: replace(A(), q=3))
attempt(lambda: make_dataclass("C", [("x", int), "x"]))
attempt(lambda: make_dataclass("C", ["for"]))
attempt(lambda: make_dataclass("C", ["a b"]))
attempt(lambda: make_dataclass("C", [3]))
attempt(lambda: make_dataclass("C", ["x", ("y", int), ("z", str, field(default="q"))])(1, 2))
@dataclass
class E:
    n: int
    m: InitVar[int] = 3
    def __post_init__(self, m): self.n += m
print(E(1), E.m, E.__match_args__, E.__doc__)
attempt(lambda: replace(E(1), n=3))
attempt(lambda: A() < A())
print(A.__init__.__annotations__, A.__init__.__qualname__)
print(A.__dataclass_params__)
print(dataclasses.is_dataclass(A), dataclasses.is_dataclass(A()), dataclasses.is_dataclass(list[int]))
