# timeit, on the virtual clock: what is measured takes no time, unless it sleeps.
# Specified in: https://docs.python.org/3.11/library/timeit.html
import time as _time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]
default_timer = _time.perf_counter


def _runs(what, name):
    if isinstance(what, str):
        code = compile(what, "<timeit-src>", "exec")
        return lambda space: exec(code, space)
    if callable(what):
        return lambda space: what()
    raise ValueError(f"{name} is neither a string nor callable")


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        self._space = {} if globals is None else globals
        self._stmt, self._setup = _runs(stmt, "stmt"), _runs(setup, "setup")

    def print_exc(self, file=None):
        from traceback import print_exc
        print_exc(file=file)

    def timeit(self, number=1000000):
        space = dict(self._space)
        self._setup(space)
        start, stmt = self.timer(), self._stmt
        for _ in range(number):
            stmt(space)
        return self.timer() - start

    def repeat(self, repeat=5, number=1000000):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        # As nothing takes time here, a run that takes none is long enough.
        number = 1
        taken = self.timeit(number)
        if callback:
            callback(number, taken)
        return number, taken


def timeit(stmt="pass", setup="pass", timer=default_timer, number=1000000, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=5, number=1000000, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
