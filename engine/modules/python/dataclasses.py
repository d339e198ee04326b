# dataclasses. Specified in: https://docs.python.org/3.11/library/dataclasses.html
from _engine import GenericAlias as _GenericAlias
import sys
from _engine import execute
from types import MappingProxyType


class _MISSING_TYPE:
    if sys.version_info >= (3, 15):
        def __repr__(self):
            return "MISSING"


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


def _annotation(value):
    # As inspect.formatannotation() has it.
    if getattr(value, "__module__", None) == "typing":
        return repr(value).replace("typing.", "")
    if isinstance(value, type) and not hasattr(value, "__args__"):
        return value.__qualname__ if value.__module__ == "builtins" else f"{value.__module__}.{value.__qualname__}"
    return repr(value)


def _docstring(cls, fields):
    parameters = []
    for each in sorted(fields, key=lambda each: each.kw_only):
        if each.kw_only and "*" not in parameters:
            parameters.append("*")
        text = f"{each.name}: {_annotation(each.type)}"
        if each.default is not MISSING:
            text += f" = {each.default!r}"
        elif each.default_factory is not MISSING:
            text += " = <factory>"
        parameters.append(text)
    return f"{cls.__name__}({', '.join(parameters)})"


class _KW_ONLY_TYPE:
    pass


MISSING, KW_ONLY, _factory = _MISSING_TYPE(), _KW_ONLY_TYPE(), _HAS_DEFAULT_FACTORY_CLASS()


class FrozenInstanceError(AttributeError):
    pass


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)

    def __repr__(self):
        is_class = isinstance(self.type, type) and type(self.type) is not type(list[int])
        return f"dataclasses.InitVar[{self.type.__name__ if is_class else repr(self.type)}]"


_has_doc = sys.version_info >= (3, 14)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 "_field_type", *["doc"] * _has_doc)
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc=None):
        self.name = self.type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        empty = frozendict() if sys.version_info >= (3, 15) else MappingProxyType({})
        self.metadata = empty if metadata is None else MappingProxyType(metadata)
        self.kw_only, self._field_type = kw_only, None
        if _has_doc:
            self.doc = doc

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), "__set_name__", None)
        if method:
            method(self.default, owner, name)

    def __repr__(self):
        if id(self) in _showing:
            return "..."
        _showing.add(id(self))
        try:
            return self._shown()
        finally:
            _showing.discard(id(self))

    def _shown(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only",
                 *["doc"] * _has_doc)
        return f"Field({','.join(f'{name}={getattr(self, name)!r}' for name in names)},_field_type={self._field_type})"

    def _optional(self):
        return self.default is not MISSING or self.default_factory is not MISSING


def _field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
           metadata=None, kw_only=MISSING, doc=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


if _has_doc:
    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
              metadata=None, kw_only=MISSING, doc=None):
        return _field(default=default, default_factory=default_factory, init=init, repr=repr, hash=hash,
                      compare=compare, metadata=metadata, kw_only=kw_only, doc=doc)
else:
    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
              metadata=None, kw_only=MISSING):
        return _field(default=default, default_factory=default_factory, init=init, repr=repr, hash=hash,
                      compare=compare, metadata=metadata, kw_only=kw_only)


class _DataclassParams:
    def __init__(self, **values):
        self.__dict__.update(values)

    def __repr__(self):
        return f"_DataclassParams({','.join(f'{name}={value!r}' for name, value in vars(self).items())})"


def _is(kind, name, module, cls):
    # Is an annotation ClassVar, InitVar or KW_ONLY, spelt in any way? A text is, if it names that where the class is.
    if isinstance(kind, str):
        first, dot, rest = kind.partition("[")[0].strip().partition(".")
        named = getattr(sys.modules.get(cls.__module__), first.strip(), None)
        if dot:
            if getattr(named, "__name__", None) != module or named is not sys.modules.get(module):
                return False
            return rest.partition(".")[0].strip() == name
        kind = named
    if name == "ClassVar":
        return repr(kind).startswith("typing.ClassVar")
    if name == "InitVar":
        return kind is InitVar or type(kind) is InitVar
    return kind is KW_ONLY


