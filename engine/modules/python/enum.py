# enum. Specified in: https://docs.python.org/3.11/library/enum.html
import sys
from types import MappingProxyType

property = property
_unset = object()


class auto:
    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f"auto({'' if self.value is _unset else self.value!r})"


class member:
    def __init__(self, value):
        self.value = value


class nonmember(member):
    pass


def _is_flag(cls):
    return "Flag" in globals() and issubclass(cls, Flag)


def _special(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__"


def _is_descriptor(value):
    return isinstance(value, (classmethod, staticmethod, property)) or any(
        hasattr(value, name) for name in ("__get__", "__set__", "__delete__"))


class _Space(dict):
    # The namespace of the class statement: notes the members, gives auto() its value.
    def __init__(self, name, next_value):
        super().__init__()
        self.cls_name, self.next_value = name, next_value
        self.members, self.values, self.auto_called = {}, [], False

    def __setitem__(self, key, value):
        if key.startswith(f"_{self.cls_name}__") or _special(key):
            pass
        elif len(key) > 2 and key[0] == key[-1] == "_":
            if key == "_generate_next_value_":
                if self.auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self.next_value = value.__func__ if isinstance(value, staticmethod) else value
                value = staticmethod(self.next_value)
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            elif self.next_value is not None and key not in (
                    "_order_", "_missing_", "_numeric_repr_", "_iter_member_", "_iter_member_by_value_",
                    "_iter_member_by_def_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        elif key in self.members:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif isinstance(value, nonmember):
            value = value.value
        elif key in self.get("_ignore_", ()):
            pass
        elif isinstance(value, member) or not _is_descriptor(value):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            if isinstance(value, auto):
                value = self._next(key, value)
            elif type(value) is tuple and any(isinstance(item, auto) for item in value):
                value = tuple([self._next(key, item) if isinstance(item, auto) else item for item in value])
            else:
                self.values.append(value)
            self.members[key] = None
        super().__setitem__(key, value)

    def _next(self, key, given):
        if given.value is _unset:
            given.value = self.next_value(key, 1, len(self.members), self.values[:])
            self.auto_called = True
        self.values.append(given.value)
        return given.value


class EnumType(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        mcls._check(name, bases)
        return _Space(name, _data(bases)[1]._generate_next_value_ if "Flag" in globals() else None)

    @staticmethod
    def _check(name, bases):
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(f"<enum {name!r}> cannot extend {base!r}")

    def __new__(mcls, name, bases, space, *, boundary=None, **kwargs):
        values = {key: space[key] for key in space.members}
        plain = {key: value for key, value in space.items()
                 if key not in values and key not in space.get("_ignore_", ())}
        kind, first = _data(bases)
        maker = plain.pop("__new__", None)
        cls = super().__new__(mcls, name, bases, plain)
        cls._member_names_, cls._member_map_, cls._value2member_map_, cls._unhashable_ = [], {}, {}, []
        cls._member_type_ = kind
        if first is None:
            return cls
        if boundary:
            cls._boundary_ = boundary
        if maker is not None:
            cls._new_member_ = maker = getattr(maker, "__func__", maker)
        else:
            maker = first._new_member_
        for method in ("__repr__", "__str__", "__format__"):
            if method not in plain and getattr(cls, method) in (getattr(kind, method), getattr(object, method)):
                setattr(cls, method, getattr(first, method))
        for key, value in values.items():
            args = value if isinstance(value, tuple) else (value,)
            if kind is tuple:
                args = (args,)
            if maker is not None:
                made = maker(cls, *args)
            elif kind is object:
                made = object.__new__(cls)
            else:
                made = kind.__new__(cls, *args)
            if not hasattr(made, "_value_"):
                made._value_ = value if kind is object else kind(*args)
            value = made._value_
            made._name_, made.__objclass__ = key, cls
            made.__init__(*args)
            cls._add(key, made, value)
        if _is_flag(cls):
            cls._flag_mask_ = 0
            for each in cls._member_map_.values():
                if isinstance(each._value_, int):
                    cls._flag_mask_ |= each._value_
            cls._member_names_ = [each for each in cls._member_names_ if _single(cls._member_map_[each]._value_)]
        return cls

    def _add(cls, key, made, value):
        known = cls._find(value)
        if known is not None:
            made = known
        else:
            made._sort_order_ = len(cls._member_names_)
            cls._member_names_.append(key)
            try:
                cls._value2member_map_[value] = made
            except TypeError:
                cls._unhashable_.append(made)
        cls._member_map_[key] = made
        type.__setattr__(cls, key, made)

    def _find(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for each in cls._unhashable_:
                if each._value_ == value:
                    return each

    if sys.version_info >= (3, 12):
        def __call__(cls, value=_unset, names=_unset, *values, module=None, qualname=None, type=None, start=1,
                     boundary=None):
            if cls._member_map_:
                if names is not _unset:
                    value = (value, names, *values)
                if value is _unset:
                    raise TypeError(f"{cls.__name__}.__new__() missing 1 required positional argument: 'value'")
                return cls._look_up(value)
            if names is _unset and type is None:
                return cls._look_up(value)
            return cls._create(value, () if names is _unset else names, type, start)
    else:
        def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
            if names is None:
                return cls._look_up(value)
            return cls._create(value, names, type, start)

    def _look_up(cls, value):
        if type(value) is cls:
            return value
        found = cls._find(value)
        if found is not None:
            return found
        failure = None
        try:
            found = cls._missing_(value)
        except Exception as error:
            failure = error
        if isinstance(found, cls):
            return found
        if failure is None and _is_flag(cls) and isinstance(found, int):
            return found
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if failure is None:
            if found is None:
                raise invalid
            failure = TypeError(f"error in {cls.__name__}._missing_: returned {found!r} "
                                "instead of None or a valid member")
        if not isinstance(failure, ValueError):
            failure.__context__ = invalid
        raise failure

    def _create(cls, name, names, kind, start):
        bases = (cls,) if kind is None else (kind, cls)
        space = type(cls).__prepare__(name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        pairs = names.items() if isinstance(names, dict) else names
        for i, each in enumerate(pairs):
            if isinstance(each, str):
                space[each] = cls._generate_next_value_(each, start, i, space.values[:])
            else:
                space[each[0]] = each[1]
        space["__module__"] = "__main__"
        return type(cls)(name, bases, space)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if sys.version_info >= (3, 12):
            if isinstance(value, cls):
                return True
            try:
                cls(value)
                return True
            except ValueError:
                return any(each._value_ == value for each in cls._unhashable_)
        if not isinstance(value, Enum):
            from warnings import warn
            warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                 "False depending on whether the value is a member or the value of a member", DeprecationWarning)
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' "
                            f"and '{type(cls).__qualname__}'")
        return isinstance(value, cls) and value._name_ in cls._member_map_

    if sys.version_info < (3, 12):
        def __getattr__(cls, name):
            raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return f"<{'flag' if _is_flag(cls) else 'enum'} {cls.__name__!r}>"

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __dir__(cls):
        return ["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__",
                "__members__", "__module__", "__name__", "__qualname__", *cls._member_names_]


EnumMeta = EnumType


def _data(bases):
    # The type whose values the members are, and the enum that is extended.
    first = bases[-1] if bases and isinstance(bases[-1], EnumType) else None
    for base in bases:
        for each in base.__mro__:
            if isinstance(each, EnumType):
                if each._member_type_ is not object:
                    return each._member_type_, first
            elif each is not object and each.__new__ is not object.__new__:
                return each, first
    return object, first


def _single(value):
    return value > 0 and value & (value - 1) == 0


class Enum(metaclass=EnumType):
    _new_member_ = None

    @property
    def name(self):
        return self._name_

    @name.setter
    def name(self, new):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

    @property
    def value(self):
        return self._value_

    @value.setter
    def value(self, new):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        last = last_values[-1]
        if sys.version_info >= (3, 13):
            try:
                most = sorted(last_values)[-1]
            except TypeError:
                raise TypeError("unable to sort non-numeric values") from None
            try:
                return most + 1
            except TypeError:
                raise TypeError(f"unable to increment {most!r}") from None
        try:
            last_values.sort()
            if last == last_values[-1]:
                return last + 1
        except TypeError:
            pass
        from warnings import warn
        warn("In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and "
             "support adding +1\nand the value returned will be the largest value in the enum incremented by 1",
             DeprecationWarning)
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __init__(self, *args, **kwargs):
        pass

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, specification):
        return str.__format__(str(self), specification)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    __str__ = int.__repr__
    __format__ = int.__format__


class StrEnum(str, ReprEnum):
    __str__ = str.__str__
    __format__ = str.__format__

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    _boundary_ = STRICT

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._flag_mask_
        everything = 2 ** mask.bit_length() - 1
        given = value
        if not ~everything <= value <= everything or value & (everything ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n"
                                 f"  allowed {_bits(mask, width)}")
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(everything + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value += everything + 1
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        made._value_ = value
        names = [each for each in cls._member_names_ if cls._member_map_[each]._value_ & value]
        unknown = value & ~mask
        made._name_ = "|".join(names + [str(unknown)] * bool(unknown and names)) or None
        made.__objclass__ = cls
        return cls._value2member_map_.setdefault(value, made)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} "
                            f"and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for each in sorted((type(self)._member_map_[name] for name in type(self)._member_names_),
                           key=lambda each: each._value_):
            if each._value_ & self._value_:
                yield each

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        if self._name_ is None:
            return f"<{type(self).__name__}: {self._value_!r}>"
        return super().__repr__()

    def __str__(self):
        if self._name_ is None:
            return f"{type(self).__name__}({self._value_!r})"
        return super().__str__()

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if type(self)._member_type_ is not object and isinstance(other, int):
            return int(other)
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if type(self)._boundary_ is KEEP:
            return type(self)(~self._value_)
        return type(self)(type(self)._flag_mask_ & ~self._value_)


def _bits(value, width):
    if value < 0:
        value, sign = value + 2 ** (width + 1), "0b1 "
    else:
        sign = "0b0 "
    return sign + bin(value & 2 ** width - 1)[2:].rjust(width, "0")


class IntFlag(int, Flag, boundary=KEEP):
    __str__ = int.__repr__
    __format__ = int.__format__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__


def unique(enumeration):
    aliases = [f"{name} -> {each.name}" for name, each in enumeration.__members__.items() if name != each.name]
    if aliases:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(aliases)}")
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = [f"{name} -> {each.name}" for name, each in enumeration.__members__.items()
                           if name != each.name]
                if aliases:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(aliases)}")
            elif check is CONTINUOUS:
                values = {each.value for each in enumeration}
                missing = [value for value in range(min(values), max(values)) if value not in values]
                if missing:
                    raise ValueError(f"invalid enum {enumeration.__name__!r}: missing values "
                                     f"{', '.join(map(str, missing))}")
        return enumeration


def global_enum(enumeration):
    return enumeration
