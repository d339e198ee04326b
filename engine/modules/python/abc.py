# abc: classes with abstract methods, and classes that others can be registered with.
# https://docs.python.org/3.11/library/abc.html


def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


def _is_abstract(thing):
    if isinstance(thing, property):
        return any(getattr(each, "__isabstractmethod__", False) for each in (thing.fget, thing.fset, thing.fdel))
    if isinstance(thing, (classmethod, staticmethod)):
        thing = thing.__func__
    return getattr(thing, "__isabstractmethod__", False)


def update_abstractmethods(cls):
    if isinstance(cls, ABCMeta):
        _note(cls)
    return cls


def _note(cls):
    names = {name for name, thing in cls.__dict__.items() if _is_abstract(thing)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(getattr(cls, name, None)):
                names.add(name)
    cls.__abstractmethods__ = frozenset(names)


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _note(cls)
        cls._abc_registry = ()
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if not issubclass(subclass, cls):
            if issubclass(cls, subclass):
                raise RuntimeError("Refusing to create an inheritance cycle")
            cls._abc_registry += (subclass,)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return answer
        return (cls in subclass.__mro__
                or any(issubclass(subclass, each) for each in cls.__dict__["_abc_registry"])
                or any(issubclass(subclass, each) for each in cls.__subclasses__()))


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def get_cache_token():
    return 0
