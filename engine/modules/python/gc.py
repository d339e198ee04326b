# gc. Objects go at once when the last reference goes; collect() breaks the cycles.
# https://docs.python.org/3.11/library/gc.html
from _engine import collect as _collect

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38
garbage, callbacks = [], []
_enabled = True


def collect(generation=2):
    found = _collect()
    return found + _collect()  # what the first has left is gone once its __del__ has run


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def freeze():
    pass


unfreeze = freeze


def get_threshold():
    return 700, 10, 10


def set_threshold(threshold0, threshold1=10, threshold2=10):
    pass


def get_count():
    return 0, 0, 0


def is_tracked(obj):
    return not isinstance(obj, (int, float, str, bytes, bool, type(None)))


def get_debug():
    return 0


def set_debug(flags, /):
    if flags:
        raise NotImplementedError("gc.set_debug() is not supported here: collect() says how much it found")


def get_freeze_count():
    return 0


def get_stats():
    return [{"collections": 0, "collected": 0, "uncollectable": 0} for _ in range(3)]


def is_finalized(obj, /):
    return False


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"gc.{name}() is not supported here: objects are not listed")
    refuse.__name__ = refuse.__qualname__ = name
    return refuse


get_objects, get_referents, get_referrers = map(_refused, ("get_objects", "get_referents", "get_referrers"))
