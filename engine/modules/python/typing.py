# typing: names that can be subscripted, called and derived from; nothing is checked.
# https://docs.python.org/3.11/library/typing.html
import sys
from abc import ABCMeta, abstractmethod
from types import GenericAlias, UnionType

from _engine import make_union

TYPE_CHECKING = False


def _given(parameters):
    # What is between the brackets; a string is the name of a type, to be looked up by who asks.
    return tuple(type(None) if each is None else ForwardRef(each) if isinstance(each, str) else
                 list(_given(tuple(each))) if isinstance(each, list) else each
                 for each in (parameters if isinstance(parameters, tuple) else (parameters,)))


def _replaced(args, values):
    # The arguments, with values for the type variables among them, also further inside. What *Ts stands for is several.
    found = []
    for each in args:
        if isinstance(each, (tuple, list)):
            found.append(type(each)(_replaced(each, values)))
        elif isinstance(each, TypeVar):
            found.append(values.get(each, each))
        elif isinstance(each, _Form) and each._name == "Unpack" and isinstance(each.__args__[0], TypeVarTuple):
            found += values.get(each.__args__[0], (each,))
        elif isinstance(each, UnionType) and _variables(each.__args__):
            found.append(_union(_replaced(each.__args__, values)))
        elif getattr(each, "__parameters__", ()) and not isinstance(each, type):
            inside = []
            for one in each.__parameters__:
                inside += values.get(one, (Unpack[one],)) if isinstance(one, TypeVarTuple) else (values.get(one, one),)
            found.append(each[tuple(inside)])
        else:
            found.append(each)
    return tuple(found)


def _check_count(what, given, expected):
    if len(given) != len(expected):
        few, least = len(given) < len(expected), len(expected)
        if few and sys.version_info >= (3, 13):
            least = f"at least {sum(not each.has_default() for each in expected)}"
        raise TypeError(f"Too {'few' if few else 'many'} arguments for {what!r}; actual {len(given)}, expected {least}")


def _is_parameters(thing):
    # Of a function: what a ParamSpec can stand for.
    return thing is ... or isinstance(thing, (list, tuple, ParamSpec)) or getattr(thing, "_name", "") == "Concatenate"


def _unpacked(thing):
    # What is in *tuple[...]; None of anything else.
    if getattr(thing, "__unpacked__", False):
        return thing.__args__
    if isinstance(thing, _Form) and thing._name == "Unpack" and getattr(thing.__args__[0], "__origin__", None) is tuple:
        return thing.__args__[0].__args__
    return None


def _bound(what, given, parameters):
    # What each of the type parameters stands for; a TypeVarTuple for as many as there are.
    given, total = tuple(given), len(parameters)
    several = [each for each in parameters if isinstance(each, TypeVarTuple)]
    if len(several) > 1:
        raise TypeError(f"More than one TypeVarTuple parameter in {what!r}")
    if total == 1 and isinstance(parameters[0], ParamSpec) and given and not _is_parameters(given[0]):
        given = [*given],
    if not several:
        while len(given) < total and _has_default(parameters[len(given)]):
            given += parameters[len(given)].__default__,
        _check_count(what, given, parameters)
        return dict(zip(parameters, given))
    at = left = parameters.index(several[0])
    right, fill = total - at - 1, None
    endless = [place for place, each in enumerate(given) if (_unpacked(each) or ())[1:] == (...,)]
    if len(endless) > 1:
        raise TypeError("More than one unpacked arbitrary-length tuple argument")
    if endless:
        left, right = min(left, endless[0]), min(right, len(given) - endless[0] - 1)
        fill = _unpacked(given[endless[0]])[0]
    elif left + right > len(given):
        raise TypeError(f"Too few arguments for {what!r}; actual {len(given)}, expected at least {total - 1}")
    middle = given[left:len(given) - right]
    if not middle and _has_default(several[0]):
        default = several[0].__default__
        middle = _unpacked(default) or (default,)
        middle = (default,) if middle[1:] == (...,) else middle
    return dict(zip(parameters, (*given[:left], *[fill] * (at - left), middle, *[fill] * (total - right - at - 1),
                                 *given[len(given) - right:])))


def _has_default(parameter):
    return sys.version_info >= (3, 13) and parameter.has_default()


