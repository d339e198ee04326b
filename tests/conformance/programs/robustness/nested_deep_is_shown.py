# What is nested 50,000 deep has a representation that nobody can make: RecursionError, and everything goes on. It dies
# without a trace. (CPython 3.14 goes by the size of the C stack, which no program knows: the words are 3.11's under each version.)
import collections
import functools
import types


# (In exec(), so that the steps of making them are not the program's.)
exec('''
def nest(wrap, innermost=1, depth=50_000):
    for _ in range(depth):
        innermost = wrap(innermost)
    return innermost


def chained(inner, attribute):
    error = ValueError(1)
    if isinstance(inner, BaseException):
        setattr(error, attribute, inner)
    return error


def group(inner):
    return ExceptionGroup("group", [inner if isinstance(inner, Exception) else ValueError(1)])


class Node:
    def __init__(self, inner):
        self.inner = inner


class Slotted:
    __slots__ = ("inner",)

    def __init__(self, inner):
        self.inner = inner


def closure(inner):
    def function():
        return inner
    return function


def generator(inner):
    def steps():
        yield inner
    return steps()


async def coroutine(inner):
    return inner


class Listed(list):
    pass


Pair = collections.namedtuple("Pair", "inner")
RECURSIVE = {
    "list": lambda inner: [inner], "tuple": lambda inner: (inner,), "dict": lambda inner: {1: inner}, "frozenset": lambda inner: frozenset([inner]),
    "exception": ValueError, "exception of two": lambda inner: ValueError(inner, 2), "KeyError": KeyError, "SystemExit": SystemExit,
    "alias": lambda inner: list[inner], "slice": lambda inner: slice(inner, 1), "values": lambda inner: {1: inner}.values(),
    "items": lambda inner: {1: inner}.items(), "proxy": lambda inner: types.MappingProxyType({1: inner}), "deque": lambda inner: collections.deque([inner]),
    "ordered": lambda inner: collections.OrderedDict(key=inner), "a class of its own": lambda inner: Listed([inner]),
    "method": lambda inner: types.MethodType(len, inner), "list of tuple": lambda inner: [(inner,)], "of errors": lambda inner: {1: [ValueError((inner,))]},
}
IN_PYTHON = {  # here or there: the words differ
    "pair": Pair, "partial": lambda inner: functools.partial(len, inner), "namespace": lambda inner: types.SimpleNamespace(inner=inner),
}
FLAT = {
    "cause": lambda inner: chained(inner, "__cause__"), "context": lambda inner: chained(inner, "__context__"), "group": group, "closure": closure,
    "generator": generator, "node": Node, "slots": Slotted, "cell": lambda inner: closure(inner).__closure__[0], "iterator": lambda inner: iter([inner]), "map": lambda inner: map(len, [inner]),
    "zip": lambda inner: zip([inner]), "enumerate": lambda inner: enumerate([inner]), "property": property, "class": lambda inner: type("Holder", (), {"inner": inner}),
}
''')


def attempt(operation, *arguments):
    try:
        return type(operation(*arguments)).__name__
    except BaseException as error:
        error.__traceback__ = None
        return f"{type(error).__name__}: {error}"


for name, wrap in RECURSIVE.items():
    made = nest(wrap)
    print(name, "|", attempt(repr, made), "|", attempt("{!r}".format, made))
    if name in ("list", "tuple", "dict", "exception"):
        print(name, "|", attempt(str, made), "|", attempt(ascii, made), "|", attempt(lambda: f"{made}"), "|", attempt(lambda: "%s" % (made,)), "|", attempt(print, made))
for name, wrap in IN_PYTHON.items():
    print(name, "|", attempt(repr, nest(wrap)).split(":")[0])
for name, wrap in FLAT.items():
    print(name, "|", attempt(repr, nest(wrap)))
print("done")