def _annotations(cls):
    if sys.version_info < (3, 14):
        return cls.__dict__.get("__annotations__", {})
    from annotationlib import Format, get_annotations
    return get_annotations(cls, format=Format.FORWARDREF)


def _collect(cls, kw_only):
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        found.update(base.__dict__.get("__dataclass_fields__", {}))
    own, marked = _annotations(cls), False
    for name, kind in own.items():
        if _is(kind, "KW_ONLY", "dataclasses", cls):
            if marked:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only = marked = True
            continue
        default = getattr(cls, name, MISSING)
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        each = default if isinstance(default, Field) else field(default=default)
        each.name, each.type = name, kind
        each._field_type = ("_FIELD_CLASSVAR" if _is(kind, "ClassVar", "typing", cls) else
                            "_FIELD_INITVAR" if _is(kind, "InitVar", "dataclasses", cls) else "_FIELD")
        if each._field_type != "_FIELD" and each.default_factory is not MISSING:
            raise TypeError(f"field {name} cannot have a default factory")
        if each._field_type == "_FIELD_CLASSVAR":
            if each.kw_only is not MISSING:
                raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
        elif each.kw_only is MISSING:
            each.kw_only = kw_only
        if each._field_type == "_FIELD" and type(each.default).__hash__ is None:
            raise ValueError(f"mutable default {type(each.default)} for field {name} is not allowed: "
                             "use default_factory")
        if isinstance(cls.__dict__.get(name), Field):
            if each.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, each.default)
        found[name] = each
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in own:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return found


def _define(cls, name, parameters, body, space=None):
    space = {"__name__": cls.__module__, **(space or {})}
    execute(f"def {name}({parameters}):\n" + "".join(f" {line}\n" for line in body), space)
    function = space[name]
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    return function


