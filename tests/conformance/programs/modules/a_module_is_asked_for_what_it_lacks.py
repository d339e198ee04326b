# A module's own __getattr__: here that of the program itself.
import sys


def __getattr__(name):
    if name.startswith("made_"):
        return name[5:].upper()
    raise AttributeError(f"no {name} here")


me = sys.modules[__name__]
print(me.made_up, me.sys is sys, hasattr(me, "other"), getattr(me, "other", "default"))
try:
    me.missing
except AttributeError as error:
    print(error)
try:
    made_up
except NameError as error:
    print(error)
del me.__getattr__
try:
    me.made_up
except AttributeError as error:
    print(error)
try:
    sys.nothing
except AttributeError as error:
    print(error)
