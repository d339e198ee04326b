# atexit: what is called when the program has ended. https://docs.python.org/3.11/library/atexit.html
import sys
from _engine import format_error as _format_error

_calls = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _calls.append((func, args, kwargs))
    return func


def unregister(func, /):
    _calls[:] = [call for call in _calls if call[0] != func]


def _clear():
    _calls.clear()


def _ncallbacks():
    return len(_calls)


def _run_exitfuncs():
    while _calls:
        func, args, kwargs = _calls.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            what = f" {func!r}:" if sys.version_info >= (3, 13) else f": {func!r}"
            sys.stderr.write(f"Exception ignored in atexit callback{what}\n" + _format_error(error))