def _shown(thing):
    if thing is ...:
        return "..."
    if isinstance(thing, type) and not isinstance(thing, GenericAlias):
        return thing.__qualname__ if thing.__module__ == "builtins" else f"{thing.__module__}.{thing.__qualname__}"
    if isinstance(thing, list):
        return f"[{', '.join(map(_shown, thing))}]"
    return getattr(thing, "__name__", None) or repr(thing) if callable(thing) and not isinstance(
        thing, (_Form, _Alias, TypeVar, GenericAlias)) else repr(thing)


class ForwardRef:
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__, self.__forward_module__ = arg, module
        try:
            self.__forward_code__ = compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__, self.__forward_module__) == (other.__forward_arg__, other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"


if sys.version_info >= (3, 14):
    from annotationlib import ForwardRef

# Of what may be left out between the brackets since 3.13, after the first.
_defaults = {"Generator": (type(None), type(None)), "AsyncGenerator": (type(None),),
             "ContextManager": (bool | None,), "AsyncContextManager": (bool | None,)}


class _Form:
    # Optional, List, ...: what it stands for (a class, or a name in collections.abc), its parameters.
    def __init__(self, name, origin=None, args=(), empty=False):
        self._name, self._origin, self.__args__, self._empty = name, origin, args, empty

    @property
    def __origin__(self):
        if self._name == "Annotated" and self.__args__:
            return self.__args__[0]
        if isinstance(self._origin, str):
            import collections.abc
            self._origin = getattr(collections.abc, self._origin, None) or getattr(__import__(
                "contextlib" if self._origin.startswith("Abstract") else "collections"), self._origin)
        return self._origin

    @property
    def __parameters__(self):
        return _variables(self.__args__)

    @property
    def __metadata__(self):
        if self._name != "Annotated":
            raise AttributeError("__metadata__")
        return self.__args__[1:]

    def __getitem__(self, parameters):
        if self._name in ("Literal", "Annotated") and not self.__args__:
            args = parameters if isinstance(parameters, tuple) else (parameters,)
            if self._name == "Annotated":
                if len(args) < 2:
                    raise TypeError("Annotated[...] should be used with at least two arguments (a type and an "
                                    "annotation).")
                args = (*_given(args[0]), *args[1:])
                if isinstance(args[0], _Form) and args[0]._name == "Annotated":
                    args = args[0].__args__ + args[1:]
            return _Form(self._name, self._origin, args)
        args = _given(parameters)
        if self.__args__:
            if not self.__parameters__:
                raise TypeError(f"{self!r} is not a generic class")
            args = _replaced(self.__args__, _bound(self, args, self.__parameters__))
        if self._name == "Optional":
            if len(args) != 1:
                raise TypeError(f"typing.Optional requires a single type. Got {parameters!r}.")
            return Union[args[0], None]
        if self._name == "TypeForm" and len(args) != 1:
            raise TypeError(f"typing.TypeForm accepts only single type. Got {parameters!r}.")
        if self._name == "Union":
            if not args:
                raise TypeError("Cannot take a Union of no types.")
            kept = []
            for each in args:
                for one in each.__args__ if isinstance(each, _Form) and each._name == "Union" else (each,):
                    if one not in kept:
                        kept.append(one)
            return kept[0] if len(kept) == 1 else _Form("Union", None, tuple(kept))
        if sys.version_info >= (3, 13) and args:
            args += _defaults.get(self._name, ())[len(args) - 1:]
        return _Form(self._name, self._origin, args, not args)

    def __call__(self, *args, **kwargs):
        if self._name == "TypeForm" and len(args) == 1:
            return args[0]
        if self.__origin__ is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        if self._name not in ("ChainMap", "Counter", "DefaultDict", "Deque", "OrderedDict"):
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
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
            return f"typing.{self._name}{'[()]' * self._empty}"
        args = self.__args__
        if self._name == "Unpack" and sys.version_info < (3, 12):
            return f"*{_shown(args[0])}"
        if self._name == "Literal":
            return f"typing.Literal[{', '.join(map(repr, args))}]"
        if self._name == "Union" and len(args) == 2 and type(None) in args:
            other = args[args[0] is type(None)]
            return f"typing.Optional[{_shown(other)}]"
        return f"typing.{self._name}[{', '.join(map(_shown, args))}]"


def _variables(args):
    found = []
    for each in args:
        for one in ((each,) if isinstance(each, TypeVar) else _variables(each) if isinstance(each, list) else
                    _variables(each.__args__) if isinstance(each, UnionType) else
                    () if isinstance(each, type) and not isinstance(each, GenericAlias) else
                    getattr(each, "__parameters__", ())):
            if one not in found:
                found.append(one)
    return tuple(found)


class _AnyMeta(type):
    def __instancecheck__(cls, instance):
        if cls is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(instance)

    def __repr__(cls):
        return "typing.Any" if cls is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls, *args, **kwargs)


