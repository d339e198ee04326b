def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def polite():
    try:
        yield 1
    finally:
        print("inner is left")


def outer(inner):
    try:
        yield from inner
    except GeneratorExit as error:
        print("outer gets", repr(error))
        yield "one more"


class Iterator:
    def __init__(self):
        self.owner = None

    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        try:
            next(self.owner)
        except ValueError as error:
            print(error, self.owner.gi_running)


def ask(generator, error):
    next(generator)
    try:
        print(generator.throw(error))
    except BaseException as raised:
        print(repr(raised))


ask(outer(stubborn()), GeneratorExit)
ask(outer(polite()), GeneratorExit("by hand"))
ask(outer(polite()), KeyError("passed on"))
iterator = Iterator()
iterator.owner = outer(iterator)
ask(iterator.owner, GeneratorExit)


class NoException(Exception):
    def __new__(cls, *args):
        return cls


def raises():
    raise NoException


ask(polite(), NoException)
try:
    raises()
except TypeError as error:
    print(error)


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        print("exit", error[0].__name__)


def within():
    with Manager():
        yield 1


def handling():
    try:
        1 / 0
    except ZeroDivisionError:
        yield 1


for make in (within, handling):
    made = make()
    next(made)
    made.close()
