# typing's classes that say what is in a record: NamedTuple and TypedDict.
# https://docs.python.org/3.11/library/typing.html
import sys

if "typing" not in sys.modules:
    del sys.modules[__name__]  # typing asks for it once it has what is needed here
    import typing

from typing import ForwardRef, Generic, _Alias, _Form, _declared, _given


def _checked(kinds, module=None):
    # A string is the name of a type, None its type.
    return {name: kind if isinstance(kind, tuple) else ForwardRef(kind, module=module) if isinstance(kind, str) else
            _given(kind)[0] for name, kind in kinds.items()}


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, space):
        if bases == ():
            return super().__new__(mcls, name, bases, space)
        kinds = _declared(space)
        defaults = []
        for field in kinds:
            if field in space:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        from collections import namedtuple
        made = namedtuple(name, kinds, defaults=[space[field] for field in defaults])
        made.__module__ = space.get("__module__")
        if "__annotations__" in space or sys.version_info < (3, 14):
            made.__annotations__ = _checked(kinds)
        elif (annotate := _annotate_of(space)):
            made.__annotate__ = lambda format: annotate(format) if format == 4 else _checked(annotate(format))
        for key, value in space.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make",
                       "_replace", "_asdict"):
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in kinds and key not in ("__annotations__", "__module__", "__classcell__", "__orig_bases__",
                                                "__annotate_func__", "__classdictcell__"):
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
    made.__annotations__ = _checked(dict(fields))
    return made


NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


def _annotate_of(space):
    # What evaluates the annotations of a class anew, in any format.
    from annotationlib import call_annotate_function, get_annotate_from_class_namespace
    annotate = get_annotate_from_class_namespace(space)
    return (lambda format: call_annotate_function(annotate, format)) if annotate else None


def _qualifiers(kind):
    while isinstance(kind, _Form) and kind._name in ("Required", "NotRequired", "ReadOnly", "Annotated") and kind.__args__:
        yield kind._name
        kind = kind.__args__[0]


_nothing_extra = None


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, space, total=True, **options):
        for option in options:
            if sys.version_info < (3, 15) or option not in ("closed", "extra_items"):
                raise TypeError(f"_TypedDictMeta.__new__() got an unexpected keyword argument {option!r}")
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        closed, extra_items = options.get("closed"), options.get("extra_items", _nothing_extra)
        if closed is not None and extra_items is not _nothing_extra:
            raise TypeError(f"Cannot combine closed={closed!r} and extra_items")
        generic = any(issubclass(base, Generic) for base in bases if base is not _TypedDict)
        own = _declared(space)
        annotate = None
        if sys.version_info >= (3, 14) and "__annotations__" not in space:
            annotate = _annotate_of(space)
        cls = type.__new__(mcls, name, (*(Generic,) * generic, dict), {
            key: value for key, value in space.items() if key != "__annotations__"})
        if "__orig_bases__" not in cls.__dict__:
            cls.__orig_bases__ = bases
        if generic and "__parameters__" not in cls.__dict__:
            cls.__parameters__ = ()
        checked = _checked(own, cls.__module__)
        if annotate is None and sys.version_info < (3, 14):
            cls.__annotations__ = {key: kind for base in bases
                                   for key, kind in getattr(base, "__annotations__", {}).items()} | checked
        else:
            def __annotate__(format):
                from annotationlib import annotations_to_string, call_annotate_function
                found = {}
                for base in bases:
                    if base is not Generic and base.__annotate__ is not None:
                        found.update(call_annotate_function(base.__annotate__, format, owner=base))
                if annotate is None:
                    found.update(annotations_to_string(own) if format == 4 else checked)
                else:
                    values = annotate(format)
                    found.update(values if format == 4 else _checked(values, cls.__module__))
                return found
            cls.__annotate__ = __annotate__
        required, optional, fixed, mutable = set(), set(), set(), set()
        for base in bases:
            held = base.__dict__
            required |= held.get("__required_keys__", set())
            optional -= held.get("__required_keys__", set())
            required -= held.get("__optional_keys__", set())
            optional |= held.get("__optional_keys__", set())
            fixed |= held.get("__readonly_keys__", set())
            mutable |= held.get("__mutable_keys__", set())
        for key, kind in checked.items():
            qualifiers = set(_qualifiers(kind))
            needed = "Required" in qualifiers or total and "NotRequired" not in qualifiers
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            if "ReadOnly" in qualifiers:
                if key in mutable:
                    raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
                fixed.add(key)
            else:
                mutable.add(key)
                fixed.discard(key)
        cls.__required_keys__, cls.__optional_keys__ = frozenset(required), frozenset(optional)
        if sys.version_info >= (3, 13):
            cls.__readonly_keys__, cls.__mutable_keys__ = frozenset(fixed), frozenset(mutable)
        cls.__total__ = total
        if sys.version_info >= (3, 15):
            cls.__closed__, cls.__extra_items__ = closed, extra_items
        return cls

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, other):
        if cls is _TypedDict:
            return type.__subclasscheck__(cls, other)
        raise TypeError("TypedDict does not support instance and class checks")


def _typed_dict(typename, fields, total, options):
    space = {"__annotations__": dict(fields), "__module__": sys._getframe(0).f_globals.get("__name__")}
    made = _TypedDictMeta(typename, (), space, total, **options)
    made.__orig_bases__ = (TypedDict,)
    return made


if sys.version_info >= (3, 15):
    NoExtraItems = _nothing_extra = sentinel("NoExtraItems")

    def TypedDict(typename, fields, /, *, total=True, closed=None, extra_items=NoExtraItems):
        return _typed_dict(typename, fields, total, {"closed": closed, "extra_items": extra_items})
elif sys.version_info >= (3, 13):
    _absent = object()

    def TypedDict(typename, fields=_absent, /, *, total=True):
        if fields is _absent or fields is None:
            import warnings
            how = ("Failing to pass a value for the 'fields' parameter" if fields is _absent else
                   "Passing `None` as the 'fields' parameter")
            example = f"`{typename} = TypedDict({typename!r}, {{}})`"
            warnings.warn(f"{how} is deprecated and will be disallowed in Python 3.15. To create a TypedDict class with 0 "
                          f"fields using the functional syntax, pass an empty dictionary, e.g. {example}.",
                          DeprecationWarning, stacklevel=1)
            fields = {}
        return _typed_dict(typename, fields, total, {})
else:
    def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
        return _typed_dict(typename, fields or kwargs, total, {})


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)
