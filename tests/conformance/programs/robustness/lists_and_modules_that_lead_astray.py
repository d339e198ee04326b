# What a type hint, a module and a bytearray of one's own may hold, though nobody would.
import copy
import json
import types


def attempt(operation):
    try:
        return operation()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(copy.copy(1 + 2j), copy.deepcopy([3j]))

json.__all__ = ["dumps", 1]
print(attempt(lambda: exec("from json import *", {})))


class Buffer(bytearray):
    pass


print(b"-".join([Buffer(b"a"), b"b"]), b"abc".find(Buffer(b"c")), b"abc".startswith(Buffer(b"ab")))

inner = []
for _ in range(50):
    inner = [inner]
print(len(repr(types.GenericAlias(list, (inner,)))))
