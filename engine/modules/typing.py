# typing: names that can be subscripted, called and derived from; nothing is checked.
# https://docs.python.org/3.11/library/typing.html
from abc import ABCMeta
from types import GenericAlias, UnionType

TYPE_CHECKING = False


def _shown(thing):
    if thing is ...:
        return "..."
    if isinstance(thing, type) and not isinstance(thing, GenericAlias):
        return thing.__qualname__ if thing.__module__ == "builtins" else f"{thing.__module__}.{thing.__qualname__}"
    if isinstance(thing, list):
        return f"[{', '.join(map(_shown, thing))}]"
    if thing is None:
        return "None"
    return getattr(thing, "__name__", None) or repr(thing) if callable(thing) and not isinstance(
        thing, (_Form, TypeVar)) else repr(thing)


class _Form:
    # Optional, List, ...: what it stands for (a class, or a name in collections.abc), its parameters.
    def __init__(self, name, origin=None, args=()):
        self._name, self._origin, self.__args__ = name, origin, args

    @property
    def __origin__(self):
        if isinstance(self._origin, str):
            import collections.abc
            self._origin = getattr(collections.abc, self._origin, None) or getattr(__import__(
                "contextlib" if self._origin.startswith("Abstract") else "collections"), self._origin)
        return self._origin

    @property
    def __parameters__(self):
        return _variables(self.__args__)

    def __getitem__(self, parameters):
        args = parameters if isinstance(parameters, tuple) else (parameters,)
        if self._name == "Optional":
            return Union[args[0], None]
        if self._name == "Union":
            kept = []
            for each in args:
                for one in each.__args__ if isinstance(each, _Form) and each._name == "Union" else (each,):
                    one = type(None) if one is None else one
                    if one not in kept:
                        kept.append(one)
            return kept[0] if len(kept) == 1 else _Form("Union", None, tuple(kept))
        return _Form(self._name, self._origin, args)

    def __call__(self, *args, **kwargs):
        if self.__origin__ is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        return self.__origin__(*args, **kwargs)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __eq__(self, other):
        if self._name == "Union" and isinstance(other, UnionType):
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _Form):
            return NotImplemented
        if self._name == "Union":
            return set(self.__args__) == set(other.__args__) if other._name == "Union" else False
        return (self._name, self.__args__) == (other._name, other.__args__)

    def __hash__(self):
        return hash((self._name, self.__args__)) if self._name != "Union" else hash(frozenset(self.__args__))

    def __mro_entries__(self, bases):
        if self._name == "Any":
            return (object,)
        origin = self.__origin__
        if origin is None:
            raise TypeError(f"Cannot subclass {self!r}")
        return () if any(base is origin for base in bases) else (origin,)

    def __instancecheck__(self, instance):
        if self.__args__ and self._name == "Union":
            return isinstance(instance, self.__args__)
        if self.__args__ or self.__origin__ is None:
            raise TypeError("Subscripted generics cannot be used with class and instance checks" if self.__args__ else
                            f"{self!r} cannot be used with isinstance()")
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        if not self.__args__:
            return f"typing.{self._name}"
        args = self.__args__
        if self._name == "Literal":
            return f"typing.Literal[{', '.join(map(repr, args))}]"
        if self._name == "Union" and len(args) == 2 and type(None) in args:
            other = args[args[0] is type(None)]
            return f"typing.Optional[{_shown(other)}]"
        return f"typing.{self._name}[{', '.join(map(_shown, args))}]"


def _variables(args):
    found = []
    for each in args:
        for one in (each,) if isinstance(each, TypeVar) else getattr(each, "__parameters__", ()):
            if one not in found:
                found.append(one)
    return tuple(found)


(Any, ClassVar, Concatenate, Final, Literal, LiteralString, Never, NoReturn, NotRequired, Optional, Required, Self,
 TypeAlias, TypeGuard, Union, Unpack, Annotated) = map(_Form, (
     "Any", "ClassVar", "Concatenate", "Final", "Literal", "LiteralString", "Never", "NoReturn", "NotRequired",
     "Optional", "Required", "Self", "TypeAlias", "TypeGuard", "Union", "Unpack", "Annotated"))
