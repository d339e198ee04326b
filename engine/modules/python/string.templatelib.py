# string.templatelib, since 3.14: what t"..." makes. CPython's are types in C.
# Specified in: https://docs.python.org/3.14/library/string.templatelib.html
import sys
from _engine import written_in_c as _written_in_c

if sys.version_info < (3, 14):
    raise ModuleNotFoundError(
        "No module named 'string.templatelib'; 'string' is not a package",
        name="string.templatelib")


class _Fixed:
    __slots__ = ()

    def __setattr__(self, name, value):
        if name in type(self).__slots__:
            raise AttributeError("readonly attribute")
        raise AttributeError(
            f"'string.templatelib.{type(self).__name__}' object has no attribute '{name}' and no "
            "__dict__ for setting new attributes")

    def __init_subclass__(cls):
        if cls.__base__ is not _Fixed:
            raise TypeError(
                f"type 'string.templatelib.{cls.__base__.__name__}' is not an acceptable base type")


_set = object.__setattr__


def _string(name, value):
    if not isinstance(value, str):
        raise TypeError(f"Interpolation() argument '{name}' must be str, not {type(value).__name__}")


@_written_in_c
class Interpolation(_Fixed):
    __slots__ = ("value", "expression", "conversion", "format_spec")
    __match_args__ = ("value", "expression", "conversion", "format_spec")

    def __new__(cls, value, expression="", conversion=None, format_spec=""):
        _string("expression", expression)
        if conversion is not None and conversion not in ("s", "a", "r"):
            raise ValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
        _string("format_spec", format_spec)
        self = object.__new__(cls)
        _set(self, "value", value)
        _set(self, "expression", expression)
        _set(self, "conversion", conversion)
        _set(self, "format_spec", format_spec)
        return self

    def __repr__(self):
        return (f"Interpolation({self.value!r}, {self.expression!r}, {self.conversion!r}, "
                f"{self.format_spec!r})")


@_written_in_c
class Template(_Fixed):
    __slots__ = ("strings", "interpolations")

    def __new__(cls, *args, **kwargs):
        if kwargs:
            raise TypeError("Template.__new__ only accepts *args arguments")
        strings, interpolations = [""], []
        for arg in args:
            if isinstance(arg, str):
                strings[-1] += arg
            elif isinstance(arg, Interpolation):
                interpolations.append(arg)
                strings.append("")
            else:
                raise TypeError("Template.__new__ *args need to be of type 'str' or "
                                f"'Interpolation', got {type(arg).__name__}")
        self = object.__new__(cls)
        _set(self, "strings", tuple(strings))
        _set(self, "interpolations", tuple(interpolations))
        return self

    @property
    def values(self):
        return tuple(each.value for each in self.interpolations)

    def __iter__(self):
        return TemplateIter(self)

    def __add__(self, other):
        if not isinstance(other, Template):
            name = type(other).__name__
            raise TypeError("can only concatenate string.templatelib.Template "
                            f'(not "{name}") to string.templatelib.Template')
        return Template(*self, *other)

    def __repr__(self):
        return f"Template(strings={self.strings!r}, interpolations={self.interpolations!r})"


@_written_in_c
class TemplateIter:
    def __init__(self, template):
        parts = []
        for string, interpolation in zip(template.strings, template.interpolations + (None,)):
            if string:
                parts.append(string)
            if interpolation is not None:
                parts.append(interpolation)
        self._parts = iter(parts)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._parts)


def convert(obj, /, conversion):
    if conversion is None:
        return obj
    if conversion == "s":
        return str(obj)
    if conversion == "r":
        return repr(obj)
    if conversion == "a":
        return ascii(obj)
    raise ValueError(f"invalid conversion specifier: {conversion}")


# What the compiler calls: texts, and of each field (value, expression, conversion, format_spec).
def _template(*parts):
    return Template(*[part if isinstance(part, str) else Interpolation(*part) for part in parts])
