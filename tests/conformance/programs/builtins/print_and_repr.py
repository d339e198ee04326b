import sys


class Plain:
    pass


class Shown:
    def __repr__(self):
        return "Shown()"


class Both(Shown):
    def __str__(self):
        return "as text"


class Wrong:
    def __repr__(self):
        return 5


class Fails:
    def __str__(self):
        raise ValueError("cannot show")


print(Shown(), [Shown()], {"k": Both()}, (Both(),), Both(), f"{Both()} {Both()!r}", str(Both()), repr(Both()), "%s %r" % (Both(), Both()))
for cls in (Wrong, Fails):
    try:
        print(cls())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print("to stderr", file=sys.stderr)
print("a", "b", file=sys.stdout, sep=None, end=None)
sys.stdout.write("written\n")
print(sys.stdout.write("x"), len("y"))
sys.stderr.write("error text\n")
class Collect:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
c = Collect()
print("x", 1, sep="+", end=".", file=c)
print(c.parts)
print([1.0, "a'b", None, True, (1,), {}, set(), b"x", range(3), int, len, Ellipsis])
print({"a": [1, {"b": (2, 3)}], 1: {4}}, [[], [[]]], ((),), {(): {}})
print(Plain, Plain.__name__, str(Plain), repr(int), [Plain])
text = repr(Plain())
print(text.startswith("<__main__.Plain object at 0x"), repr(Plain().__init__)[:30], repr(Shown().__repr__)[:40])
print(repr(lambda: 0)[:20], repr(Shown.__repr__)[:30], repr(print), repr("".join)[:32], repr(list.append), repr(str.upper), repr(type(c).write)[:24])
print(repr(iter([]))[:22], repr(x for x in [])[:34], repr(zip())[:12], repr(map(str, []))[:12], repr(enumerate([]))[:18], repr(object())[:16])
print(repr(Exception("a", 1)), repr(ValueError()), repr(KeyError("k")), str(KeyError("k")), repr(StopIteration(3)), [OSError("x")], repr(ExceptionGroup("g", [ValueError(1)])))
print(repr(classmethod(print))[:20], repr(super)[:20], repr(NotImplemented), repr(type), repr(slice(1, None)), repr(sys)[:13])
try:
    print(1, sep=5)
except TypeError as error:
    print(error)
try:
    print(1, end=b"x")
except TypeError as error:
    print(error)
