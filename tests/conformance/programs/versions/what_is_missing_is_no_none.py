import copy
import pickle
from dataclasses import dataclass
from typing import Any

MISSING = sentinel("MISSING")
UNSET = sentinel("UNSET", repr="<unset>")


def lookup(mapping, key, default: Any | MISSING = MISSING):
    value = mapping.get(key, MISSING)
    if value is MISSING:
        if default is MISSING:
            raise KeyError(key)
        return default
    return value


@dataclass
class Patch:
    name: str | UNSET = UNSET
    age: int | None | UNSET = UNSET

    def apply(self, record):
        return record | {k: v for k, v in vars(self).items() if v is not UNSET}


print(lookup({"a": None}, "a"), lookup({}, "b", 3))
try:
    lookup({}, "zz")
except KeyError as error:
    print("no", error)
print(MISSING, UNSET, repr(UNSET), bool(MISSING), type(MISSING))
print(Patch(age=None), Patch(name="x").apply({"name": "y", "age": 4}))
print(copy.copy(MISSING) is MISSING, copy.deepcopy([MISSING])[0] is MISSING, pickle.loads(pickle.dumps(MISSING)) is MISSING)
print(lookup.__annotations__, Patch.__annotations__)
print(MISSING == sentinel("MISSING"), MISSING.__name__, MISSING.__module__, int | MISSING)
match MISSING:
    case None:
        print("none")
    case x if x is MISSING:
        print("is missing")
try:
    sentinel()
except TypeError as error:
    print(error)
try:
    class S(sentinel): pass
except TypeError as error:
    print(error)