Dict, FrozenSet, List, Set, Tuple, Type = map(_Form, ("Dict", "FrozenSet", "List", "Set", "Tuple", "Type"),
                                              (dict, frozenset, list, set, tuple, type))
(AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Collection, Container, Coroutine, Generator,
 Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping, MutableMapping, MutableSequence, MutableSet, Reversible,
 Sequence, Sized, ValuesView, Counter, ChainMap, OrderedDict) = (_Form(name, name) for name in (
     "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "Callable", "Collection", "Container",
     "Coroutine", "Generator", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping",
     "MutableMapping", "MutableSequence", "MutableSet", "Reversible", "Sequence", "Sized", "ValuesView", "Counter",
     "ChainMap", "OrderedDict"))
AbstractSet, DefaultDict, Deque, ContextManager, AsyncContextManager = map(_Form, (
    "AbstractSet", "DefaultDict", "Deque", "ContextManager", "AsyncContextManager"), (
    "Set", "defaultdict", "deque", "AbstractContextManager", "AbstractAsyncContextManager"))
Text = str


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__, self.__constraints__, self.__bound__ = name, constraints, bound
        self.__covariant__, self.__contravariant__ = covariant, contravariant

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"{'+' if self.__covariant__ else '-' if self.__contravariant__ else '~'}{self.__name__}"


class ParamSpec(TypeVar):
    @property
    def args(self):
        return _Form(f"{self.__name__}.args")

    @property
    def kwargs(self):
        return _Form(f"{self.__name__}.kwargs")


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield Unpack[self]


AnyStr = TypeVar("AnyStr", bytes, str)
IO, TextIO, BinaryIO, Pattern, Match = map(_Form, ("IO", "TextIO", "BinaryIO", "Pattern", "Match"))


class _Alias:
    # A generic class of the program with its parameters: Stack[int].
    def __init__(self, origin, args):
        self.__origin__, self.__args__ = origin, args

    @property
    def __parameters__(self):
        return _variables(self.__args__)

    def __getitem__(self, parameters):
        given = iter(parameters if isinstance(parameters, tuple) else (parameters,))
        return _Alias(self.__origin__, tuple(next(given, each) if isinstance(each, TypeVar) else each
                                             for each in self.__args__))

    def __call__(self, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __getattr__(self, name):
        if name[:2] == name[-2:] == "__":
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return (self.__origin__, self.__args__) == (other.__origin__, other.__args__)

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        return f"{_shown(self.__origin__)}[{', '.join(map(_shown, self.__args__))}]"


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, parameters):
        return _Alias(cls, parameters if isinstance(parameters, tuple) else (parameters,))


_unimportant = {"__module__", "__qualname__", "__doc__", "__dict__", "__weakref__", "__annotations__", "__init__",
                "__slots__", "__abstractmethods__", "__subclasshook__", "__class_getitem__", "__orig_bases__",
                "__parameters__", "_abc_registry", "_is_protocol", "_is_runtime", "__match_args__", "__hash__",
                "__firstlineno__"}


def _members(cls):
    return {name for base in cls.__mro__[:-1] if base.__dict__.get("_is_protocol") and base is not Protocol
            for name in (*base.__dict__, *base.__dict__.get("__annotations__", ())) if name not in _unimportant}


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls._is_protocol = "Protocol" not in globals() or Protocol in bases
        return cls

    def __call__(cls, *args, **kwargs):
        if cls._is_protocol:
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if not cls._is_protocol or type(instance) is cls or cls in type(instance).__mro__:
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        for name in _members(cls):
            if not hasattr(instance, name) or (callable(getattr(cls, name, None)) and
                                               getattr(instance, name) is None):
                return False
        return True

    def __subclasscheck__(cls, other):
        if not cls._is_protocol or cls in other.__mro__:
            return super().__subclasscheck__(other)
        if not getattr(cls, "_is_runtime", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        members = _members(cls)
        if not all(callable(getattr(cls, name, None)) for name in members):
            raise TypeError("Protocols with non-method members don't support issubclass()")
        return all(any(name in base.__dict__ for base in other.__mro__) for name in members)


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime = True
    return cls


def _supports(name, method):
    def abstract(self):
        pass
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), {method: abstract, "__module__": "typing"}))


