class X(int):
    def __or__(self, o): return "mine"
    def __invert__(self): return "inv"
    def __neg__(self): return "neg"
    def __add__(self, o): return "add"
    def __radd__(self, o): return "radd"
    def __lt__(self, o): return "lt"
    def __eq__(self, o): return "eq"
    def __hash__(self): return 5
    def __bool__(self): return False
    def __iadd__(self, o): return "iadd"
class F(float):
    def __mul__(self, o): return "mul"
    def __repr__(self): return "F!"
class T(str):
    def __add__(self, o): return "t+"
    def __len__(self): return 99
class L(list):
    def __add__(self, o): return "l+"
    def __getitem__(self, k): return "got"
    def __len__(self): return 7
    def __contains__(self, k): return True
class D(dict):
    def __getitem__(self, k): return "dgot"
    def __contains__(self, k): return True
print(X(1) | X(2), ~X(1), X(1) + 1, -X(2), 1 + X(1), X(1) < 2, X(1) == 3, 3 == X(1), bool(X(3)), hash(X(9)), 2 > X(1))
x = X(1); x += 2; print(x)
print(F(2.0) * 3, F(1.0), [F(2.0)], F(2) + 1, T("a") + "b", len(T("a")), L([1]) + [2], L()[0], len(L()), 5 in L(), D()["x"], 3 in D())
print(X(4) * 2, X(4) ** 2, X(7) // 2, F(5.0) // 2, X(3) & 1, divmod(X(7), 2), abs(X(-3)), +X(2), sum([X(1), X(2)]))