(ClassVar, Concatenate, Final, Literal, LiteralString, Never, NoReturn, NotRequired, Optional, Required, Self,
 TypeAlias, TypeGuard, Union, Unpack, Annotated) = map(_Form, (
     "ClassVar", "Concatenate", "Final", "Literal", "LiteralString", "Never", "NoReturn", "NotRequired",
     "Optional", "Required", "Self", "TypeAlias", "TypeGuard", "Union", "Unpack", "Annotated"))
if sys.version_info >= (3, 14):
    Union = UnionType


def _union(parameters):
    # What typing.Union[...] makes: one after the other, each once.
    kept = []
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    for each in _given(parameters):
        for one in each.__args__ if isinstance(each, UnionType) else (each,):
            if one not in kept:
                kept.append(one)
    return kept[0] if len(kept) == 1 else make_union(tuple(kept))


def _union_of(union, parameters):
    variables = _variables(union.__args__)
    if not variables:
        raise TypeError(f"{union!r} is not a generic class")
    return _union(_replaced(union.__args__, _bound(union, _given(parameters), variables)))


def _parameters_of(alias):
    return _variables(alias.__args__)


def _alias_of(alias, parameters):
    variables = _variables(alias.__args__)
    if not variables:
        raise TypeError(f"{alias!r} is not a generic class")
    return GenericAlias(alias.__origin__, _replaced(alias.__args__, _bound(alias, _given(parameters), variables)))


Dict, FrozenSet, List, Set, Tuple, Type = map(_Form, ("Dict", "FrozenSet", "List", "Set", "Tuple", "Type"),
                                              (dict, frozenset, list, set, tuple, type))
(AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Collection, Container, Coroutine, Generator,
 Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping, MappingView, MutableMapping, MutableSequence, MutableSet, Reversible,
 Sequence, Sized, ValuesView, Counter, ChainMap, OrderedDict) = (_Form(name, name) for name in (
     "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable", "Callable", "Collection", "Container",
     "Coroutine", "Generator", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping",
     "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Reversible", "Sequence", "Sized", "ValuesView", "Counter",
     "ChainMap", "OrderedDict"))
AbstractSet, DefaultDict, Deque, ContextManager, AsyncContextManager = map(_Form, (
    "AbstractSet", "DefaultDict", "Deque", "ContextManager", "AsyncContextManager"), (
    "Set", "defaultdict", "deque", "AbstractContextManager", "AbstractAsyncContextManager"))
Text = str


class _NoDefaultType:
    __slots__, __module__, __qualname__ = (), "builtins", "NoDefaultType"

    def __new__(cls):
        return _NoDefault

    def __repr__(self):
        return "typing.NoDefault"


_NoDefaultType.__name__ = "NoDefaultType"
_NoDefault = object.__new__(_NoDefaultType)


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=_NoDefault):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self.__name__, self.__constraints__ = name, _given(constraints)
        self.__bound__ = None if bound is None else _given(bound)[0]
        self.__covariant__, self.__contravariant__ = covariant, contravariant
        self.__infer_variance__ = infer_variance
        if default is not _NoDefault:
            self.__default__ = type(None) if default is None else default

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        if self.__dict__.get("__infer_variance__"):
            return self.__name__
        return f"{'+' if self.__covariant__ else '-' if self.__contravariant__ else '~'}{self.__name__}"


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((type(self), self.__origin__))

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._part}"

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecArgs(_ParamSpecPart):
    _part = "args"


class ParamSpecKwargs(_ParamSpecPart):
    _part = "kwargs"


class ParamSpec(TypeVar):
    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(TypeVar):
    if sys.version_info < (3, 15):
        def __init__(self, name, *, default=_NoDefault):
            super().__init__(name, default=default)

        def __repr__(self):
            return self.__name__

    def __iter__(self):
        yield Unpack[self]


AnyStr = TypeVar("AnyStr", bytes, str)
Pattern, Match = map(_Form, ("Pattern", "Match"))


