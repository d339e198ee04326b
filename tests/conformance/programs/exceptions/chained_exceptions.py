class StorageError(Exception):
    """Something is wrong with the store."""


class NotFound(StorageError):
    def __init__(self, key, *, hint=None):
        super().__init__(f"no {key!r} here")
        self.key = key
        self.hint = hint


def read(store, key):
    try:
        return store[key]
    except KeyError as error:
        raise NotFound(key, hint="spelling?") from error


def load(store, key):
    try:
        return int(read(store, key))
    except ValueError:
        raise StorageError("not a number")


def quiet(store, key):
    try:
        return read(store, key)
    except NotFound:
        raise LookupError(key) from None


store = {"a": "1", "b": "two"}
print(load(store, "a"))
for action, key in ((load, "b"), (load, "c"), (quiet, "d")):
    try:
        action(store, key)
    except Exception as error:
        print(type(error).__name__, error, error.args)
        print("  cause:", repr(error.__cause__))
        print("  context:", repr(error.__context__))
        print("  suppressed:", error.__suppress_context__)
        if isinstance(error, NotFound):
            print("  key:", error.key, error.hint)
try:
    try:
        1 / 0
    finally:
        undefined
except NameError as error:
    print(error, "|", repr(error.__context__))
try:
    raise ValueError("one") from TypeError
except ValueError as error:
    print(repr(error.__cause__))
try:
    raise ValueError("two") from "text"
except TypeError as error:
    print(error)
try:
    raise "text"
except TypeError as error:
    print(error)
load(store, "zzz")
