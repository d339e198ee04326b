# importlib.util: is there such a module? Specified in: https://docs.python.org/3.11/library/importlib.html
import sys as _sys
from _engine import module_list as _module_list
from importlib import _absolute
from importlib.machinery import ModuleSpec as _ModuleSpec


def find_spec(name, package=None):
    if name.startswith("."):
        name = resolve_name(name, package)
    names = _module_list() + ["builtins"]
    parent = name.rpartition(".")[0]
    if parent and parent not in names:
        raise ModuleNotFoundError(f"No module named {parent!r}", name=parent)
    if name not in names and name not in _sys.modules:
        return None
    is_package = any(each.startswith(name + ".") for each in names if name != "os")
    return _ModuleSpec(name, None, origin="built-in", is_package=is_package)


def resolve_name(name, package):
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    return _absolute(name, package)


def module_from_spec(spec):
    return __import__(spec.name, None, None, ["*"])


def spec_from_file_location(name, location=None, **more):
    raise NotImplementedError("there are no files here: a module cannot be read from one")
