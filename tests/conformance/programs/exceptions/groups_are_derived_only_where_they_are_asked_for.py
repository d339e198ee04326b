"""split() makes both parts of a group, subgroup() and except* only what they need: derive() is called so often."""


class Counted(ExceptionGroup):
    made = 0

    def derive(self, excs):
        Counted.made += 1
        return Counted(self.message, excs)


def group():
    return Counted("outer", [ValueError(1), Counted("inner", [TypeError(2), ValueError(3)]), KeyError(4)])


def count(what, function):
    Counted.made = 0
    try:
        print(what, function())
    except BaseExceptionGroup as e:
        print(what, "raised", repr(e))
    print("  derived", Counted.made)


def one_handler():
    try:
        raise group()
    except* ValueError as e:
        return_value.append(len(e.exceptions))
    except* (TypeError, KeyError) as e:
        return_value.append(repr(e))


def raises_another():
    try:
        raise group()
    except* ValueError:
        raise OSError("instead")


def again():
    try:
        raise group()
    except* (ValueError, TypeError):
        raise
    except* KeyError:
        pass


return_value = []
count("split", lambda: group().split(ValueError))
count("subgroup", lambda: group().subgroup(ValueError))
count("nothing", lambda: group().subgroup(OSError))
count("all", lambda: group().split(Exception))
count("except*", one_handler)
count("another", raises_another)
count("again", again)
