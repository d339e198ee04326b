import ast; show(lambda: ast.literal_eval("1+2j"))


def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


x = 1j
print(x, 2j.imag, (1+2j).real, 1 + 2j, -1j, -(1+2j), 1.5j, 1e100j, complex(1), complex(), complex(1, -2), complex(-0.0, 1))
for s in ["1+2j", " 1 ", "j", "-j", "+j", "1-j", "(1+2j)", "1 + 2j", "", "x", "1e3j", "inf+nanj", "1j+2", "1_0+2j"]: show(lambda: complex(s))
show(lambda: complex("1", 2))
show(lambda: complex(1, "2"))
show(lambda: complex([]))
show(lambda: complex(1, []))
show(lambda: (1+2j) * (3-1j))
show(lambda: (1+2j) / (3-1j))
show(lambda: 1 / 2j)
show(lambda: 1j / 0)
show(lambda: 1j ** 2)
show(lambda: (1+2j) ** 0.5)
show(lambda: (-8) ** (1/3))
show(lambda: 2 ** 1j)
show(lambda: 0j ** -1)
show(lambda: 0 ** 1j)
show(lambda: 1j < 2)
show(lambda: 1j // 2)
show(lambda: 1j % 2)
show(lambda: int(1j))
show(lambda: float(1j))
show(lambda: abs(3+4j))
show(lambda: 1j == 1j)
show(lambda: 1+0j == 1)
show(lambda: hash(1+0j) == hash(1))
show(lambda: {1: "a"}[1+0j])
show(lambda: hash(1+2j))
show(lambda: (1+2j).conjugate())
show(lambda: bool(0j))
show(lambda: sum([1j, 2]))
show(lambda: f"{1+2j:.2f}")
show(lambda: f"{1j:>10}")
show(lambda: f"{1+2j:+.1e}")
show(lambda: f"{1j}")
show(lambda: f"{1j:d}")
show(lambda: round(1j))
show(lambda: isinstance(1j, complex))
show(lambda: type(1j))
show(lambda: 1j + 1.5)
show(lambda: 3 - 1j)
show(lambda: pow(1j, 2, 3))
show(lambda: complex(1j, 1j))
show(lambda: complex(real=1, imag=2))
show(lambda: 1j + "a")
show(lambda: 1j.real.is_integer())
show(lambda: {1j, 1j, 0j, 0})
show(lambda: 1e200j * 1e200j)
show(lambda: complex("1\0"))
class C:
    def __complex__(self): return 1+1j
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 3
class S(complex): pass
show(lambda: complex(C()))
show(lambda: complex(F()))
show(lambda: complex(I(), I()))
show(lambda: S(1, 2))
show(lambda: S(1, 2) + 1)
show(lambda: type(+S(1)))

match 1j:
    case 1j: print("m")
match 1+2j:
    case 1+2j: print("m2")
print([1j, (2j,)], "%s" % 1j, "{}".format(1j), str(1+1j))
