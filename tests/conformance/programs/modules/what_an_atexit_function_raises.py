import atexit
import sys


class Unspeakable(Exception):
    def __str__(self):
        raise ValueError


def silent():
    raise KeyError


def speaks():
    raise KeyError("spoken")


def chains():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError


def says_an_empty_text():
    raise ValueError("")


def interrupts():
    raise KeyboardInterrupt


def cannot_be_said():
    raise Unspeakable


def sets_a_hook():
    sys.unraisablehook = lambda given: print(given.err_msg.partition("<")[0], repr(given.exc_value),
                                             getattr(given.object, "__name__", None))


for function in (silent, speaks, sets_a_hook, silent, speaks, chains, says_an_empty_text, interrupts, cannot_be_said):
    atexit.register(function)
