import abc
import collections.abc


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self): ...

    @property
    @abc.abstractmethod
    def name(self): ...


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


class Named:
    def __init__(self, field):
        self.field = field

    def __set_name__(self, owner, name):
        if name.startswith("_"):
            raise ValueError(f"{name} is private")


class Bag(collections.abc.Collection):
    def __len__(self):
        return 0


class Slotted:
    __slots__ = ("x",)


class Base: ...
class Derived(Base): ...


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}", getattr(error, "__notes__", ""), repr(error.__cause__))


attempt(Shape)
attempt(lambda: Square(2))
attempt(Bag)
attempt(lambda: type("Mixed", (Base, Derived), {}))
attempt(lambda: type("Private", (), {"_field": Named("f")}))
attempt(lambda: setattr(Slotted(), "y", 1))
attempt(lambda: Slotted().x)
attempt(lambda: setattr(Slotted(), "x", 1))
attempt(lambda: delattr(Base(), "missing"))
