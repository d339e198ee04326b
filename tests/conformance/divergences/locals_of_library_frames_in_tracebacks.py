# Cause: an exception keeps the frames of the program that it has passed, not those of the library's Python, which
# is hidden: what their variables hold goes earlier.
# Workaround: close what has to be closed by a certain time with contextlib.aclosing() or `async with`.
import weakref
from functools import singledispatch


class Job:
    pass


def fails(job):
    raise ValueError("no")


@singledispatch
def dispatch(job):
    return fails(job)


def main():
    job = Job()
    gone = weakref.ref(job)
    try:
        dispatch(job)
    except ValueError as error:
        del job
        trace = error.__traceback__
        entries = 0
        while trace is not None:
            entries += 1
            trace = trace.tb_next
        print(entries, gone() is None)


main()
