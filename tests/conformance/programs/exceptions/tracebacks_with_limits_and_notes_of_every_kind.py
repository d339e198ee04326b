"""Tracebacks and notes as the traceback module shows them, with a limit and without."""
import traceback
def r(n): return r(n+1) if n < 3 else 1/0
try: r(0)
except Exception as e:
    for lim in (None, 2, -2, 0, -1, 10):
        print(lim, "".join(traceback.format_tb(e.__traceback__, limit=lim)))
        print(lim, "".join(traceback.format_list(traceback.extract_tb(e.__traceback__, limit=lim))))
        print(lim, "".join(traceback.format_exception(e, limit=lim)))
    for notes in ("not a list", 5, ["a", 3, "b\nc"], ("x", "y"), [], None, {"k": 1}):
        e.__notes__ = notes
        print(repr(notes), traceback.format_exception_only(e))
for args in ((13, "P", "a.txt", None, "b.txt"), (2, "N", "a"), (2, "N"), (2,), ("x", "y", "z", "u", "v", "w")):
    try:
        e = OSError(*args); print(type(e).__name__, e, e.args, repr(e), e.filename, e.filename2)
    except Exception as x: print(x)