class _Alias:
    # A generic class of the program with its parameters: Stack[int].
    def __init__(self, origin, args):
        self.__origin__, self.__args__, self.__module__ = origin, args, origin.__module__

    @property
    def __parameters__(self):
        return _variables(self.__args__)

    def __getitem__(self, parameters):
        variables, given = self.__parameters__, _given(parameters)
        if not variables:
            raise TypeError(f"{self!r} is not a generic class")
        return _Alias(self.__origin__, _replaced(self.__args__, _bound(self, given, variables)))

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


def _check_defaults(parameters):
    # Those with a default come last, and not after *Ts.
    defaults = several = False
    for each in parameters:
        if not isinstance(each, TypeVar):
            several = True
        elif _has_default(each):
            if several:
                raise TypeError("Type parameter with a default follows TypeVarTuple")
            defaults = True
        elif defaults:
            raise TypeError(f"Type parameter {each!r} without a default follows type parameter with a default")


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, parameters):
        args = _given(parameters)
        if cls is Generic or cls is Protocol:
            if not all(isinstance(each, TypeVar) or getattr(each, "_name", "") == "Unpack" for each in args):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                                "specification variables.")
            if len(set(args)) != len(args):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            _check_defaults(args)
            return _Alias(cls, args)
        if not cls.__parameters__:
            raise TypeError(f"{cls!r} is not a generic class")
        found = []
        for each, value in _bound(cls, args, cls.__parameters__).items():
            found += value if isinstance(each, TypeVarTuple) else (value,)
        return _Alias(cls, tuple(found))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if Generic in (bases or cls.__bases__) and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        found, declared = _variables(bases or ()), None
        for base in bases or ():
            if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol):
                if declared is not None and base.__origin__ is Generic:
                    raise TypeError("Cannot inherit from Generic[...] multiple types.")
                declared = base.__parameters__
        if declared is not None:
            missing = [repr(each) for each in found if each not in declared]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(missing)}) are not listed in "
                                f"Generic[{', '.join(map(repr, declared))}]")
        cls.__parameters__ = found if declared is None else declared


_unimportant = {"__module__", "__qualname__", "__doc__", "__dict__", "__weakref__", "__annotations__", "__init__",
                "__slots__", "__abstractmethods__", "__subclasshook__", "__class_getitem__", "__orig_bases__",
                "__parameters__", "__init_subclass__", "_abc_registry", "_is_protocol", "_is_runtime", "__match_args__", "__hash__",
                "__firstlineno__", "__static_attributes__", "__annotate__", "__annotate_func__",
                "__annotations_cache__", "__protocol_attrs__", "__type_params__"}


def _annotations(cls):
    if sys.version_info < (3, 14):
        return cls.__dict__.get("__annotations__", {})
    from annotationlib import Format, get_annotations
    return get_annotations(cls, format=Format.FORWARDREF)


def _declared(space):
    # The annotations in the namespace of a class that is being made.
    if "__annotations__" in space or sys.version_info < (3, 14):
        return space.get("__annotations__", {})
    from annotationlib import Format, call_annotate_function, get_annotate_from_class_namespace
    annotate = get_annotate_from_class_namespace(space)
    return call_annotate_function(annotate, Format.FORWARDREF) if annotate else {}


def _members(cls):
    if "__protocol_attrs__" in cls.__dict__:
        return cls.__protocol_attrs__
    return {name for base in cls.__mro__[:-1] if base.__dict__.get("_is_protocol") and base is not Protocol
            for name in (*base.__dict__, *_annotations(base)) if name not in _unimportant}


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls._is_protocol = "Protocol" not in globals() or Protocol in bases
        if cls._is_protocol and "Protocol" in globals() and sys.version_info >= (3, 12):
            cls.__protocol_attrs__ = _members(cls)
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


(SupportsInt, SupportsFloat, SupportsComplex, SupportsAbs, SupportsIndex, SupportsBytes, SupportsRound) = map(_supports, (
    "SupportsInt", "SupportsFloat", "SupportsComplex", "SupportsAbs", "SupportsIndex", "SupportsBytes", "SupportsRound"), (
    "__int__", "__float__", "__complex__", "__abs__", "__index__", "__bytes__", "__round__"))


from _typing_records import NamedTuple, TypedDict, _TypedDictMeta

if sys.version_info >= (3, 15):
    from _typing_records import NoExtraItems


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


_overloads = {}


