# typing: names only. What is subscripted is itself again; nothing is checked. The names are those of
# https://docs.python.org/3.11/library/typing.html
TYPE_CHECKING = False


class _Name:
    def __init__(self, name):
        self._name = name

    def __getitem__(self, parameters):
        return self

    def __call__(self, *args, **kwargs):
        return self

    def __or__(self, other):
        return self

    def __ror__(self, other):
        return self

    def __mro_entries__(self, bases):
        return ()

    def __repr__(self):
        return f"typing.{self._name}"


(Any, AnyStr, AsyncContextManager, AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, ClassVar,
 Collection, Concatenate, Container, ContextManager, Coroutine, DefaultDict, Deque, Dict, Final, FrozenSet, Generator,
 Generic, Hashable, Iterable, Iterator, List, Literal, LiteralString, Mapping, MutableMapping, MutableSequence, Never,
 NoReturn, NotRequired, Optional, Protocol, Required, Self, Sequence, Set, Sized, SupportsFloat, SupportsInt, Text,
 Tuple, Type, TypeAlias, TypeGuard, Union, Unpack, Annotated, Counter, OrderedDict, Reversible) = map(_Name, (
     "Any", "AnyStr", "AsyncContextManager", "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable",
     "Callable", "ClassVar", "Collection", "Concatenate", "Container", "ContextManager", "Coroutine", "DefaultDict",
     "Deque", "Dict", "Final", "FrozenSet", "Generator", "Generic", "Hashable", "Iterable", "Iterator", "List",
     "Literal", "LiteralString", "Mapping", "MutableMapping", "MutableSequence", "Never", "NoReturn", "NotRequired",
     "Optional", "Protocol", "Required", "Self", "Sequence", "Set", "Sized", "SupportsFloat", "SupportsInt", "Text",
     "Tuple", "Type", "TypeAlias", "TypeGuard", "Union", "Unpack", "Annotated", "Counter", "OrderedDict",
     "Reversible"))


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name

    def __repr__(self):
        return f"~{self.__name__}"


ParamSpec = TypeVarTuple = TypeVar


def NewType(name, kind):
    return lambda value: value


def NamedTuple(typename, fields):
    from collections import namedtuple
    return namedtuple(typename, [name for name, _ in fields])


def TypedDict(typename, fields=None, *, total=True):
    return dict


def cast(kind, value):
    return value


def overload(function):
    return function


def final(thing):
    return thing


def no_type_check(thing):
    return thing


def runtime_checkable(cls):
    return cls


def get_type_hints(thing):
    return dict(getattr(thing, "__annotations__", {}))


def assert_never(value):
    raise AssertionError(f"Expected code to be unreachable, but got: {value!r}")


def reveal_type(value):
    return value
