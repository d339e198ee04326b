class Base:
    registry = []

    def __init_subclass__(cls, *, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag or cls.__name__.lower()
        Base.registry.append(cls.__name__)

    def __init__(self, **kwargs):
        print("Base.__init__", sorted(kwargs))
        self.kwargs = kwargs

    def describe(self):
        return [Base.__name__]


class Loud(Base, tag="LOUD"):
    def __init__(self, *, volume=11, **kwargs):
        print("Loud.__init__", volume)
        super().__init__(**kwargs)
        self.volume = volume

    def describe(self):
        return ["Loud"] + super().describe()


class Quick(Base):
    def __init__(self, *, speed=1, **kwargs):
        print("Quick.__init__", speed)
        super().__init__(**kwargs)
        self.speed = speed

    def describe(self):
        return ["Quick"] + super().describe()


class Both(Loud, Quick):
    def describe(self):
        return ["Both"] + super().describe()


class More(Both, tag="m"):
    def describe(self):
        return ["More"] + super(Both, self).describe()


b = Both(volume=3, speed=9, colour="red")
print(b.describe(), b.volume, b.speed, b.kwargs)
print([c.__name__ for c in Both.__mro__], Both.tag, Loud.tag, More.tag)
print(More().describe(), Base.registry, Both.__bases__, More.__base__)
print(issubclass(More, Quick), isinstance(b, (int, Loud)), issubclass(Loud, Quick), Both.mro() == list(Both.__mro__))
try:
    class Wrong(Base, Both):
        pass
except TypeError as error:
    print(error)
try:
    class Bad(Base, flavour="x"):
        pass
except TypeError as error:
    print(error)
try:
    Both(1)
except TypeError as error:
    print(error)
print(super(Quick, b).describe())