def overload(func):
    inside = getattr(func, "__func__", func)
    try:
        known = _overloads.setdefault(inside.__module__, {}).setdefault(inside.__qualname__, {})
        known[inside.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _not_called


def get_overloads(func):
    inside = getattr(func, "__func__", func)
    return list(_overloads.get(inside.__module__, {}).get(inside.__qualname__, {}).values())


def clear_overloads():
    _overloads.clear()


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


def _resolved(kind, globals, locals, extras):
    # The type that is meant, with what names stand for, also further inside.
    if isinstance(kind, str):
        kind = ForwardRef(kind)
    if isinstance(kind, ForwardRef):
        return _resolved(eval(kind.__forward_code__, globals, locals), globals, locals, extras)
    if kind is None:
        return type(None)
    if isinstance(kind, list):
        return [_resolved(each, globals, locals, extras) for each in kind]
    if not isinstance(kind, (_Form, _Alias, GenericAlias, UnionType)) or not kind.__args__:
        return kind
    name = getattr(kind, "_name", "")
    if name == "Literal":
        return kind
    if name in ("Annotated", "Required", "NotRequired", "ReadOnly"):
        inside = _resolved(kind.__args__[0], globals, locals, extras)
        return _Form(name, None, (inside, *kind.__args__[1:])) if extras else inside
    args = tuple(_resolved(each, globals, locals, extras) for each in kind.__args__)
    if args == kind.__args__:
        return kind
    return (Union[args] if name == "Union" or isinstance(kind, UnionType) else
            _Form(name, kind._origin, args) if isinstance(kind, _Form) else
            _Alias(kind.__origin__, args) if isinstance(kind, _Alias) else kind.__origin__[args])


def _hints(obj, format):
    from annotationlib import get_annotations
    return get_annotations(obj, format=1 if format is None else format)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=None):
    hints = {}
    for each in reversed(obj.__mro__) if isinstance(obj, type) else (obj,):
        space = globalns if globalns is not None else getattr(each, "__globals__", None)
        if space is None:
            space = getattr(sys.modules.get(getattr(each, "__module__", None)), "__dict__", {})
        for name, kind in (_hints(each, format) if sys.version_info >= (3, 14) else
                           each.__dict__.get("__annotations__", {}) if isinstance(each, type) else
                           getattr(each, "__annotations__", {})).items():
            hints[name] = _resolved(kind, space, (dict(vars(each)) if isinstance(each, type) else space)
                                    if localns is None else localns, include_extras)
    return hints


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def get_origin(tp):
    if isinstance(tp, _Form):
        if tp._name == "Union" and tp.__args__:
            return Union
        if tp._name == "Annotated" and tp.__args__:
            return Annotated
        return tp.__origin__ or (_Form(tp._name) if tp.__args__ else None)
    return Generic if tp is Generic else getattr(tp, "__origin__", None)


def get_args(tp):
    if isinstance(tp, _Form) and not tp.__args__:
        return ()
    return tuple(getattr(tp, "__args__", ()))


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys
    sys.stderr.write(f"Runtime type is {type(obj).__name__!r}\n")
    return obj


if sys.version_info >= (3, 15):
    TypeForm = _Form("TypeForm")

    def disjoint_base(cls):
        cls.__disjoint_base__ = True
        return cls

if sys.version_info >= (3, 12):
    def override(method, /):
        try:
            method.__override__ = True
        except (AttributeError, TypeError):
            pass
        return method

if sys.version_info >= (3, 13):
    ReadOnly, TypeIs = _Form("ReadOnly"), _Form("TypeIs")
    if sys.version_info >= (3, 15):
        TypeForm = _Form("TypeForm")

    def get_protocol_members(tp, /):
        if not is_protocol(tp):
            raise TypeError(f"{tp!r} is not a Protocol")
        return frozenset(_members(tp))

    def is_protocol(tp, /):
        return isinstance(tp, type) and bool(getattr(tp, "_is_protocol", False)) and tp is not Protocol


# What PEP 695 makes: a type parameter or an alias, of which what it stands for is evaluated when it
# is asked for.
def _variable_getattr(self, name):
    evaluate = self.__dict__.get("_lazy", {}).get(name)
    if evaluate is None:
        if name == "__default__" and sys.version_info >= (3, 13):
            return _NoDefault
        raise AttributeError(f"'typing.{type(self).__name__}' object has no attribute '{name}'")
    value = evaluate()
    setattr(self, name, value)
    return value