def _make_init(cls, found, frozen, slots):
    taken = [each for each in found.values() if each._field_type != "_FIELD_CLASSVAR"]
    shown = [each for each in taken if each.init]
    optional = None
    for each in shown:
        if each.kw_only:
            continue
        if each._optional():
            optional = each.name
        elif optional:
            raise TypeError(f"non-default argument {each.name!r} follows default argument" +
                            f" {optional!r}" * (sys.version_info >= (3, 12)))
    me = "__dataclass_self__" if "self" in found else "self"
    space = {"__object_setattr": object.__setattr__, "__factory": _factory}
    annotations, body, after = {}, [], []
    for each in taken:
        name, value = each.name, each.name
        if each.init and each.default is not MISSING:
            space[f"__default_{name}"] = each.default
        if each.default_factory is not MISSING:
            space[f"__make_{name}"] = each.default_factory
            value = f"__make_{name}() if {name} is __factory else {name}" if each.init else f"__make_{name}()"
        elif not each.init:
            if each.default is MISSING or not slots:
                continue
            space[f"__default_{name}"] = each.default
            value = f"__default_{name}"
        if each._field_type == "_FIELD_INITVAR":
            after.append(name)
        elif frozen:
            body.append(f"__object_setattr({me}, {name!r}, {value})")
        else:
            body.append(f"{me}.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append(f"{me}.__post_init__({', '.join(after)})")

    def parameter(each):
        annotations[each.name] = each.type
        if each.default is not MISSING:
            return f"{each.name}=__default_{each.name}"
        return f"{each.name}=__factory" if each.default_factory is not MISSING else each.name
    parameters = [me, *(parameter(each) for each in shown if not each.kw_only)]
    keyword = [parameter(each) for each in shown if each.kw_only]
    if keyword:
        parameters += ["*", *keyword]
    function = _define(cls, "__init__", ", ".join(parameters), body or ["pass"], space)
    if sys.version_info < (3, 14):
        function.__annotations__ = {**annotations, "return": None}
    else:
        function.__annotate__ = _annotate(cls, annotations)
    return function


def _annotate(cls, names):
    # Of a method: what the classes say of its parameters, asked for when it is.
    def __annotate__(format, /):
        from annotationlib import get_annotations
        if format not in (1, 3, 4):
            raise NotImplementedError(format)
        known = {}
        for base in reversed(cls.__mro__):
            known.update(get_annotations(base, format=format))
        found = {name: known[name] for name in names if name in known}
        return {**found, "return": "None" if format == 4 else None}
    __annotate__.__qualname__ = f"{cls.__qualname__}.__init__.__annotate__"
    return __annotate__


_showing = set()


def _make_repr(cls, names):
    def __repr__(self):
        if id(self) in _showing:
            return "..."
        _showing.add(id(self))
        try:
            return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"
        finally:
            _showing.discard(id(self))
    __repr__.__qualname__ = f"{cls.__qualname__}.__repr__"
    __repr__._of_dataclass = True  # for pprint
    return __repr__


def _tuple(me, names):
    return f"({''.join(f'{me}.{name}, ' for name in names)})"


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    found = _collect(cls, kw_only)
    parents = [base.__dict__.get("__dataclass_params__") for base in cls.__mro__[1:]]
    parents = [each for each in parents if each is not None]
    if parents:
        if frozen and not any(each.frozen for each in parents):
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
        if not frozen and any(each.frozen for each in parents):
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    later = dict(match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
    cls.__dataclass_fields__, cls.__dataclass_params__ = found, _DataclassParams(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
        **later if sys.version_info >= (3, 12) else {})
    own_hash = cls.__dict__.get("__hash__", MISSING)
    explicit_hash = not (own_hash is MISSING or own_hash is None and "__eq__" in cls.__dict__)
    kept = [each for each in found.values() if each._field_type == "_FIELD"]
    compared = [each.name for each in kept if each.compare]

    def add(function):
        if function.__name__ in cls.__dict__:
            return True
        setattr(cls, function.__name__, function)
    if init:
        add(_make_init(cls, found, frozen, slots))
    if repr:
        add(_make_repr(cls, [each.name for each in kept if each.repr]))
    mine, other = _tuple("self", compared), _tuple("other", compared)

    def comparison(name, symbol):
        return _define(cls, name, "self, other", ["if other.__class__ is self.__class__:",
                                                  f" return {mine} {symbol} {other}", "return NotImplemented"])
    if eq:
        add(comparison("__eq__", "=="))
    if order:
        for name, symbol in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if add(comparison(name, symbol)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}"
                                f"{' ' if sys.version_info >= (3, 13) else '. '}"
                                "Consider using functools.total_ordering")
    if frozen:
        names = {each.name for each in kept}

        def __setattr__(self, name, value):
            if type(self) is cls or name in names:
                raise FrozenInstanceError(f"cannot assign to field {name!r}")
            super(cls, self).__setattr__(name, value)

        def __delattr__(self, name):
            if type(self) is cls or name in names:
                raise FrozenInstanceError(f"cannot delete field {name!r}")
            super(cls, self).__delattr__(name)
        for function in (__setattr__, __delattr__):
            function.__qualname__ = f"{cls.__qualname__}.{function.__name__}"
            if add(function):
                raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")
    hashed = [each.name for each in kept if (each.compare if each.hash is None else each.hash)]
    if unsafe_hash:
        if explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = _define(cls, "__hash__", "self", [f"return hash({_tuple('self', hashed)})"])
    elif eq and not explicit_hash:
        cls.__hash__ = (_define(cls, "__hash__", "self", [f"return hash({_tuple('self', hashed)})"])
                        if frozen else None)
    if sys.version_info >= (3, 13):
        add(_define(cls, "__replace__", "self, /, **changes", ["return __replaced(self, **changes)"], {
            "__replaced": _replaced}))
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(each.name for each in found.values()
                                   if each._field_type != "_FIELD_CLASSVAR" and each.init and not each.kw_only)
    if cls.__doc__ is None:
        given = [each for each in found.values() if each.init and each._field_type != "_FIELD_CLASSVAR"]
        if (3, 14) <= sys.version_info < (3, 15):  # (since then it is made when it is asked for)
            from annotationlib import Format, get_annotations
            get_annotations(cls.__init__, format=Format.FORWARDREF)
        cls.__doc__ = _docstring(cls, given if init else [])
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _with_slots(cls, {each.name: getattr(each, "doc", None) for each in kept}, frozen, weakref_slot)
    if "abc" in type(cls).__module__:
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        # What has no __slots__ has a place for its attributes and for weak references.
        return ("__dict__", "__weakref__") if sys.version_info >= (3, 12) else ()
    if isinstance(slots, str):
        return slots,
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return slots


def _with_slots(cls, names, frozen, weakref_slot):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    space = dict(cls.__dict__)
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _slots_of(base)}
    wanted = {**names, "__weakref__": None} if weakref_slot else names
    wanted = {name: doc for name, doc in wanted.items() if name not in inherited}
    # Who asks for documentation finds it there.
    space["__slots__"] = wanted if any(wanted.values()) else tuple(wanted)
    for name in (*names, "__dict__", "__weakref__"):
        space.pop(name, None)
    space["__qualname__"] = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, space)
    _refer(space.values(), cls, made)
    return made


