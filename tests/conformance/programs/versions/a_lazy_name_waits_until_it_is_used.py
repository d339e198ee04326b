"""Which plugins were really used: the modules behind lazy names."""
import sys
import types

__lazy_modules__ = ["fractions", "decimal"]

import fractions
from decimal import Decimal
import keyword

lazy import string as text, calendar
lazy from statistics import fmean


def state(name):
    value = globals()[name]
    return f"{name}: {"waiting" if isinstance(value, types.LazyImportType) else type(value).__name__}"


def show(*names):
    for name in names:
        print(state(name))


show("fractions", "Decimal", "keyword", "text", "fmean")
print(fractions.Fraction("0.25"), Decimal("1.10") + 1)
print(fmean([1, 3]), text.digits)
show("fractions", "Decimal", "text", "fmean", "calendar")
placeholder = globals().pop("calendar")
print(placeholder if False else "popped", "calendar" in globals())


def use():
    value = globals().get("missing_one")
    print(repr(value))
    try:
        value.anything
    except AttributeError as error:
        print(error)
    return value.resolve()


lazy from textwrap import missing_one
try:
    use()
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0])
    print(error.__cause__)
print(sys.get_lazy_imports(), sys.get_lazy_imports_filter())
for bad in ("def f():\n    lazy import json", "try:\n    lazy import json\nfinally:\n    pass", "lazy from json import *",
            "class A:\n    lazy from json import dumps", "lazy from __future__ import annotations"):
    try:
        compile(bad, "bad.py", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
lazy = "just a name"
print(lazy)
