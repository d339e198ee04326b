print(abs(-3), all([1, "a", []]), any([0, "", 3]), bin(5), bool("x"), chr(65), divmod(17, 5), list(enumerate("ab")), hex(255), oct(8))
print(isinstance(3, (str, int)), issubclass(bool, int), len({1: 2}), max(3, 1), min("b", "a"), max([], default="none"), min([3, 1], key=lambda n: -n), pow(2, 10), pow(2, 10, 1000))
print(round(3.14159, 2), round(7), sorted("bca", reverse=True), sum([1, 2], 10), sum((0.5, 1)), type(3).__name__, list(zip([1], [2], [3])), list(map(lambda a, b: a * b, [1, 2], [3, 4])))
print(repr("x"), str(3.0), int("7"), float("1.5"), list((1, 2)), tuple("ab"), dict(a=1), set([1]), frozenset([2]), complex if False else "no", bytes(2))
print(callable(print), callable(3), callable(int), callable(lambda: 0), hasattr("x", "upper"), getattr("x", "nope", "dflt"), id(None) == id(None), hash("a") == hash("a"))
print("a", 1, None, sep="-", end="!\n")
print()
print(*[1, 2, 3], sep=", ")
print("no newline", end="")
print(" then", "", "gap", flush=True)
print(sep="x")
print("a\n", "b", sep="")
print(ascii("é"), format(3.14159, ".2f"), format("x", ">3"), format(255, "#x"), format(None), vars(type("T", (), {"x": 1})()) == {})
print(eval("1 + 2") if False else "no eval", iter([1]).__next__(), next(iter([]), "default"), list(reversed([1, 2])), slice(1), range(2), list(filter(None, [0, 1])))
class P:
    def __init__(self):
        self.a = 1
        self.b = [2]
    def __dir__(self):
        return ["b", "a"]
p = P()
print(vars(p), dir(p), p.__dict__, p.__class__, P.__name__, P.__module__, P.__qualname__, type(p) is P, type(P), p.__class__.__mro__)
setattr(p, "c", 3)
delattr(p, "a")
print(vars(p), hasattr(p, "a"), isinstance(p, object), P.__doc__, print.__name__, int.__name__)
def f(x: int, y: "str" = "d") -> bool:
    """Doc of f."""
    return bool(x)
print(f.__name__, f.__doc__, f.__annotations__, f.__defaults__, f.__module__, f.__dict__, f.__code__.co_name, f.__code__.co_firstlineno)
f.attribute = 5
print(f.attribute, f.__dict__, (lambda: 0).__name__, P.__init__.__qualname__, p.__init__.__func__ is P.__init__, p.__init__.__self__ is p)
T = type("Dynamic", (P,), {"extra": 42, "hello": lambda self: f"hello from {type(self).__name__}"})
t = T()
print(T, T.extra, t.hello(), T.__bases__, isinstance(t, P), T.__mro__)
print(globals()["p"] is p, "f" in globals(), __name__)
def local_vars(a, b=2):
    c = a + b
    return locals()
print(local_vars(1), NotImplemented, Ellipsis, ..., __debug__)
print(object().__class__, type(None), type(...), type(print), type(f), type(p.__init__), type(len), type(type), type([].append), type(range(0)), type({}.keys()), type(x for x in ()))