def _refer(values, old, new):
    # super() and __class__ in the methods mean the class that they end up in.
    for value in values:
        function = getattr(value, "__func__", getattr(value, "fget", value))
        annotate = getattr(function, "__annotate__", None)
        for cell in (getattr(function, "__closure__", None) or ()) + (getattr(annotate, "__closure__", None) or ()):
            try:
                if cell.cell_contents is old:
                    cell.cell_contents = new
            except ValueError:
                pass


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(each for each in found.values() if each._field_type == "_FIELD")


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _is_instance(obj):
    return not isinstance(obj, type) and is_dataclass(obj)


def _plain(value, dataclass_value):
    def plain(each):
        return _plain(each, dataclass_value)
    if _is_instance(value):
        return dataclass_value(value, plain)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*map(plain, value))
    if isinstance(value, (list, tuple)):
        return type(value)(map(plain, value))
    if isinstance(value, dict):
        pairs = [(plain(key), plain(item)) for key, item in value.items()]
        return type(value)(value.default_factory, pairs) if hasattr(type(value), "default_factory") or hasattr(
            value, "default_factory") else type(value)(pairs)
    from copy import deepcopy
    return deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _plain(obj, lambda value, plain: dict_factory(
        [(each.name, plain(getattr(value, each.name))) for each in fields(value)]))


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _plain(obj, lambda value, plain: tuple_factory(
        [plain(getattr(value, each.name)) for each in fields(value)]))


_wrong_field = TypeError if sys.version_info >= (3, 13) else ValueError


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replaced(obj, **changes)


def _replaced(obj, /, **changes):
    for each in obj.__dataclass_fields__.values():
        if each._field_type == "_FIELD_CLASSVAR":
            continue
        if not each.init:
            if each.name in changes:
                raise _wrong_field(f"field {each.name} is declared with init=False, it cannot be specified with replace()")
        elif each.name not in changes:
            if each._field_type == "_FIELD_INITVAR" and each.default is MISSING:
                raise _wrong_field(f"InitVar {each.name!r} must be specified with replace()")
            changes[each.name] = getattr(obj, each.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    space = dict(namespace or {})
    space["__annotations__"] = annotations = {}
    space.setdefault("__module__", "__main__" if sys.version_info >= (3, 12) else "types")
    from keyword import iskeyword
    for each in fields:
        if isinstance(each, str):
            each = (each, "typing.Any")
        elif len(each) not in (2, 3):
            raise TypeError(f"Invalid field: {each!r}")
        name = each[0]
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[each[0]] = each[1]
        if len(each) == 3:
            space[each[0]] = each[2]
    from types import new_class
    made = new_class(cls_name, bases, {}, lambda own: own.update(space))
    return dataclass(made, **options)

__all__ = [name for name in """
    dataclass field Field FrozenInstanceError InitVar KW_ONLY MISSING fields asdict astuple make_dataclass replace
    is_dataclass
""".split() if name in globals()]
