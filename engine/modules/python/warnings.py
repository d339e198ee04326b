# warnings. Specified in: https://docs.python.org/3.11/library/warnings.html
import sys

from _engine import filters_changed, places, shows_warning, source_line

# (action, beginning of the text, category, beginning of the module, line), the first that fits counts.
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
onceregistry = {}
_log = None


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self.category.__name__!r}, filename : "
                f"{self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    if line is None:
        line = source_line(lineno) if filename == "main.py" else ""
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    return text + f"  {line.strip()}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


_showwarning = showwarning


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        what = f"class '{category.__name__}'" if isinstance(category, type) and sys.version_info >= (3, 15) else (
            f"'{type(category).__name__}'")
        raise TypeError(f"category must be a Warning subclass, not {what}")
    frames = places()
    if stacklevel < 1:
        stacklevel = 1
    if stacklevel <= len(frames):
        filename, lineno, _ = frames[stacklevel - 1]
    else:
        filename, lineno = "sys", 1
    warn_explicit(message, category, filename, lineno)


def _deprecated(name, message="{name!r} is deprecated and slated for removal in Python {remove}", *, remove):
    warn(message.format(name=name, remove=f"{remove[0]}.{remove[1]}"), DeprecationWarning, stacklevel=2)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None,
                  source=None):
    text = str(message)
    if isinstance(message, Warning):
        category = type(message)
    else:
        message = category(message)
    shown = shows_warning(category, text, lineno)
    if shown is None:
        raise message
    if not shown:
        return
    if _log is not None:
        _log.append(WarningMessage(message, category, filename, lineno))
    else:
        showwarning(message, category, filename, lineno)


def _insert(filter, append):
    if filter in filters and not append:
        filters.remove(filter)
    if append:
        if filter not in filters:
            filters.append(filter)
    else:
        filters.insert(0, filter)
    filters_changed()


def _check(action):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise (ValueError if sys.version_info >= (3, 12) else AssertionError)(f"invalid action: {action!r}")


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action)
    _insert((action, None, category, None, lineno), append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check(action)
    _insert((action, message or None, category, module or None, lineno), append)


def resetwarnings():
    filters.clear()
    filters_changed()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        global _log
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._saved = filters[:], showwarning, _log
        filters_changed()
        if self._record:
            _log = []
        if self._filter is not None:
            simplefilter(*self._filter)
        return _log if self._record else None

    def __exit__(self, *details):
        global showwarning, _log
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:], showwarning, _log = self._saved
        filters_changed()


if sys.version_info >= (3, 13):
    class deprecated:
        def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
            if not isinstance(message, str):
                raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
            self.message, self.category, self.stacklevel = message, category, stacklevel

        def __call__(self, arg, /):
            message, category, level = self.message, self.category, self.stacklevel
            if category is None:
                arg.__deprecated__ = message
                return arg
            from functools import wraps
            if isinstance(arg, type):
                made, derived = arg.__new__, arg.__init_subclass__

                def __new__(cls, /, *args, **kwargs):
                    if cls is arg:
                        warn(message, category, level)
                    if made is not object.__new__:
                        return made(cls, *args, **kwargs)
                    if cls.__init__ is object.__init__ and (args or kwargs):
                        raise TypeError(f"{cls.__name__}() takes no arguments")
                    return made(cls)

                def __init_subclass__(cls, *args, **kwargs):
                    warn(message, category, level)
                    return getattr(derived, "__func__", None)(cls, *args, **kwargs) if hasattr(
                        derived, "__func__") else derived(*args, **kwargs)
                arg.__new__ = staticmethod(wraps(made)(__new__) if made is not object.__new__ else __new__)
                arg.__init_subclass__ = classmethod(__init_subclass__)
                arg.__deprecated__ = __new__.__deprecated__ = __init_subclass__.__deprecated__ = message
                return arg
            if not callable(arg):
                raise TypeError("@deprecated decorator with non-None category must be applied to a class or callable, "
                                f"not {arg!r}")
            from inspect import iscoroutinefunction, markcoroutinefunction

            @wraps(arg)
            def wrapper(*args, **kwargs):
                warn(message, category, level)
                return arg(*args, **kwargs)
            if iscoroutinefunction(arg):
                wrapper = markcoroutinefunction(wrapper)
            arg.__deprecated__ = wrapper.__deprecated__ = message
            return wrapper

__all__ = [name for name in """
    warn warn_explicit showwarning formatwarning filterwarnings simplefilter resetwarnings catch_warnings deprecated
""".split() if name in globals()]
