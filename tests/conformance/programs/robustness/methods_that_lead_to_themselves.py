# Special methods that ask for what they are. How deep that may go a version says in its own words: 3.11 counts, 3.14 says
# how much of the C stack is used.
class Empty:
    pass


def attempt(operation):
    try:
        return operation()
    except BaseException as error:
        error.__traceback__ = None
        words = str(error)
        if isinstance(error, RecursionError):
            words = words[words.index(" while ") + 1:]
        return f"{type(error).__name__}: {words}"


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
