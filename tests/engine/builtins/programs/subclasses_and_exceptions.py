class I(int):
    def __repr__(self): return f"I({int(self)})"
class J(int): pass
class S(str):
    def hi(self): return self.upper() + "!"
class F(float): pass
class B(bytes): pass
i = I(5)
print(i, i + 1, type(i + 1), [i], J(7), [J(7)], J("12") * 2, I(2**70), J(2**70) == 2**70, hash(J(5)) == hash(5), {5: "x"}[J(5)])
s = S("abc")
s.attr = 3
print(s, s.hi(), s.attr, [s], s + "d", type(s + "d"), s == "abc", {"abc": 1}[s], s[0], type(s[:]), isinstance(s, str), len(s), s.upper())
f = F(1.5)
f.z = 1
print(f, f + 1, type(f + 1), [f], f.z, F("2.5"), round(F(2.5)), f.is_integer())
print(B(b"abc"), B(b"abc")[0], B([1, 2]))
print(f"{i} {i:3} {s:>5} {f:.2f} {i!r}")
print("%d %s %s" % (i, i, s), "{:d} {}".format(i, s))
class E1(ValueError):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
e = E1(1, 2)
print(e, repr(e), e.args, e.b)
class E2(Exception):
    def __init__(self, *, code): self.code = code
e = E2(code=5)
print(e, repr(e), e.args, e.code)
e = Exception("a", 1)
e.args = ["q"]
print(e.args, e, repr(e))
print(repr(KeyError("a")), str(KeyError("a")), str(KeyError()), str(KeyError(1, 2)))
o = OSError(2, "No such file", "f.txt")
print(o, o.errno, o.strerror, o.filename, type(o), repr(o), o.args)
print(OSError("x"), OSError(1, 2).errno, TimeoutError(), repr(TimeoutError("t")))
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
try:
    {}["k"]
except KeyError as e: print(e, repr(e), e.args)
try: [].foo
except AttributeError as e: print(e, e.name, e.obj)
try: undefined_name
except NameError as e: print(e, e.name)
try: import nonexistent_module
except ImportError as e: print(type(e).__name__, e)
e = ValueError("v")
print(e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__)
try:
    try: 1/0
    except ZeroDivisionError as z: raise e from z
except ValueError as q:
    print(q is e, repr(q.__cause__), repr(q.__context__), q.__suppress_context__, type(q.__traceback__).__name__)
e.__cause__ = None
print(e.__cause__, e.__suppress_context__)
try: e.__cause__ = 5
except TypeError as t: print(t)
try: e.add_note(5)
except TypeError as t: print(t)
e.add_note("n"); e.add_note("m"); print(e.__notes__)
print(hasattr(Exception(), "__notes__"))
print(ValueError("x").with_traceback(None))
eg = ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k"), ValueError(2)])])
print(eg, repr(eg), eg.message, eg.exceptions, eg.args)
print(eg.subgroup(ValueError), eg.subgroup(lambda e: isinstance(e, KeyError)), eg.subgroup(OSError))
m, r = eg.split((ValueError, KeyError))
print(repr(m)); print(repr(r))
print(eg.split(ExceptionGroup))
class MG(ExceptionGroup):
    def derive(self, excs): return MG("derived", excs)
mg = MG("mine", [ValueError(1), OSError(2)])
print(repr(mg.subgroup(ValueError)), type(mg.split(OSError)[1]))
print(repr(BaseExceptionGroup("b", [ValueError()])), repr(BaseExceptionGroup("b", [KeyboardInterrupt()])))
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup(1, [ValueError()]), lambda: ExceptionGroup("x", 5), lambda: ExceptionGroup("x", [1]),
            lambda: ExceptionGroup("x", [KeyboardInterrupt()]), lambda: ExceptionGroup("x"), lambda: eg.split(5), lambda: eg.subgroup("a")):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
try:
    raise eg
except* ValueError as e:
    print("VE", e, e.exceptions[0])
except* KeyError as e:
    print("KE", e, e.exceptions[0])
except* TypeError as e:
    print("TE", e.exceptions)
try: raise ValueError(3)
except* ValueError as e: print(repr(e), e.exceptions)
print(issubclass(ExceptionGroup, Exception), ExceptionGroup.__mro__)
try: raise ValueError
except ValueError as e: print(repr(e), e.args)
try: raise 5
except TypeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
try:
    try: raise KeyError(1)
    finally: raise IndexError(2)
except IndexError as e: print(repr(e.__context__))
print(isinstance(e if False else ValueError(), Exception), ValueError.__name__, ValueError.__module__, ValueError.__bases__)
try: int("x")
except ValueError as e: print(e.args)
try: "é".encode("ascii")
except UnicodeEncodeError as e: print(e, e.encoding, e.start, e.end, e.reason, e.object)
print(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"))
assert True
try: assert 0, "msg"
except AssertionError as e: print(e, repr(e))
try: raise ImportError("m", name="n", path="p")
except ImportError as e: print(e, e.name, e.path, e.msg)
try: ValueError(a=1)
except TypeError as e: print(e)
print(IOError is OSError, EnvironmentError is OSError)
print(RecursionError.__mro__)
