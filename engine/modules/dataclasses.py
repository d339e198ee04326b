# dataclasses, as programs use them. Specified in: https://docs.python.org/3.11/library/dataclasses.html


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()


class _KwOnly:
    pass


KW_ONLY = _KwOnly()


class FrozenInstanceError(AttributeError):
    pass


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _collect(cls, kw_only):
    found = {}
    for base in reversed(cls.__mro__[1:]):
        found.update(getattr(base, "__dataclass_fields__", {}) if "__dataclass_fields__" in base.__dict__ else {})
    for name, kind in cls.__dict__.get("__annotations__", {}).items():
        if kind is KW_ONLY:
            kw_only = True
            continue
        text = kind if isinstance(kind, str) else getattr(kind, "__name__", str(kind))
        if text.startswith("ClassVar") or "ClassVar[" in text:
            continue
        default = cls.__dict__.get(name, MISSING)
        each = default if isinstance(default, Field) else field(default=default)
        if isinstance(each.default, (list, dict, set)):
            raise ValueError(f"mutable default {type(each.default)} for field {name} is not allowed: "
                             "use default_factory")
        if isinstance(default, Field):
            if each.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, each.default)
        each.name, each.type = name, kind
        if each.kw_only is MISSING:
            each.kw_only = kw_only
        found[name] = each
    return found


def _listed(names):
    names = [repr(name) for name in names]
    if len(names) < 3:
        return " and ".join(names)
    return ", ".join(names[:-1]) + ", and " + names[-1]


def _make_init(cls, found, frozen):
    taken = [each for each in found.values() if each.init]
    positional = [each for each in taken if not each.kw_only]
    seen = False
    for each in positional:
        if each.default is not MISSING or each.default_factory is not MISSING:
            seen = True
        elif seen:
            raise TypeError(f"non-default argument {each.name!r} follows default argument")
    called = f"{cls.__qualname__}.__init__()"

    def __init__(self, *args, **kwargs):
        if len(args) > len(positional):
            required = sum(each.default is MISSING and each.default_factory is MISSING for each in positional)
            most = len(positional) + 1
            takes = most if required == len(positional) else f"from {required + 1} to {most}"
            raise TypeError(f"{called} takes {takes} positional argument{'s' if takes != 1 else ''} "
                            f"but {len(args) + 1} were given")
        values = {each.name: value for each, value in zip(positional, args)}
        for name, value in kwargs.items():
            if name in values:
                raise TypeError(f"{called} got multiple values for argument {name!r}")
            if not any(each.name == name for each in taken):
                raise TypeError(f"{called} got an unexpected keyword argument {name!r}")
            values[name] = value
        for only, sort in ((False, "positional"), (True, "keyword-only")):
            missing = [each.name for each in taken if each.kw_only == only and each.name not in values
                       and each.default is MISSING and each.default_factory is MISSING]
            if missing:
                raise TypeError(f"{called} missing {len(missing)} required {sort} "
                                f"argument{'s' if len(missing) > 1 else ''}: {_listed(missing)}")
        for each in found.values():
            if each.name in values:
                value = values[each.name]
            elif each.default_factory is not MISSING:
                value = each.default_factory()
            elif each.default is not MISSING and each.init:
                value = each.default
            else:
                continue
            object.__setattr__(self, each.name, value)
        after = getattr(self, "__post_init__", None)
        if after is not None:
            after()
    return __init__


def _process(cls, init, repr_, eq, order, frozen, match_args, kw_only):
    found = _collect(cls, kw_only)
    cls.__dataclass_fields__ = found
    shown = [name for name, each in found.items() if each.repr]
    compared = [name for name, each in found.items() if each.compare]

    def add(name, function):
        if name not in cls.__dict__:
            function.__name__ = name
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(cls, name, function)

    def values(instance):
        return tuple(getattr(instance, name) for name in compared)

    if init:
        add("__init__", _make_init(cls, found, frozen))
    if repr_:
        def __repr__(self):
            return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"
        add("__repr__", __repr__)
    if eq:
        def __eq__(self, other):
            return values(self) == values(other) if type(other) is type(self) else NotImplemented
        add("__eq__", __eq__)
        if frozen:
            add("__hash__", lambda self: hash(values(self)))
        elif "__hash__" not in cls.__dict__:
            cls.__hash__ = None
    if order:
        add("__lt__", lambda self, other: values(self) < values(other) if type(other) is type(self) else NotImplemented)
        add("__le__", lambda self, other: values(self) <= values(other) if type(other) is type(self) else NotImplemented)
        add("__gt__", lambda self, other: values(self) > values(other) if type(other) is type(self) else NotImplemented)
        add("__ge__", lambda self, other: values(self) >= values(other) if type(other) is type(self) else NotImplemented)
    if frozen:
        def __setattr__(self, name, value):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")

        def __delattr__(self, name):
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        cls.__setattr__, cls.__delattr__ = __setattr__, __delattr__
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(name for name, each in found.items() if each.init and not each.kw_only)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, frozen, match_args, kw_only)
    return wrap if cls is None else wrap(cls)


def fields(thing):
    try:
        return tuple(thing.__dataclass_fields__.values())
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None


def is_dataclass(thing):
    return hasattr(thing, "__dataclass_fields__")


def _plain(value, factory):
    if is_dataclass(value) and not isinstance(value, type):
        return factory([(each.name, _plain(getattr(value, each.name), factory)) for each in fields(value)])
    if isinstance(value, (list, tuple)):
        return type(value)([_plain(item, factory) for item in value])
    if isinstance(value, dict):
        return {_plain(key, factory): _plain(item, factory) for key, item in value.items()}
    return value


def asdict(instance, *, dict_factory=dict):
    if not is_dataclass(instance) or isinstance(instance, type):
        raise TypeError("asdict() should be called on dataclass instances")
    return _plain(instance, dict_factory)


def astuple(instance):
    def plain(value):
        if is_dataclass(value) and not isinstance(value, type):
            return tuple(plain(getattr(value, each.name)) for each in fields(value))
        if isinstance(value, (list, tuple)):
            return type(value)([plain(item) for item in value])
        return value
    return plain(instance)


def replace(instance, /, **changes):
    values = {each.name: getattr(instance, each.name) for each in fields(instance) if each.init}
    values.update(changes)
    return type(instance)(**values)
