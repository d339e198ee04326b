# enum. Specified in: https://docs.python.org/3.11/library/enum.html
import builtins
import sys
from types import MappingProxyType

_unset = object()
_3_12, _3_13 = sys.version_info >= (3, 12), sys.version_info >= (3, 13)


class property:
    # One that a member of the same name may hide: the class has the member, members have the property.
    member = name = clsname = None
    fget = fset = fdel = None

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)

    def __set_name__(self, owner, name):
        self.name, self.clsname = name, owner.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{owner!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        try:
            return owner._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{owner!r} member has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


class auto:
    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f"auto({'_auto_null' if self.value is _unset else repr(self.value)})"


class member:
    def __init__(self, value):
        self.value = value


class nonmember(member):
    pass


def _is_flag(cls):
    return "Flag" in globals() and issubclass(cls, Flag)


def _wrapped(name, edge):
    return len(name) > 2 * len(edge) and name.startswith(edge) and name.endswith(edge) and (
        name[len(edge)] != "_" != name[-len(edge) - 1])


def _is_descriptor(value):
    return any(hasattr(value, name) for name in ("__get__", "__set__", "__delete__"))


_SUNDER = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
           "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_")


class _EnumDict(dict):
    # The namespace of the class statement: notes the members, gives auto() its value.
    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name, self._member_names, self._last_values, self._ignore = cls_name, {}, [], []
        self._auto_called, self._next_value = False, None

    @builtins.property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        private = self._cls_name and key.startswith(f"_{self._cls_name}__") and not key.endswith("__")
        if private or _wrapped(key, "__"):
            pass
        elif _wrapped(key, "_"):
            if key not in _SUNDER and "Enum" in globals():
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._next_value = value.__func__ if isinstance(value, staticmethod) else value
                value = staticmethod(self._next_value)
            elif key == "_ignore_":
                self._ignore = value = (value.replace(",", " ").split() if isinstance(value, str) else list(value))
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and (_is_descriptor(value) or self._is_nested(value)):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            if isinstance(value, auto):
                value = self._next(key, value)
            elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
                items = [self._next(key, item) if isinstance(item, auto) else item for item in value]
                value = type(value)(*items) if hasattr(value, "_fields") else type(value)(items)
            else:
                self._last_values.append(value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _is_nested(self, value):
        if not isinstance(value, type):
            return False
        if not _3_13:
            from warnings import warn
            warn("In 3.13 classes created inside an enum will not become a member.  Use the `member` decorator to keep "
                 "the current behavior.", DeprecationWarning, stacklevel=2)
        return _3_13

    def _next(self, key, given):
        if given.value is _unset:
            given.value = self._next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(given.value)
        return given.value

    def update(self, members, **more):
        for key, value in (*dict(members).items(), *more.items()):
            self[key] = value


if _3_13:
    EnumDict = _EnumDict


class EnumType(type):
    @classmethod
    def __prepare__(mcls, cls, bases, **kwargs):
        space = _EnumDict(cls)
        kind, first = _data(cls, bases)
        if first is not None:
            space._next_value = space["_generate_next_value_"] = None
            dict.__delitem__(space, "_generate_next_value_")
            space._next_value = getattr(first, "_generate_next_value_", None)
        return space

    def __new__(mcls, cls, bases, classdict, *, boundary=None, _simple=False, **kwargs):
        if "Enum" not in globals():
            return super().__new__(mcls, cls, bases, dict(classdict), **kwargs)
        members = {key: classdict[key] for key in classdict._member_names}
        wrong = set(members) & {"mro", ""}
        if wrong:
            raise ValueError(f"invalid enum member name(s) {','.join(map(repr, wrong))}")
        ignored = set(classdict._ignore) | {"_ignore_"}
        plain = {key: value for key, value in classdict.items() if key not in members and key not in ignored}
        members = {key: value for key, value in members.items() if key not in ignored}
        order = plain.pop("_order_", None)
        kind, first = _data(cls, bases)
        maker, maker_given = _maker(plain, kind, first)
        if maker_given:
            plain["__new_member__"] = plain.get("__new__")
        plain.pop("__new__", None)
        made = super().__new__(mcls, cls, bases, plain, **kwargs)
        put = super(EnumType, made).__setattr__
        made._member_names_, made._member_map_, made._value2member_map_, made._unhashable_values_ = [], {}, {}, []
        made._member_type_, made._use_args_, made._new_member_ = kind, maker is not object.__new__, maker
        made._value_repr_ = _data_repr(bases)
        boundary = boundary or getattr(first, "_boundary_", None)
        if boundary is not None:
            made._boundary_ = boundary
            made._flag_mask_ = made._singles_mask_ = made._all_bits_ = 0
            made._inverted_ = None
        if "ReprEnum" in globals() and ReprEnum in bases:
            if "__format__" not in plain:
                made.__format__ = plain["__format__"] = kind.__format__
            if "__str__" not in plain:
                text = kind.__repr__ if kind.__str__ is object.__str__ else kind.__str__
                made.__str__ = plain["__str__"] = text
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name not in plain and hasattr(first, name):
                if getattr(made, name, None) in (getattr(kind, name, None), getattr(object, name, None)):
                    setattr(made, name, getattr(first, name))
        if _is_flag(made) or "Flag" not in globals() and cls == "Flag":
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in plain and "Flag" in globals():
                    setattr(made, name, getattr(Flag, name))
        for key, value in members.items():
            made._make_member(key, value, kind, put)
        made.__new__ = Enum.__new__
        if _is_flag(made):
            made._all_bits_ = 2 ** made._flag_mask_.bit_length() - 1
            values = [made._member_map_[name]._value_ for name in made._member_names_]
            if values != sorted(values):
                made._iter_member_ = made._iter_member_by_def_
        if order is not None:
            order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            aliases = set(made._member_map_) - set(made._member_names_)
            order = [name for name in order if name not in aliases]
            if order != made._member_names_:
                raise TypeError(f"member order does not match _order_:\n  {made._member_names_!r}\n  {order!r}")
        return made

    def __init__(cls, *args, **kwargs):
        pass

    def _make_member(cls, key, value, kind, put):
        args = value if isinstance(value, tuple) else (value,)
        if kind is tuple:
            args = (args,)
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(made, "_value_"):
            if kind is object:
                made._value_ = value
            else:
                try:
                    made._value_ = kind(*args)
                except Exception as error:
                    raise TypeError("_value_ not set in __new__, unable to create it") from error
        value = made._value_
        made._name_, made.__objclass__ = key, cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        known = cls._known(value)
        single = True
        if known is not None:
            made = known
        else:
            if _is_flag(cls) and isinstance(value, int):
                single = _single(value)
                if single:
                    cls._singles_mask_ |= value
                if value >= 0:
                    cls._flag_mask_ |= value
            elif _is_flag(cls):
                single = False
            if single or not _is_flag(cls):
                cls._member_names_.append(key)
            try:
                cls._value2member_map_.setdefault(value, made)
            except TypeError:
                cls._unhashable_values_.append(value)
        shadowed = next((base.__dict__[key] for base in cls.__mro__[1:] if key in base.__dict__), None)
        if isinstance(shadowed, (property, builtins.property)) or hasattr(type(shadowed), "__get__") and shadowed is not None \
                and hasattr(type(shadowed), "__set__"):
            hidden = property(getattr(shadowed, "fget", None), getattr(shadowed, "fset", None),
                              getattr(shadowed, "fdel", None))
            hidden.member = made
            hidden.__set_name__(cls, key)
            put(key, hidden)
        else:
            put(key, made)
        cls._member_map_[key] = made

    def _known(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for each in cls._member_map_.values():
                if each._value_ == value:
                    return each

    if _3_12:
        def __call__(cls, value=_unset, names=_unset, *values, module=None, qualname=None, type=None, start=1,
                     boundary=None):
            if cls._member_map_:
                if names is not _unset:
                    value = (value, names, *values)
                if value is _unset:
                    raise TypeError(f"{cls.__name__}.__new__() missing 1 required positional argument: 'value'")
                return cls.__new__(cls, value)
            if names is _unset and type is None:
                return cls.__new__(cls, value)
            return cls._create_(value, () if names is _unset else names, module, qualname, type, start, boundary)
    else:
        def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
            if names is None:
                return cls.__new__(cls, value)
            return cls._create_(value, names, module, qualname, type, start, boundary)

    def _look_up(cls, value):
        if type(value) is cls:
            return value
        found = cls._known(value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined" if not _3_12 else
                            f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
        failure = None
        try:
            found = cls._missing_(value)
        except Exception as error:
            failure = error
        if isinstance(found, cls):
            return found
        if failure is None and _is_flag(cls) and cls._boundary_ is EJECT and isinstance(found, int):
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

    def _create_(cls, class_name, names, module=None, qualname=None, type=None, start=1, boundary=None):
        bases = (cls,) if type is None else (type, cls)
        meta = cls.__class__
        space = meta.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        pairs, values = names.items() if isinstance(names, dict) else names, []
        for i, each in enumerate(pairs):
            if isinstance(each, str):
                value = cls._generate_next_value_(each, start, i, values[:])
                values.append(value)
                space[each] = value
            else:
                space[each[0]] = each[1]
        space["__module__"] = "__main__" if module is None else module
        if qualname is not None:
            space["__qualname__"] = qualname
        return meta.__new__(meta, class_name, bases, space, boundary=boundary)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if _3_12:
            if isinstance(value, cls):
                return True
            try:
                return cls._value2member_map_.get(value) is not None or _is_flag(cls) and isinstance(
                    value, int) and isinstance(cls(value), cls)
            except ValueError:
                return False
            except TypeError:
                return value in cls._unhashable_values_
        if not isinstance(value, Enum):
            from warnings import warn
            warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                 "False depending on whether the value is a member or the value of a member", DeprecationWarning)
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' "
                            f"and '{type(cls).__qualname__}'")
        return isinstance(value, cls) and value._name_ in cls._member_map_

    if not _3_12:
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

    @builtins.property
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
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__", "__init_subclass__", *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)


EnumMeta = EnumType


def _data(name, bases):
    # The type whose values the members are, and the enum that is extended.
    if "Enum" not in globals():
        return object, None
    if not bases:
        return object, Enum
    for base in bases:
        if isinstance(base, EnumType) and getattr(base, "_member_names_", None):
            raise TypeError(f"<enum {name!r}> cannot extend {base!r}")
        if isinstance(base, EnumType) and getattr(base, "_member_map_", None):
            raise TypeError(f"<enum {name!r}> cannot extend {base!r}")
    first = bases[-1]
    if not isinstance(first, EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    found = []
    for base in bases:
        candidate = None
        for each in base.__mro__:
            if each is object:
                continue
            if isinstance(each, EnumType):
                if getattr(each, "_member_type_", object) is not object:
                    found.append(each._member_type_)
                    break
            elif "__new__" in each.__dict__ or "__dataclass_fields__" in each.__dict__:
                found.append(candidate or each)
                break
            else:
                candidate = candidate or each
    found = list(dict.fromkeys(found))
    if len(found) > 1:
        raise TypeError(f"too many data types for {name!r}: {set(found)!r}")
    return found[0] if found else object, first


def _maker(space, kind, first):
    # What makes a member, and whether the class has said so itself.
    own = space.get("__new__")
    if own is not None:
        return getattr(own, "__func__", own), first is not None
    for method in ("__new_member__", "__new__"):
        for possible in (kind, first):
            target = getattr(possible, method, None)
            if target not in (None, None.__new__, object.__new__, Enum.__new__):
                return target, False
    return object.__new__, False


def _data_repr(bases):
    for base in bases:
        for each in base.__mro__:
            if each is object:
                continue
            if isinstance(each, EnumType):
                return each.__dict__.get("_value_repr_")
            if "__repr__" in each.__dict__:
                if _3_12 and "__dataclass_fields__" in each.__dict__ and getattr(
                        each.__dict__["__repr__"], "_of_dataclass", False):
                    return _dataclass_repr
                return each.__dict__["__repr__"]
    return None


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join(f"{name}={getattr(self, name)!r}" for name in fields if fields[name].repr)


def _single(value):
    return value > 0 and value & (value - 1) == 0


class Enum(metaclass=EnumType):
    _member_names_, _member_map_, _value2member_map_, _unhashable_values_ = [], {}, {}, []
    _member_type_, _value_repr_, _new_member_, _use_args_ = object, None, object.__new__, False

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __new__(cls, value):
        return cls._look_up(value)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        last = last_values[-1]
        if _3_13:
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

    if _3_13:
        def _add_alias_(self, name):
            type(self)._member_map_[name] = self
            type.__setattr__(type(self), name, self)

        def _add_value_alias_(self, value):
            type(self)._value2member_map_[value] = self

    def __repr__(self):
        shown = type(self)._value_repr_ or repr
        return f"<{type(self).__name__}.{self._name_}: {shown(self._value_)}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, specification):
        return str.__format__(str(self), specification)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        cls, members = type(self), type(self)._member_map_
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        if cls._member_type_ is not object:
            names.update(object.__dir__(self) if hasattr(object, "__dir__") else dir(cls._member_type_))
        names.update(name for name in self.__dict__ if name[0] != "_" and name not in members)
        for base in cls.__mro__:
            for name, value in base.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(value, property):
                    if value.fget is not None or name not in members:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in members:
                    names.add(name)
        return sorted(names)

    def __reduce_ex__(self, protocol):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        for value, what in zip(values[1:], ("encoding", "errors")):
            if not isinstance(value, str):
                raise TypeError(f"{what} must be a string, not {value!r}")
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


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        value &= cls._flag_mask_
        while value:
            bit = value & -value
            yield cls._value2member_map_[bit]
            value ^= bit

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda each: each._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, singles, everything = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
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
            value = everything + 1 + value if cls._boundary_ in (EJECT, KEEP) else singles & value
        known = cls._value2member_map_.get(value)
        if known is None:
            known = cls._value2member_map_.setdefault(value, cls._combined(value))
        if given < 0:
            cls._value2member_map_[given] = known
        return known

    @classmethod
    def _combined(cls, value):
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        parts = [each for each in cls._iter_member_(value & cls._singles_mask_)]
        if value & ~cls._singles_mask_:
            # Bits that no member of a single bit has: the aliases that have them.
            parts += [each for each in cls._member_map_.values()
                      if each not in parts and each._value_ and each._value_ & value == each._value_]
        known = 0
        for each in parts:
            known |= each._value_
        unknown = value ^ known
        made.__objclass__ = cls
        made._name_ = None
        if known:
            if unknown and cls._boundary_ is STRICT:
                raise ValueError(f"{cls.__name__}: no members with value {unknown!r}")
            made._name_ = "|".join(each._name_ for each in parts)
            if unknown:
                made._name_ += f"|{cls._numeric_repr_(unknown)}"
        return made

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} "
                            f"and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        shown = type(self)._value_repr_ or repr
        if self._name_ is None:
            return f"<{type(self).__name__}: {shown(self._value_)}>"
        return f"<{type(self).__name__}.{self._name_}: {shown(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{type(self).__name__}({self._value_!r})"
        return f"{type(self).__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, type(self)):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else type(self)(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        cls = type(self)
        if self._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(self._singles_mask_ & ~self._value_)


def _bits(value, width):
    if value < 0:
        value, sign = value + 2 ** (width + 1), "0b1 "
    else:
        sign = "0b0 "
    return sign + bin(value & 2 ** width - 1)[2:].rjust(width, "0")


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


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
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if _is_flag(enumeration):
                    wanted = (2 ** i for i in range(low.bit_length(), high.bit_length() - 1))
                else:
                    wanted = range(low + 1, high)
                missing = [value for value in wanted if value not in values]
                if missing:
                    kind = "flag" if _is_flag(enumeration) else "enum"
                    raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values "
                                     f"{', '.join(map(str, missing))}"[:256])
            else:
                self._check_flags(enumeration)
        return enumeration

    def _check_flags(self, enumeration):
        known, names, lacking = {each.value for each in enumeration}, [], 0
        for name, each in enumeration._member_map_.items():
            if name not in enumeration._member_names_ and each.value >= 0:
                missing = [bit for bit in show_flag_values(each.value) if bit not in known]
                if missing:
                    names.append(name)
                    lacking |= sum(missing)
        if names:
            words = (f"alias {names[0]} is missing" if len(names) == 1 else
                     f"aliases {', '.join(names[:-1])} and {names[-1]} are missing")
            values = f"{'value' if _single(lacking) else 'combined values of'} 0x{lacking:x}"
            raise ValueError(f"invalid Flag {enumeration.__name__!r}: {words} {values} "
                             "[use enum.show_flag_values(value) for details]")


def show_flag_values(value):
    return [1 << i for i in range(value.bit_length()) if value >> i & 1]


def global_str(self):
    return self._name_ if self._name_ is not None else f"{type(self).__name__}({self._value_!r})"


def global_enum_repr(self):
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    module, cls = self.__class__.__module__.split(".")[-1], self.__class__.__name__
    if self._name_ is None:
        return f"{module}.{cls}({self._value_!r})"
    if _single(self._value_):
        return f"{module}.{self._name_}"
    if self._boundary_ is not KEEP:
        return "|".join(f"{module}.{name}" for name in self.name.split("|"))
    return "|".join(name if name[0].isdigit() else f"{module}.{name}" for name in self._name_.split("|"))


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if _is_flag(cls) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls

__all__ = [name for name in """
    EnumType EnumMeta Enum IntEnum StrEnum Flag IntFlag ReprEnum auto unique property verify member nonmember
    FlagBoundary STRICT CONFORM EJECT KEEP global_flag_repr global_enum_repr global_str global_enum EnumCheck
    CONTINUOUS NAMED_FLAGS UNIQUE EnumDict show_flag_values
""".split() if name in globals()]
