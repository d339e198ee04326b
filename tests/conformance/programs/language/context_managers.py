class Tracked:
    def __init__(self, name, swallow=(), fail_enter=False, fail_exit=False):
        self.name, self.swallow = name, swallow
        self.fail_enter, self.fail_exit = fail_enter, fail_exit

    def __enter__(self):
        print("enter", self.name)
        if self.fail_enter:
            raise RuntimeError(f"cannot enter {self.name}")
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value, traceback is not None)
        if self.fail_exit:
            raise RuntimeError(f"cannot leave {self.name}")
        return kind is not None and issubclass(kind, self.swallow)


with Tracked("a") as a, Tracked("b") as b:
    print("inside", a.name, b.name)
with (
    Tracked("c", swallow=ValueError),
    Tracked("d"),
):
    raise ValueError("swallowed by c")
print("after")
try:
    with Tracked("e"):
        with Tracked("f", fail_enter=True):
            print("never")
except RuntimeError as error:
    print(error)
try:
    with Tracked("g", fail_exit=True):
        raise KeyError("original")
except RuntimeError as error:
    print(error, repr(error.__context__))


def early():
    for i in range(3):
        with Tracked(f"loop{i}"):
            if i == 0:
                continue
            return i


print(early())
class OnlyEnter:
    def __enter__(self):
        pass
class Neither:
    pass
for cls in (OnlyEnter, Neither):
    try:
        with cls():
            pass
    except TypeError as error:
        print(type(error).__name__, error)
with Tracked("target") as (holder := Tracked("x")).item:
    print(holder.item.name)
with open_missing() if False else Tracked("conditional") as t:
    print(t.name)
with Tracked("last"):
    {}["missing"]