def _type_param(kind, name, bound, constrained, default):
    made = object.__new__((TypeVar, ParamSpec, TypeVarTuple)[kind])
    made.__name__, made.__constraints__, made.__bound__ = name, (), None
    made.__covariant__ = made.__contravariant__ = False
    made.__infer_variance__ = True
    made._lazy = {}
    if bound is not None:
        attribute = "__constraints__" if constrained else "__bound__"
        delattr(made, attribute)
        made._lazy[attribute] = bound
    if default is not None:
        made._lazy["__default__"] = default
    return made


def _generic_base(params):
    return Generic[tuple(Unpack[each] if isinstance(each, TypeVarTuple) else each for each in params)]


def _type_alias(name, params, evaluate):
    alias = object.__new__(TypeAliasType)
    alias.__name__, alias.__type_params__, alias._evaluate = name, params, evaluate
    alias.__module__ = evaluate.__module__
    return alias


if sys.version_info >= (3, 12):
    class TypeAliasType:
        def __new__(cls, name, value, *, type_params=()):
            alias = _type_alias(name, type_params, lambda: value)
            alias.__value__ = value
            return alias

        def __getattr__(self, name):
            if name == "__value__":
                self.__value__ = self._evaluate()
                return self.__value__
            if name == "__qualname__" and sys.version_info >= (3, 15):
                return self.__name__
            raise AttributeError(f"'typing.TypeAliasType' object has no attribute '{name}'")

        @property
        def __parameters__(self):
            return tuple(Unpack[each] if isinstance(each, TypeVarTuple) else each
                         for each in self.__type_params__)

        def __getitem__(self, parameters):
            if not self.__type_params__:
                raise TypeError("Only generic type aliases are subscriptable")
            return GenericAlias(self, parameters)

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]

        def __repr__(self):
            return self.__name__

if sys.version_info >= (3, 13):
    def _knows_default(self):
        # (Without evaluating it.)
        return "__default__" in self.__dict__ or "__default__" in self.__dict__.get("_lazy", ())

    _knows_default.__name__ = _knows_default.__qualname__ = "has_default"
    TypeVar.has_default = _knows_default
    NoDefault = _NoDefault

TypeVar.__getattr__ = _variable_getattr


def _stream(names):
    def method(name):
        def needed(self, *args):
            pass
        needed.__name__, needed.__qualname__ = name, f"IO.{name}"
        return abstractmethod(needed)
    return {name: method(name) for name in names.split()}


class IO(Generic[AnyStr]):
    __slots__ = ()
    vars().update(_stream("close fileno flush isatty read readable readline readlines seek seekable tell truncate writable "
                          "write writelines __enter__ __exit__"))
    mode, name, closed = (property(each) for each in _stream("mode name closed").values())


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()
    buffer, encoding, errors, line_buffering, newlines = (
        property(each) for each in _stream("buffer encoding errors line_buffering newlines").values())


if sys.version_info >= (3, 14):
    def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=None):
        options = {} if format is None else {"format": format}
        value = forward_ref.evaluate(globals=globals, locals=locals, type_params=type_params, owner=owner, **options)
        return type(None) if value is None else ForwardRef(value) if isinstance(value, str) else value

__all__ = [name for name in """
    Annotated Any Callable ClassVar Concatenate Final ForwardRef Generic Literal Optional ParamSpec Protocol Tuple
    Type TypeVar TypeVarTuple Union AbstractSet Container ContextManager Hashable ItemsView Iterable Iterator
    KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Sequence Sized ValuesView Awaitable
    AsyncIterator AsyncIterable Coroutine Collection AsyncGenerator AsyncContextManager Reversible SupportsAbs
    SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound ChainMap Counter Deque Dict
    DefaultDict List OrderedDict Set FrozenSet NamedTuple TypedDict Generator BinaryIO IO Match Pattern TextIO
    AnyStr assert_type assert_never cast clear_overloads dataclass_transform final get_args get_origin get_overloads
    get_type_hints is_typeddict LiteralString Never NewType no_type_check NoReturn NotRequired overload
    ParamSpecArgs ParamSpecKwargs Required reveal_type runtime_checkable Self Text TYPE_CHECKING TypeAlias TypeGuard
    Unpack evaluate_forward_ref get_protocol_members is_protocol NoDefault override ReadOnly TypeIs TypeAliasType
    disjoint_base NoExtraItems TypeForm
""".split() if name in globals()]
