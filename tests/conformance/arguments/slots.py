# Every special method replaced by what belongs elsewhere: another type's method, the object itself, a class, what is no method
# at all. Prints what each use of it says.
import copy, functools, itertools, math, warnings

warnings.simplefilter("ignore")


class Plain:
    def __repr__(self):
        return "<plain>"

    def method(self, *args):
        return 3


class Callable:
    def __call__(self, *args):
        return 2

    def __repr__(self):
        return "<callable>"


class Descriptor:
    def __get__(self, instance, owner):
        return lambda *args: 4

    def __repr__(self):
        return "<descriptor>"


class Raising:
    def __get__(self, instance, owner):
        raise KeyError("no such method")

    def __repr__(self):
        return "<raising>"


def generator(*args):
    yield 1


async def coroutine(*args):
    return 1


DONORS = {
    "object.__str__": object.__str__, "object.__repr__": object.__repr__, "object.__format__": object.__format__,
    "object.__ne__": object.__ne__, "object.__eq__": object.__eq__, "object.__hash__": object.__hash__, "object.__getattribute__": object.__getattribute__,
    "object.__setattr__": object.__setattr__, "object.__init__": object.__init__,
    "list.append": list.append, "list.__repr__": list.__repr__, "list.__len__": list.__len__, "list.__iter__": list.__iter__, "list.__eq__": list.__eq__,
    "str.__str__": str.__str__, "str.__repr__": str.__repr__, "str.upper": str.upper, "str.__add__": str.__add__, "str.__hash__": str.__hash__,
    "dict.__getitem__": dict.__getitem__, "dict.__eq__": dict.__eq__, "dict.__contains__": dict.__contains__, "int.__add__": int.__add__, "int.__index__": int.__index__,
    "int.__repr__": int.__repr__, "float.__float__": float.__float__, "tuple.__hash__": tuple.__hash__, "type.__call__": type.__call__, "type.__repr__": type.__repr__,
    "BaseException.__str__": BaseException.__str__, "BaseException.__repr__": BaseException.__repr__, "set.__contains__": set.__contains__,
    "len": len, "repr": repr, "[].append": [].append, "''.__len__": "ab".__len__, "int": int, "str": str, "type": type, "Plain": Plain, "ValueError": ValueError,
    "plain": Plain(), "callable": Callable(), "descriptor": Descriptor(), "raising": Raising(), "bound": Plain().method,
    "staticmethod": staticmethod(lambda *args: 1), "classmethod": classmethod(lambda *args: 1), "property": property(lambda self: lambda *args: 1),
    "empty property": property(), "partial": functools.partial(lambda *args: 1), "None": None, "5": 5, "'x'": "x", "generator": generator, "coroutine": coroutine,
    "instance": "instance", "class": "class", "lambda": lambda *args: 1, "returns self": lambda self, *args: self, "NotImplemented": lambda *args: NotImplemented,
    "member": type("Slotted", (), {"__slots__": ("x",)}).x, "getter": type(generator).__code__, "classmethod of class": classmethod(Plain), "static of instance": staticmethod(Callable()),
}


def attribute(x):
    return x.anything


def assign(x):
    x.anything = 1


def remove(x):
    del x.anything


def item(x):
    return x[1]


def assign_item(x):
    x[1] = 2


def remove_item(x):
    del x[1]


def within(x):
    with x:
        return 1


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    return "yielded"


def within_async(x):
    async def body():
        async with x:
            return 1
    return run(body())


def for_async(x):
    async def body():
        async for each in x:
            return each
    return run(body())


def awaits(x):
    async def body():
        return await x
    return run(body())


def in_place(name):
    space = {}
    exec(f"def operation(x):\n    x {name}= 1\n    return x", space)
    return space["operation"]


def matches(x):
    match 1:
        case x():
            return 1


OPERATORS = {"add": "+", "sub": "-", "mul": "*", "matmul": "@", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "lshift": "<<",
             "rshift": ">>", "and": "&", "or": "|", "xor": "^"}
