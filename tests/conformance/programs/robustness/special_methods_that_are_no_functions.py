# A special method may be anything that a class can hold: what can be bound is bound to the object, the rest is called as it is.
class Callable:
    def __init__(self, answer=None):
        self.answer = answer

    def __call__(self, *args):
        return self.answer if self.answer is not None else args


class Descriptor:
    def __get__(self, instance, owner):
        return lambda *args: (type(instance).__name__, owner.__name__, args)


class Failing:
    def __get__(self, instance, owner):
        raise KeyError("not here")


def attempt(operation):
    try:
        return operation()
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


def made(base=object, **methods):
    return type("Made", (base,), {f"__{name}__": method for name, method in methods.items()})()


print(len(made(len=staticmethod(lambda: 3))), len(made(len=classmethod(lambda cls: len(cls.__name__)))), len(made(len=property(lambda self: lambda: 5))))
print(len(made(len=Callable(6))), len(made(len=[1, 2].__len__)), attempt(lambda: len(made(len=len))), attempt(lambda: len(made(len=7))))
print(made(call=Callable())(1, 2), made(call=Descriptor())(1), made(call=staticmethod(print))("printed"), attempt(lambda: made(call=Failing())()))
print(made(add=Callable())+ 1, made(getitem=Callable())[2], made(contains=staticmethod(lambda item: item == 3)).__class__.__name__, 3 in made(contains=staticmethod(lambda item: item == 3)))
print(repr(made(repr=staticmethod(lambda: "shown"))), str(made(str=Callable("text"))), attempt(lambda: repr(made(repr=Callable(5)))), attempt(lambda: repr(made(repr=str))))
print(hash(made(hash=staticmethod(lambda: 8))), {made(hash=Callable(9)): 1} != {}, bool(made(bool=Callable(False))), attempt(lambda: bool(made(bool=Callable(1)))))
print(list(made(iter=staticmethod(lambda: iter("ab")))), attempt(lambda: list(made(iter=Callable))), attempt(lambda: next(made(next=Failing()))))
print(made(eq=staticmethod(lambda other: other == 1)) == 1, made(lt=Callable(True)) < 1, made(getattr=staticmethod(lambda name: name + "!")).anything)
with made(enter=staticmethod(lambda: "entered"), exit=Callable(True)) as inside:
    print(inside)
    raise ValueError
with made(enter=property(lambda self: lambda: "bound"), exit=Callable()) as inside:
    print(inside)
print(attempt(lambda: made(add=list.append) + 1), attempt(lambda: made(eq=list.append) == 1), attempt(lambda: repr(made(repr=list.__repr__))))
print(attempt(lambda: str(made(str=str.upper))), attempt(lambda: str(made(str=str.__str__))), attempt(lambda: f"{made(str=BaseException.__str__)}"))
print(attempt(lambda: repr(made(list, repr=dict.__repr__))), attempt(lambda: repr(made(dict, repr=list.__repr__))), repr(made(list, repr=list.__len__.__class__.__repr__) is None))
print(made(str, str=str.upper).__str__() == "", str(made(int, str=int.bit_length).real), attempt(lambda: str(made(int, str=int.bit_length))))
print(attempt(lambda: made(args=0).__args__), attempt(lambda: type("Made", (), {"args": vars(BaseException)["args"]})().args))


class Replaced:
    pass


Replaced.__len__ = lambda self: 1
print(len(Replaced()))
Replaced.__len__ = staticmethod(lambda: 2)
print(len(Replaced()))
Replaced.__len__ = Callable(3)
print(len(Replaced()))
del Replaced.__len__
print(attempt(lambda: len(Replaced())))


class Removing:
    def __eq__(self, other):
        del Removing.__eq__
        return NotImplemented

    def __add__(self, other):
        del Other.__radd__
        return NotImplemented


class Other:
    def __radd__(self, other):
        return "added"


print(Removing() == Removing(), attempt(lambda: Removing() + Other()))