SupportsInt, SupportsFloat, SupportsAbs, SupportsIndex, SupportsBytes, SupportsRound = map(_supports, (
    "SupportsInt", "SupportsFloat", "SupportsAbs", "SupportsIndex", "SupportsBytes", "SupportsRound"), (
    "__int__", "__float__", "__abs__", "__index__", "__bytes__", "__round__"))


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, space):
        if bases == ():
            return super().__new__(mcls, name, bases, space)
        kinds = space.get("__annotations__", {})
        defaults = []
        for field in kinds:
            if field in space:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        from collections import namedtuple
        made = namedtuple(name, kinds, defaults=[space[field] for field in defaults])
        made.__annotations__, made.__module__ = dict(kinds), space.get("__module__")
        for key, value in space.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make",
                       "_replace", "_asdict"):
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in kinds and key not in ("__annotations__", "__module__", "__classcell__", "__orig_bases__"):
                setattr(made, key, value)
        made.__qualname__ = space.get("__qualname__", name)
        for base in bases:
            if base is not _NamedTuple and base is Generic:
                made.__class_getitem__ = classmethod(_Alias)
        return made


_NamedTuple = _NamedTupleMeta("NamedTuple", (), {})


def NamedTuple(typename, fields=None, /, **kwargs):
    fields = list(kwargs.items()) if fields is None else list(fields)
    from collections import namedtuple
    made = namedtuple(typename, [name for name, _ in fields])
    made.__annotations__ = dict(fields)
    return made


NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, space, total=True):
        cls = type.__new__(mcls, name, (dict,), {key: value for key, value in space.items() if key != "__orig_bases__"})
        kinds = {}
        for base in bases:
            kinds.update(getattr(base, "__annotations__", {}))
        required = {key for base in bases for key in getattr(base, "__required_keys__", ())}
        own = space.get("__annotations__", {})
        kinds.update(own)
        cls.__annotations__, cls.__total__ = kinds, total
        for key, kind in own.items():
            kind = getattr(kind, "_name", "")
            if kind == "Required" or total and kind != "NotRequired":
                required.add(key)
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(set(kinds) - required)
        return cls

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    return _TypedDictMeta(typename, (), {"__annotations__": dict(fields or kwargs), "__module__": "__main__"}, total)


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__, self.__module__ = tp, "__main__"

    def __call__(self, value, /):
        return value

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


def cast(typ, val):
    return val


def _not_called(*args, **kwargs):
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions "
                              "outside a stub module should always be followed by an implementation that is not "
                              "@overload-ed.")


def overload(func):
    return _not_called


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    return arg


def dataclass_transform(**options):
    return lambda cls: cls


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    for each in reversed(obj.__mro__) if isinstance(obj, type) else (obj,):
        space = globalns if globalns is not None else getattr(each, "__globals__", None)
        if space is None:
            import sys
            space = getattr(sys.modules.get(getattr(each, "__module__", None)), "__dict__", {})
        for name, kind in (each.__dict__.get("__annotations__", {}) if isinstance(each, type) else
                           getattr(each, "__annotations__", {})).items():
            if isinstance(kind, str):
                import builtins
                kind = (localns or {}).get(kind, space.get(kind, getattr(builtins, kind, kind)))
            hints[name] = type(None) if kind is None else kind
    return hints


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def get_origin(tp):
    if isinstance(tp, _Form):
        return (Union if tp._name == "Union" else tp.__origin__ or tp) if tp.__args__ or tp._origin else None
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return tuple(getattr(tp, "__args__", ()))


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys
    sys.stderr.write(f"Runtime type is {type(obj).__name__!r}\n")
    return obj
