import functools


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        shown = ", ".join([repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()])
        print(f"-> {function.__name__}({shown})")
        result = function(*args, **kwargs)
        print(f"<- {result!r}")
        return result
    return wrapper


def repeat(times):
    def decorate(function):
        def inner(*args):
            return [function(*args) for _ in range(times)]
        inner.times = times
        return inner
    return decorate


class Memo:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.cache, self.hits = function, {}, 0

    def __call__(self, *args):
        if args in self.cache:
            self.hits += 1
        else:
            self.cache[args] = self.function(*args)
        return self.cache[args]


def singleton(cls):
    instance = cls()
    return lambda: instance


@logged
def add(a, b=0):
    """Adds."""
    return a + b


@repeat(times=3)
@logged
def shout(word):
    return word.upper() + "!"


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@singleton
class Config:
    def __init__(self):
        print("made once")
        self.debug = False


add(1, b=2)
print(add.__name__, add.__doc__, add.__wrapped__(5, 6), add.__qualname__)
print(shout("hey"), shout.times, shout.__name__)
print(fib(30), fib.hits, len(fib.cache), fib.__name__)
print(Config() is Config(), Config().debug)
