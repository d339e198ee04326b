import sys


class Careless:
    def __del__(self):
        raise ValueError("in __del__")


def tell(unraisable):
    print("unraisable:", unraisable.exc_type.__name__, unraisable.exc_value, str(unraisable.err_msg).split(" <")[0],
          unraisable.exc_traceback.tb_frame.f_code.co_name, getattr(unraisable.object, "__qualname__", None))


Careless()
sys.unraisablehook = tell
Careless()


def broken(unraisable):
    raise TypeError("the hook fails too")


sys.unraisablehook = broken
Careless()
sys.unraisablehook = sys.__unraisablehook__
Careless()
try:
    sys.unraisablehook(1)
except TypeError as error:
    print(error)


def last_words(kind, error, traceback):
    print("excepthook:", kind.__name__, error, traceback.tb_lineno, file=sys.stderr)
    sys.__excepthook__(kind, error, traceback)


sys.excepthook = last_words
raise KeyError("the end")
