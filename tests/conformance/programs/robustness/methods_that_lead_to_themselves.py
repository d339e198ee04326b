# Special methods that ask for what they are, as 3.11 has them, which counts; 3.14 looks at the C stack.
class Empty:
    pass


def attempt(operation):
    try:
        return operation()
    except BaseException as error:
        error.__traceback__ = None
        return f"{type(error).__name__}: {error}"


def kind_of(operation):
    """Of what is counted otherwise where functions in Python call those in C: without the words."""
    return attempt(operation).split(":")[0] if type(attempt(operation)) is str else "no error"


def made(**methods):
    return type("Made", (), {f"__{name}__": method for name, method in methods.items()})


Called = made()
Called.__call__ = Called()
print(attempt(Called()), attempt(lambda: Called()(1, two=2)), callable(Called()))
One, Two = made(), made()
One.__call__, Two.__call__ = Two(), One()
print(attempt(One()))
print(attempt(lambda: repr(made(repr=object.__str__)())))
print(attempt(lambda: str(made(repr=object.__str__)())))
print(attempt(lambda: f"{made(repr=object.__str__)()}"), attempt(lambda: "%s" % made(repr=object.__str__)()))
print(attempt(lambda: made(repr=repr, str=object.__str__)() == 1), attempt(lambda: repr(made(repr=lambda self: repr(self))())))
print(kind_of(lambda: str(made(str=lambda self: str(self))())), kind_of(lambda: format(made(format=lambda self, how: format(self))())))
print(kind_of(lambda: made(eq=object.__ne__)() == 1), kind_of(lambda: made(eq=lambda self, other: other == self)() == made(eq=lambda self, other: other == self)()))
print(kind_of(lambda: hash(made(hash=lambda self: hash(self))())), kind_of(lambda: len(made(len=lambda self: len(self))())))
print(kind_of(lambda: bool(made(bool=lambda self: bool(self))())), kind_of(lambda: iter(made(iter=lambda self: iter(self))())))
print(attempt(lambda: made(getattr=lambda self, name: getattr(self, name))().x))
print(attempt(lambda: made(getattribute=lambda self, name: self.x)().x))
print(kind_of(lambda: made(add=lambda self, other: self + other)() + 1), kind_of(lambda: made(lt=lambda self, other: self < other)() < 1))
error = ValueError(1)
error.args = (error,)
print(attempt(lambda: str(error)))
print(attempt(lambda: repr(error)))
error = ValueError(1)
error.args = (error, error)
print(attempt(lambda: str(error)))
error.__cause__ = error.__context__ = error
print(error.__cause__ is error)
values = {42: "value"}
values["values"] = values.values()
values["items"] = values.items()
print(repr(values), values["values"], sep="\n")
items = [1]
items.append((items, {1: items}))
print(items)
