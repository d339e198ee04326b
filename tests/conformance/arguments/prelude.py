# What every program of wrong arguments begins with: values of every kind, and a call of anything with any of them.
import sys, warnings

warnings.simplefilter("ignore")


class Failure(Exception):
    pass


SPECIAL = """
repr str bytes format hash bool int float complex index round trunc floor ceil len length_hint getitem setitem delitem
contains iter next reversed missing call enter exit aenter aexit await aiter anext get set delete
lt le eq ne gt ge neg pos abs invert add sub mul matmul truediv floordiv mod divmod pow lshift rshift and or xor
radd rsub rmul rmatmul rtruediv rfloordiv rmod rdivmod rpow rlshift rrshift rand ror rxor
iadd isub imul imatmul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor
fspath copy deepcopy instancecheck subclasscheck dir sizeof
""".split()


def failing(name):
    def method(*args, **kwargs):
        raise Failure(name)
    return method


def answering(value):
    def method(*args, **kwargs):
        return value
    return method


class Odd:
    """An object with nothing of its own."""
    def __repr__(self):
        return "<odd>"


# Every special method raises; or answers what it must not.
Hostile = type("Hostile", (), {f"__{name}__": failing(name) for name in SPECIAL})
Wrong = type("Wrong", (), {f"__{name}__": answering("wrong" if name in ("len", "hash", "index", "bool", "int", "float") else -5)
                           for name in SPECIAL if name not in ("eq", "ne")})
Indexed = type("Indexed", (), {"__index__": answering(2), "__repr__": answering("<indexed>")})
Negative = type("Negative", (), {"__len__": answering(-1), "__index__": answering(-1), "__length_hint__": answering(-1),
                                 "__repr__": answering("<negative>")})


class Text(str):
    pass


class Attributes:
    """Every attribute is something else again."""
    def __getattr__(self, name):
        return 5

    def __repr__(self):
        return "<attributes>"


def generator():
    yield 1
    yield "two"


def in_itself():
    items = [1]
    items.append(items)
    return items


def coroutine():
    async def nothing():
        pass
    made = nothing()
    opened.append(made)
    return made


opened = []  # coroutines that are to be closed


def raised():
    try:
        raise ValueError("raised")
    except ValueError as error:
        return error


VALUES = [
    ("None", lambda: None), ("True", lambda: True), ("0", lambda: 0), ("3", lambda: 3), ("-1", lambda: -1),
    ("2**63-1", lambda: 2**63 - 1), ("-2**63", lambda: -2**63), ("2**70", lambda: 2**70), ("-2**70", lambda: -2**70),
    ("1.5", lambda: 1.5), ("nan", lambda: float("nan")), ("inf", lambda: float("inf")), ("1e200", lambda: 1e200),
    ("'a'", lambda: "a"), ("''", lambda: ""), ("'é€'", lambda: "é€"), ("Text", lambda: Text("text")), ("b'x'", lambda: b"x"),
    ("[1, 2]", lambda: [1, 2]), ("[[...]]", in_itself), ("()", lambda: ()), ("(1, 'a')", lambda: (1, "a")), ("{1: 2}", lambda: {1: 2}),
    ("{'a': 1}", lambda: {"a": 1}), ("{1}", lambda: {1}), ("range(3)", lambda: range(3)), ("slice(1)", lambda: slice(1)), ("len", lambda: len),
    ("function", lambda: failing), ("lambda", lambda: lambda *args: 5), ("int", lambda: int), ("ValueError", lambda: ValueError),
    ("Odd", lambda: Odd), ("odd", Odd), ("hostile", Hostile), ("wrong", Wrong), ("indexed", Indexed), ("negative", Negative),
    ("attributes", Attributes), ("generator", generator), ("iter", lambda: iter([1, 2])), ("coroutine", coroutine),
    ("error", raised), ("sys", lambda: sys), ("...", lambda: ...), ("NotImplemented", lambda: NotImplemented),
]


def said_of(error):
    """An exception as a text; without asking what the program's own methods say."""
    if len(error.args) == 1 and type(error.args[0]) is str:
        text = error.args[0]
    elif all(type(each) in (int, str, float, bool, type(None)) for each in error.args):
        text = repr(error.args)
    else:
        text = "..."
    return f"{type(error).__name__}: {text}"


class Numbers:
    """The same on every machine and under every Python."""
    def __init__(self, text):
        self.state = 0
        for letter in text:
            self.state = (self.state * 31 + ord(letter)) % 2147483647

    def below(self, limit):
        self.state = (self.state * 48271 + 11) % 2147483647
        return self.state // 7 % limit


SEVERAL = {2: 24, 3: 16, 4: 6, 5: 3, 9: 1}  # how many calls with so many arguments


def argument_lists(name, brief):
    """The numbers of the values of each call: with none, each alone, and some of all combinations."""
    yield ()
    for value in range(0, len(VALUES), 6 if brief else 1):
        yield (value,)
    if brief:
        yield (3, 3)
        yield (18, 13, 3)
        return
    numbers = Numbers(name)
    for count in sorted(SEVERAL):
        for _ in range(SEVERAL[count]):
            yield tuple(numbers.below(len(VALUES)) for _ in range(count))


def attempt(number, name, function, receiver, chosen, keyword):
    values = [VALUES[each][1]() for each in chosen]
    words = ", ".join([VALUES[each][0] for each in chosen] + ([keyword + "=1"] if keyword else []))
    arguments = values if receiver is None else [receiver(), *values]
    try:
        if keyword:
            function(*arguments, **{keyword: 1})
        else:
            function(*arguments)
        said = "ok"
    except BaseException as error:
        said = said_of(error)
        error.__traceback__ = error.__context__ = None
    for each in opened:
        try:
            each.close()
        except BaseException:
            pass
    opened.clear()
    try:
        text = f"{number} {name}({words}) -> {said}".replace("\n", "\\n")
        print(text)
    except UnicodeEncodeError:
        print(ascii(text))


def attempt_all(name, function, receiver, brief, dull, first, last):
    """Calls `first` to `last` of a function. `dull`: values that it must not get."""
    number = 0
    for chosen in argument_lists(name, brief):
        if any(VALUES[each][0] in dull for each in chosen):
            continue
        if first <= number < last:
            attempt(number, name, function, receiver, chosen, None)
        number += 1
    for keyword in ("nonsense", "key", "self"):
        for chosen in ((), (3,), (3, 3)):
            if first <= number < last:
                attempt(number, name, function, receiver, chosen, keyword)
            number += 1
    if receiver is not None and not brief:  # anything else in the place of self
        for value in range(len(VALUES)):
            if VALUES[value][0] not in dull and first <= number < last:
                attempt(number, f"{name}!", function, None, (value,), None)
            number += 1