USES = {
    "repr": [repr, str, lambda x: [x].__repr__(), lambda x: f"{x!r}"], "str": [str, lambda x: f"{x}", lambda x: "%s" % x, lambda x: ValueError(x).__str__()],
    "format": [format, lambda x: format(x, "5"), lambda x: "{}".format(x)], "hash": [hash, lambda x: {x: 1}[x], lambda x: len({x, x}), lambda x: hash((x,))],
    "bool": [bool, lambda x: not x], "len": [len, bool, lambda x: list(reversed(x))], "length_hint": [lambda x: list(iter(x))], "eq": [lambda x: x == 1, lambda x: 1 == x, lambda x: x != 1, lambda x: [x] == [1], lambda x: x in [1]],
    "ne": [lambda x: x != 1], "lt": [lambda x: x < 1, lambda x: 1 > x, lambda x: sorted([x, x]) and 1], "le": [lambda x: x <= 1], "gt": [lambda x: x > 1], "ge": [lambda x: x >= 1],
    "call": [lambda x: x(), lambda x: x(1), lambda x: list(map(x, [1])), callable], "getattribute": [attribute, lambda x: getattr(x, "anything", 7), lambda x: hasattr(x, "b")],
    "getattr": [attribute, lambda x: getattr(x, "anything", 7)], "setattr": [assign], "delattr": [remove], "getitem": [item, lambda x: [*itertools.islice(x, 3)], lambda x: [*reversed(x)]],
    "setitem": [assign_item], "delitem": [remove_item], "contains": [lambda x: 1 in x], "iter": [lambda x: [*x], lambda x: iter(x) and 1, lambda x: 1 in x, lambda x: max(x), lambda x: dict(x), lambda x: "".join(x)],
    "next": [next, lambda x: next(x, 5)], "reversed": [lambda x: [*reversed(x)]], "await": [awaits], "aiter": [for_async], "anext": [for_async], "enter": [within], "exit": [within],
    "aenter": [within_async], "aexit": [within_async], "index": [lambda x: [1, 2, 3][x], hex, lambda x: range(x), lambda x: "a" * x], "int": [int], "float": [float, math.sqrt],
    "complex": [], "round": [round, lambda x: round(x, 1)], "trunc": [math.trunc, int], "floor": [math.floor], "ceil": [math.ceil], "abs": [abs], "neg": [lambda x: -x],
    "pos": [lambda x: +x], "invert": [lambda x: ~x], "instancecheck": [lambda x: isinstance(1, x)], "subclasscheck": [lambda x: issubclass(int, x)],
    "dir": [lambda x: type(dir(x))], "sizeof": [], "missing": [item], "init": [lambda x: type(x)() and 1], "new": [lambda x: type(x)() and 1, lambda x: type("Sub", (type(x),), {})() and 1],
    "del": [lambda x: None], "set_name": [lambda x: type("Owner", (), {"name": x}) and 1], "get": [lambda x: type("Owner", (), {"name": x})().name, lambda x: type("Owner", (), {"name": x}).name],
    "set": [lambda x: setattr(type("Owner", (), {"name": x})(), "name", 1)], "delete": [lambda x: delattr(type("Owner", (), {"name": x})(), "name")],
    "init_subclass": [lambda x: type("Sub", (type(x),), {}) and 1], "class_getitem": [lambda x: type(x)[1]], "copy": [lambda x: copy.copy(x) and 1], "deepcopy": [lambda x: copy.deepcopy(x) and 1],
    "class": [lambda x: isinstance(x, int), lambda x: x.__class__], "fspath": [], "mro_entries": [lambda x: type("Sub", (x,), {}) and 1],
    "prepare": [], "match_args": [lambda x: matches(type(x))], "subclasshook": [], "slots": [], "notes": [], "traceback": [], "doc": [lambda x: type(x.__doc__)], "module": [lambda x: type(type(x).__module__), lambda x: repr(type(x))[:4]],
    "qualname": [], "name": [], "dict": [lambda x: type(x.__dict__), attribute, assign], "abstractmethods": [],
}
for name, symbol in OPERATORS.items():
    USES[name] = [eval(f"lambda x: x {symbol} 1"), eval(f"lambda x: x {symbol} x")]
    USES["r" + name] = [eval(f"lambda x: 1 {symbol} x")]
    USES["i" + name] = [in_place(symbol)]
USES["divmod"], USES["rdivmod"] = [lambda x: divmod(x, 1)], [lambda x: divmod(1, x)]
BASES = {"object": object, "list": list, "dict": dict, "str": str, "int": int, "tuple": tuple, "set": set, "float": float, "ValueError": ValueError, "type": type}


def shown(value):
    if type(value) in (int, bool, float, type(None)):
        return repr(value)
    if type(value) is str:
        return repr(value) if " at 0x" not in value and len(value) < 60 else "str"
    return type(value).__name__ if isinstance(type(value).__name__, str) else "?"


def attempt(use, x):
    try:
        return "-> " + shown(use(x))
    except BaseException as error:
        argument = error.args[0] if len(error.args) == 1 and type(error.args[0]) is str else "..."
        return f"{type(error).__name__}: {argument}"


def attempt_all(bases, specials):
    for base in bases:
        for special in specials:
            for donor, value in DONORS.items():
                if (special, donor) == ("del", "class"):  # makes another one for ever
                    continue
                try:
                    made = type("Made", (BASES[base],), {})
                    x = made("Of", (), {}) if base == "type" else made()
                    setattr(made, f"__{special}__", x if value == "instance" else made if value == "class" else value)
                except BaseException as error:
                    print(f"{base} {special} {donor} cannot be made: {type(error).__name__}: {error}")
                    continue
                for number, use in enumerate(USES[special]):
                    print(f"{base} {special} {number} {donor}", attempt(use, x))
                try:
                    made = x = None
                except BaseException:
                    pass
