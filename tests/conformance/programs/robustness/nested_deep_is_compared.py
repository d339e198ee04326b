# Equality, order, hashes and types of what is nested 50,000 deep, as 3.11 has them, which counts; 3.14 looks at the C stack.
# (In exec(), so that the steps of making them are not the program's.)
exec('''
def nest(wrap, innermost=1, depth=50_000):
    for _ in range(depth):
        innermost = wrap(innermost)
    return innermost


def group(inner):
    return ExceptionGroup("group", [inner if isinstance(inner, Exception) else ValueError(1)])


def tuple_of(inner):
    return (inner,)


def set_of(inner):
    return frozenset([inner])


def is_value_error(error):
    return isinstance(error, ValueError)


def pair_of(inner):
    return (inner, int)


WRAPS = {"list": lambda inner: [inner], "tuple": lambda inner: (inner,), "dict": lambda inner: {1: inner}, "list of tuple": lambda inner: [(inner,)]}
''')


def attempt(operation):
    try:
        return operation()
    except BaseException as error:
        error.__traceback__ = None
        return f"{type(error).__name__}: {error}"


for name, wrap in WRAPS.items():
    a, b = nest(wrap), nest(wrap)
    print(name, attempt(lambda: a == a), attempt(lambda: a == b), attempt(lambda: a != b), attempt(lambda: a in [b]), attempt(lambda: [b].index(a)), attempt(lambda: [a].count(b)))
    print(name, attempt(lambda: a < b), attempt(lambda: sorted([a, b]) and 1), attempt(lambda: max(a, b) and 1))
    a = b = None
deep = nest(tuple_of)
print(hash(deep) == hash(nest(tuple_of)), {deep: 1}[deep], len({deep, deep}), deep in {deep: 1})
print(hash(nest(set_of)) != 0)
deep = nest(tuple_of, int)
print(attempt(lambda: isinstance("text", deep)), attempt(lambda: issubclass(str, deep)))
print(attempt(lambda: isinstance(1, nest(tuple_of, int, 50))), attempt(lambda: isinstance("", nest(pair_of, int, 50))))


def caught(error, kinds):
    try:
        raise error
    except kinds:
        return "caught"


print(attempt(lambda: caught(ValueError(), nest(tuple_of, ValueError, 20))), attempt(lambda: caught(KeyError("key"), nest(tuple_of, ValueError, 20))))
deep = nest(group)
print(attempt(lambda: deep.split(KeyError)))
shallow = nest(group, depth=50)
print(shallow.subgroup(ValueError) is shallow, shallow.split(KeyError)[0], len(shallow.derive([deep]).exceptions))
deep = None
print("done")
