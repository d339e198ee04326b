# importlib: modules by their names. Specified in: https://docs.python.org/3.11/library/importlib.html
import sys as _sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]
__import__ = __import__


def import_module(name, package=None):
    if name.startswith("."):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import for " + repr(name))
        name = _absolute(name, package)
    if name not in _sys.modules:
        __import__(name)
    return _sys.modules[name]


def _absolute(name, package):
    level = len(name) - len(name.lstrip("."))
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{name[level:]}" if name[level:] else parts[0]


def invalidate_caches():
    pass


def reload(module):
    if not isinstance(module, type(_sys)):
        raise TypeError("reload() argument must be a module")
    raise NotImplementedError(f"there are no files here: {module.__name__} cannot be read again")
