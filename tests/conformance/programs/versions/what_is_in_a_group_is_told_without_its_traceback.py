import traceback, sys
from string import Template
from string.templatelib import Template as T
def group():
    eg = ExceptionGroup("outer", [ValueError("a"), ExceptionGroup("inner", [TypeError("b\nc"), KeyError("k")])])
    eg.add_note("a note")
    return eg
te = traceback.TracebackException.from_exception(group())
print(list(te.format_exception_only()))
print(list(te.format_exception_only(show_group=True)))
print(traceback.format_exception_only(group(), show_group=True))
print("".join(te.format()))
for f in (lambda: "a" + t"x", lambda: t"x" + "a", lambda: t"x" + t"{1}", lambda: "a" + Template("$x"), lambda: t"x" + 3, lambda: 3 + t"x"):
    try:
        print(f())
    except TypeError as e:
        print(e)
def again():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise
    except* TypeError as e:
        raise OSError("x") from e
try:
    again()
except ExceptionGroup as e:
    traceback.print_exception(e, file=sys.stdout)
def bare():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        print("handling")
        raise
try:
    bare()
except ExceptionGroup as e:
    print(repr(e))
    traceback.print_exception(e, file=sys.stdout)
bare()
