# errors of builtins, with frames
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, "|", e)
class A: pass
class L:
    def __len__(self): return -1
class L2:
    def __len__(self): return "x"
class Bo:
    def __bool__(self): return 5
class St:
    def __str__(self): return 5
    def __repr__(self): return 6
class H:
    __hash__ = None
class H2:
    def __hash__(self): return "x"
class It:
    def __iter__(self): return 5
class N:
    def __index__(self): return 1.5
    def __int__(self): return "a"
    def __float__(self): return 1
class Fo:
    def __format__(self, s): return 5
t(len, A()); t(len, L()); t(len, L2()); t(bool, Bo()); t(str, St()); t(repr, St()); t(hash, H()); t(hash, H2()); t(iter, It()); t(list, It())
t(hex, N()); t(int, N()); t(float, N()); t(format, Fo()); t(format, A(), "x"); t(sum, [A()]); t(max, [A(), A()]); t(sorted, [A(), A()])
t(abs, A()); t(round, A()); t(divmod, A(), 1); t(pow, A(), 1); t(pow, 1, A(), 2); t(chr, A()); t(ord, A()); t(int, A()); t(float, A()); t(next, A()); t(reversed, A())
t(isinstance, 1, A()); t(issubclass, A, A()); t(issubclass, 5, A); t(getattr, A(), "x"); t(setattr, A(), 5, 1); t(delattr, A(), "x"); t(vars, 5)
t("{.x}".format, A()); t("{[0]}".format, A()); t("{:d}".format, A()); t("%d".__mod__, A()); t("%s".__mod__, St()); t("".join, [A()]); t("".join, A())
t(enumerate, 5); t(zip, 5); t(map, len, 5); t(filter, len, 5); t(list, map(len, [5])); t(iter, 5, 5); t(any, [Bo()]); t(all, [Bo()])
t(print, sep=5); t(print, St()); t(input, "prompt")
t(lambda: "a" + A()); t(lambda: A() + "a"); t(lambda: "a" * A()); t(lambda: A() < "a"); t(lambda: "abc"[A()]); t(lambda: 5 in "abc"); t(lambda: "a" % A())
t(lambda: int("5", A())); t(lambda: int(A(), 5)); t(lambda: bytes(A())); t(lambda: bytes([A()])); t(lambda: "a".center(A())); t(lambda: "a".split(A())); t(lambda: "x".encode(A()))
t(ValueError, a=1); t(BaseException.__new__, int); t(KeyError.with_traceback, KeyError(), 5); t(lambda: str.upper(5)); t(lambda: int.bit_length("a"))
t(lambda: str(b"abc", "ascii")); t(lambda: str(object=5)); t(lambda: int("0b101", 0)); t(lambda: int("z", 36)); t(lambda: bool([])); t(lambda: float("1_0.5e1_0"))
t(lambda: float(" inf ")); t(lambda: float("1__0")); t(lambda: float("0x1")); t(lambda: int("٣")); t(lambda: float("٣.٥")); t(lambda: int("1 2"))
t(lambda: 10 ** 5000 > 0); t(lambda: str(10 ** 4299)[:5]); t(lambda: str(10 ** 4300)); t(lambda: f"{10**4300}"); t(lambda: "%d" % 10**4300); t(lambda: int("9" * 4300) > 0); t(lambda: int("9" * 4301))
t(lambda: hash(float("nan")) != None); t(lambda: {1: "a"}[1.0]); t(lambda: {1.5: "a"}[1.5]); t(lambda: hash(2**61 - 1)); t(lambda: hash(-1)); t(lambda: hash(-2)); t(lambda: hash(1.5)); t(lambda: hash(True)); t(lambda: hash(0.1)); t(lambda: hash(1e300)); t(lambda: hash((1, 2.5)))
t(lambda: 7 // -2); t(lambda: -7 // 2); t(lambda: -7 % 3); t(lambda: 7 % -3); t(lambda: 2 ** -1); t(lambda: (-2) ** 3); t(lambda: 0 ** 0); t(lambda: 1 << 100 >> 99); t(lambda: True + 1); t(lambda: 5 / 2); t(lambda: 1e308 * 10); t(lambda: -5 >> 1); t(lambda: ~5); t(lambda: 5 & -2); t(lambda: 3.7 // 1); t(lambda: -3.7 % 1); t(lambda: 2 ** 0.5); t(lambda: 10 % 3.5)
t(lambda: 1 < 2.5 < 3); t(lambda: 2 ** 53 == float(2 ** 53)); t(lambda: 2 ** 53 + 1 == float(2 ** 53)); t(lambda: 10 ** 400 > 1e308); t(lambda: float("inf") > 10 ** 400); t(lambda: float("nan") == float("nan"))
print(sorted([3, 1.5, True, -2]), min(1, 1.0), max(1, 1.0), sum([0.1] * 10), sum([1, 2.5, 3]))
print(round(0.5), round(1.5), round(2.675, 2), round(1234.5678, -2), round(-0.5), round(15, -1), round(25, -1), round(2.5, 0), round(5, 2))
print(str(1e16), str(123456789.123456789), 1e-5, 0.0001, 1.0, -0.0, 1e100, 5e-324, 1/3, 2/3, 100.0, 1e15, 123456789012345678.0)
x = 10 ** 30
print(x, -x, x * x, x // 7, x % 7, divmod(-x, 7), x ** 3, hex(x), oct(x), bin(2 ** 65), x.bit_length(), float(x), int(1e30), x == 1e30)
print((255).to_bytes(2, "big"), (5).bit_count(), (1.5).hex(), (0.1).as_integer_ratio(), (7).as_integer_ratio(), (3).real, (3).imag, (3).numerator, (2.0).is_integer(), float.fromhex("0x1p-3"), int.from_bytes(b"\x01\x00", "big"))
t(lambda: "%(a)s" % A()); t(lambda: "{a}".format_map(A())); t(lambda: "abc".translate({97: A()}))
t(lambda: " a b ".split(None, 1)); t(lambda: "a,b,,c".split(",")); t(lambda: "abc".find("c", -1)); t(lambda: "aXbX".rsplit("X", 1)); t(lambda: "abc".startswith(("x", "a")))
